import { describe, expect, it } from 'vitest';
import type { ChatRow } from '../../../shared/api/views.ts';
import type { Action } from '../../../shared/domain/action.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import { addPage, covers, LEAD_MS, needsMore, REEL_ROWS, type Reel, shownItems, startReel } from './reel.ts';

function row(at: number): ChatRow {
  return { offset: at, id: `e${at}`, roomId: 'r', kind: 'chat', at, text: '好听', marks: [] };
}
const rows = (...times: number[]) => times.map(row);
const reel = (more: Partial<Reel> = {}): Reel => ({ generation: 1, from: 0, rows: [], done: false, ...more });
const flag = (id: string, firstAt: number) => ({ id, firstAt }) as Flag;
const action = (id: string, requestedAt: number) => ({ id, requestedAt }) as Action;

describe('reel', () => {
  it('starts a little before the moment, not before the sitting', () => {
    expect([startReel(null, 100_000, 0), startReel(reel({ rows: rows(1) }), 5_000, 1_000)]).toEqual([
      { generation: 1, from: 100_000 - LEAD_MS, rows: [], done: false },
      { generation: 2, from: 1_000, rows: [], done: false },
    ]);
  });

  it.each([
    [
      'adds and continues',
      reel({ rows: rows(1, 2) }),
      1,
      { rows: rows(2, 3), cursor: 'c' },
      [1, 2, 3],
      false,
    ],
    ['ends without a cursor', reel(), 1, { rows: rows(1) }, [1], true],
    ['leaves out an older answer', reel({ generation: 2 }), 1, { rows: rows(1) }, [], false],
  ])('%s', (_name, before, generation, page, times, done) => {
    const after = addPage(before, generation, page);
    expect([after.rows.map((one) => one.at), after.done]).toEqual([times, done]);
  });

  it('keeps only so many rows, the newest', () => {
    const all = Array.from({ length: REEL_ROWS + 5 }, (_, at) => row(at));
    const after = addPage(reel(), 1, { rows: all, cursor: 'c' });
    expect([after.rows.length, after.rows[0]?.at, covers(after, 2), covers(after, 6)]).toEqual([
      REEL_ROWS,
      5,
      false,
      true,
    ]);
  });

  it.each([
    ['nothing read yet', reel(), 0, 1, true],
    ['enough ahead', reel({ rows: rows(20_000) }), 0, 1, false],
    ['not at twenty times', reel({ rows: rows(20_000) }), 0, 20, true],
    ['all read', reel({ done: true }), 0, 20, false],
  ])('reads on: %s', (_name, value, at, speed, expected) => {
    expect(needsMore(value, at, speed)).toBe(expected);
  });

  it.each([
    ['before it', reel({ from: 10, rows: rows(20) }), 9, false],
    ['inside', reel({ from: 10, rows: rows(20) }), 15, true],
    ['far after what was read', reel({ rows: rows(20) }), 900_000, false],
    ['after the end of all', reel({ rows: rows(20), done: true }), 900_000, true],
  ])('covers: %s', (_name, value, at, expected) => {
    expect(covers(value, at)).toBe(expected);
  });

  it('lets flags and actions appear at their time, after the row that caused them', () => {
    const shown = (at: number, limit = 10) =>
      shownItems(
        reel({ rows: rows(1, 2, 3, 4) }),
        [flag('f', 2), flag('later', 9)],
        [action('a', 3), action('b', 2)],
        at,
        limit,
      ).map((item) => item.id);
    expect([shown(0), shown(2), shown(3), shown(4, 2)]).toEqual([
      [],
      ['e1', 'e2', 'f', 'b'],
      ['e1', 'e2', 'f', 'b', 'e3', 'a'],
      ['a', 'e4'],
    ]);
  });

  it('does not show flags of before the reel as if they had just come', () => {
    expect(shownItems(reel({ from: 100 }), [flag('f', 50)], [], 150, 10)).toEqual([]);
  });
});
