import type { EventQuery } from '../store.ts';
import type { DayReader } from './day-reader.ts';
import { slotOf } from './deltas.ts';

/** Rows a query can lie in, inclusive. */
export interface RowBounds {
  readonly lo: number;
  readonly hi: number;
}

/**
 * The rows that a time range and a cursor leave over, from the first and last row of every 10 s slot;
 * null where none are left. Exact times are still to be checked.
 */
export function rowBounds(
  file: DayReader,
  query: EventQuery,
  room: number | undefined,
  cursor: number | undefined,
): RowBounds | null {
  const isOldest = query.order === 'oldest';
  let lo = cursor !== undefined && isOldest ? cursor + 1 : 0;
  let hi = cursor !== undefined && !isOldest ? cursor - 1 : Number.MAX_SAFE_INTEGER;
  if (query.from !== undefined || query.to !== undefined) {
    const where = room === undefined ? '(SELECT no FROM rooms)' : '(?)';
    const range = file
      .prepare(
        `SELECT min(lo) AS lo, max(hi) AS hi FROM slots WHERE room IN ${where} AND slot BETWEEN ? AND ?`,
      )
      .get(
        ...(room === undefined ? [] : [room]),
        slotOf(query.from ?? -Number.MAX_SAFE_INTEGER),
        slotOf(query.to ?? Number.MAX_SAFE_INTEGER),
      ) as { readonly lo: number | null; readonly hi: number | null };
    if (range.lo === null || range.hi === null) return null;
    lo = Math.max(lo, range.lo);
    hi = Math.min(hi, range.hi);
  }
  return lo > hi ? null : { lo, hi };
}
