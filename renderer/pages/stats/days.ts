import type { StatRow } from '../../../shared/support/views.ts';
import type { Range } from './range.ts';

/** One day's, or for a single day one hour's, conversations and middle first response. */
export interface Stretch {
  readonly at: number;
  /** Where it ends, epoch ms. */
  readonly until: number;
  readonly count: number;
  /** Median first response, seconds. */
  readonly firstResponseSec: number | null;
}

/** Rows by day, or by hour where the range is one day; empty stretches are there too. */
export function stretches(rows: readonly StatRow[], range: Range): readonly Stretch[] {
  const isDay = range.to - range.from <= 26 * 3_600_000;
  const starts: number[] = [];
  const cursor = new Date(range.from);
  while (cursor.getTime() < range.to) {
    starts.push(cursor.getTime());
    if (isDay) cursor.setHours(cursor.getHours() + 1);
    else cursor.setDate(cursor.getDate() + 1);
  }
  return starts.map((at, index) => {
    const end = starts[index + 1] ?? range.to;
    const inside = rows.filter((row) => row.at >= at && row.at < end);
    const times = inside.flatMap((row) => row.firstResponseMs ?? []).sort((left, right) => left - right);
    return { at, until: end, count: inside.length, firstResponseSec: median(times) };
  });
}

function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)] ?? 0;
  const high = sorted[Math.ceil(middle)] ?? 0;
  return (low + high) / 2 / 1_000;
}
