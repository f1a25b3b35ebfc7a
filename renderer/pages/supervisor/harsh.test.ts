import { describe, expect, it } from 'vitest';
import type { Action } from '../../../shared/domain/action.ts';
import { harshRows } from './harsh.ts';

function action(id: string, more: Partial<Action> = {}): Action {
  return {
    id,
    roomId: 'r',
    kind: 'mute',
    target: { id: `p:${id}`, nativeId: id, name: id, actionable: true },
    durationSec: 600,
    actor: { kind: 'person', id: 'lin', name: '林' },
    requestedAt: 1_000,
    state: 'confirmed',
    receipts: [],
    undo: { possible: true },
    ...more,
  };
}
const raid = (n: number) =>
  Array.from({ length: n }, (_, i) => action(`m${i}`, { groupId: 'g', requestedAt: 5_000 + i }));

describe('harsh actions', () => {
  it.each<[string, Action[], unknown[]]>([
    ['an ordinary mute is not', [action('a')], []],
    ['a ban is', [action('a', { kind: 'ban', durationSec: null })], [['a', 'ban', 1, 0, 'confirmed']]],
    ['a mute for good is', [action('a', { durationSec: null })], [['a', 'for_good', 1, 0, 'confirmed']]],
    ['a week is', [action('a', { durationSec: 604_800 })], [['a', 'long', 1, 0, 'confirmed']]],
    ['nine people are not many', raid(9), []],
    [
      'many together are one row with the worst receipt',
      [...raid(11), action('bad', { groupId: 'g', state: 'contradicted', undoneBy: 'u' })],
      [['g', 'many', 12, 1, 'contradicted']],
    ],
    ['taking one back is not harsh', [action('a', { kind: 'unban', undoOf: 'x' })], []],
    [
      'newest first',
      [action('old', { kind: 'ban' }), action('new', { kind: 'ban', requestedAt: 9_000 })],
      [
        ['new', 'ban', 1, 0, 'confirmed'],
        ['old', 'ban', 1, 0, 'confirmed'],
      ],
    ],
  ])('%s', (_name, actions, expected) => {
    expect(harshRows(actions).map((row) => [row.id, row.why, row.people, row.undone, row.state])).toEqual(
      expected,
    );
  });
});
