import type { TimelineBucket } from './store.ts';
import { invalid } from './store-error.ts';

/** The finest part of a timeline, ms: buckets are multiples of it. */
export const SLOT_MS = 10_000;

/** Most buckets one timeline may have. */
export const MAX_BUCKETS = 10_000;

/** What happened in one slot of a room. */
export interface SlotSum {
  readonly slot: number;
  readonly chat: number;
  readonly gifts: number;
  readonly flagged: number;
  readonly fen: bigint;
}

/** The buckets a timeline is made of: `count` of `bucketMs` from `start`, aligned to the epoch. */
export interface Grid {
  readonly start: number;
  readonly bucketMs: number;
  readonly count: number;
}

/**
 * The grid that covers [from, to). The size is raised to a multiple of 10 s and the first bucket may
 * begin before `from`. Throws `StoreError` with `invalid` for more than 10,000 buckets.
 */
export function gridOf(from: number, to: number, bucketMs: number): Grid {
  const size = Math.max(SLOT_MS, Math.ceil(bucketMs / SLOT_MS) * SLOT_MS);
  const start = Math.floor(from / size) * size;
  const count = Math.max(0, Math.ceil((to - start) / size));
  if (!(count <= MAX_BUCKETS)) throw invalid('timeline', `at most ${MAX_BUCKETS} buckets at once`);
  return { start, bucketMs: size, count };
}

/** Fills the grid from slots, in any order and repeated, and the gaps that overlap it. */
export function fillGrid(
  grid: Grid,
  slots: Iterable<SlotSum>,
  gaps: readonly (readonly [from: number, to: number])[],
): readonly TimelineBucket[] {
  const buckets = Array.from({ length: grid.count }, () => ({ chat: 0, gifts: 0, flagged: 0, fen: 0n }));
  for (const slot of slots) {
    const bucket = buckets[Math.floor((slot.slot * SLOT_MS - grid.start) / grid.bucketMs)];
    if (bucket === undefined) continue;
    bucket.chat += slot.chat;
    bucket.gifts += slot.gifts;
    bucket.flagged += slot.flagged;
    bucket.fen += slot.fen;
  }
  const covered = coverage(grid, merged(gaps));
  return buckets.map(({ chat, gifts, flagged, fen }, index) => ({
    at: grid.start + index * grid.bucketMs,
    chat,
    gifts,
    flagged,
    giftFen: String(fen),
    gapMs: covered[index] ?? 0,
  }));
}

/** Overlapping gaps made into one. */
function merged(gaps: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const out: [number, number][] = [];
  for (const [from, to] of [...gaps].sort((left, right) => left[0] - right[0])) {
    const last = out.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

function coverage(grid: Grid, gaps: readonly (readonly [number, number])[]): readonly number[] {
  const covered = new Array<number>(grid.count).fill(0);
  for (const [from, to] of gaps) {
    const first = Math.max(0, Math.floor((from - grid.start) / grid.bucketMs));
    for (let index = first; index < grid.count; index += 1) {
      const begin = grid.start + index * grid.bucketMs;
      if (begin >= to) break;
      covered[index] =
        (covered[index] ?? 0) + Math.max(0, Math.min(to, begin + grid.bucketMs) - Math.max(from, begin));
    }
  }
  return covered;
}
