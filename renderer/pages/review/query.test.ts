import { describe, expect, it } from 'vitest';
import { isEmptyFilter, momentOf, NO_FILTER, queryOf, type ReviewFilter } from './query.ts';

const local = (day: number, hours: number, minutes: number, seconds = 0) =>
  new Date(2026, 8, day, hours, minutes, seconds).getTime();
const from = local(12, 19, 30);
const to = local(13, 1, 10);
const stream = { roomId: 'r', from, to };

describe('review query', () => {
  it.each<[string, Partial<ReviewFilter>, object]>([
    ['nothing', {}, {}],
    ['two-character words', { text: ' 退钱 ' }, { text: '退钱' }],
    ['a group of kinds', { group: 'gifts' }, { kinds: ['gift', 'superchat', 'membership'] }],
    [
      'all of it',
      { personId: 'demo:7', category: 'dispute', flaggedOnly: true, fromClock: '20:14', toClock: '00:05' },
      {
        personId: 'demo:7',
        category: 'dispute',
        flaggedOnly: true,
        from: local(12, 20, 14),
        to: local(13, 0, 5, 59) + 999,
      },
    ],
    ['a clock nobody can read', { fromClock: '2o:14' }, {}],
  ])('%s', (_name, filter, expected) => {
    expect(queryOf({ ...NO_FILTER, ...filter }, stream)).toEqual({
      roomId: 'r',
      from,
      to,
      order: 'newest',
      ...expected,
    });
  });

  it('asks all rooms where none is given', () => {
    expect(queryOf(NO_FILTER, { from: 1, to: 2 })).toEqual({ from: 1, to: 2, order: 'newest' });
  });

  it.each([
    ['20:14', local(12, 20, 14)],
    ['20：14：05', local(12, 20, 14, 5)],
    ['0:30', local(13, 0, 30)],
    ['18:00', local(12, 18, 0)],
    ['25:00', null],
    ['', null],
  ])('reads %s', (clock, expected) => {
    expect(momentOf(clock, from, to)).toBe(expected);
  });

  it('knows when nothing is asked for', () => {
    expect([isEmptyFilter(NO_FILTER), isEmptyFilter({ ...NO_FILTER, flaggedOnly: true })]).toEqual([
      true,
      false,
    ]);
  });
});
