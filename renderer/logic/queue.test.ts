import { describe, expect, it } from 'vitest';
import type { Flag } from '../../shared/domain/flag.ts';
import { flagOf } from '../testing/samples.ts';
import { freshSevere } from './alerts.ts';
import { evidenceIndex } from './evidence-index.ts';
import { countCategories, holdStill, sortQueue, step, successor } from './queue.ts';

const flags = [
  flagOf('low', { severity: 'low', firstAt: 1, category: 'ad' }),
  flagOf('new', { firstAt: 9 }),
  flagOf('old', { firstAt: 2, roomId: 'r2' }),
  flagOf('mid', { severity: 'mid', firstAt: 0, category: 'rule:x' }),
  flagOf('done', { state: 'resolved' }),
  flagOf('mine', { state: 'claimed', firstAt: 3 }),
];

describe('the queue', () => {
  it.each<[Parameters<typeof sortQueue>[1], readonly string[]]>([
    [{}, ['old', 'mine', 'new', 'mid', 'low']],
    [{ roomId: 'r' }, ['mine', 'new', 'mid', 'low']],
    [{ category: 'rule' }, ['mid']],
    [{ category: 'abuse', roomId: 'r2' }, ['old']],
  ])('%j', (filter, expected) => {
    expect(sortQueue(flags, filter).map((flag) => flag.id)).toEqual(expected);
  });

  it('counts what waits by kind', () => {
    expect(countCategories(flags, { roomId: 'r' })).toEqual({ abuse: 2, ad: 1, rule: 1 });
  });

  it('holds still under the pointer', () => {
    expect(holdStill(['a', 'b'], ['x', 'b', 'y'])).toEqual({ ids: ['a', 'b'], waiting: 2 });
  });

  it.each<[string | undefined, number, string | undefined]>([
    [undefined, 1, 'a'],
    [undefined, -1, 'c'],
    ['a', 1, 'b'],
    ['c', 1, 'c'],
    ['a', -1, 'a'],
    ['gone', 1, 'a'],
  ])('from %s by %i to %s', (current, by, expected) => {
    expect(step(['a', 'b', 'c'], current, by)).toBe(expected);
  });

  it.each<[readonly string[], string | undefined]>([
    [['a', 'c'], 'c'],
    [['a'], 'a'],
    [[], undefined],
    [['a', 'b', 'c'], 'b'],
  ])('when b leaves %j, %s is chosen', (after, expected) => {
    expect(successor(['a', 'b', 'c'], after, 'b')).toBe(expected);
  });
});

describe('alerts', () => {
  const known = (...list: readonly Flag[]) => new Map(list.map((flag) => [flag.id, flag]));
  it.each<[string, ReadonlyMap<string, Flag> | null, ReadonlyMap<string, Flag>, number]>([
    ['what was there at the start', null, known(flagOf('a')), 0],
    ['a new severe flag', known(), known(flagOf('a')), 1],
    ['one that became severe', known(flagOf('a', { severity: 'mid' })), known(flagOf('a')), 1],
    ['one already known', known(flagOf('a')), known(flagOf('a', { count: 9 })), 0],
    ['a mild one', known(), known(flagOf('a', { severity: 'low' })), 0],
  ])('%s', (_, before, after, expected) => {
    expect(freshSevere(before, after).length).toBe(expected);
  });
});

describe('evidence in the list', () => {
  it('knows each row’s flag and its place in it', () => {
    const evidence = ['e1', 'e8', 'e9'].map((eventId, at) => ({
      eventId,
      at,
      text: '',
      spans: [],
      score: 0.5,
    }));
    const index = evidenceIndex(
      [flagOf('f', { evidence, count: 9 }), flagOf('g', { roomId: 'r2', evidence })],
      'r',
    );
    expect([...index].map(([id, mark]) => [id, mark.flagId, mark.place, mark.of])).toEqual([
      ['e1', 'f', 1, 9],
      ['e8', 'f', 8, 9],
      ['e9', 'f', 9, 9],
    ]);
  });
});
