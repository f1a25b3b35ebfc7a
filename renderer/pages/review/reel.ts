import type { ChatRow } from '../../../shared/api/views.ts';
import type { Action } from '../../../shared/domain/action.ts';
import type { Flag } from '../../../shared/domain/flag.ts';

/** One thing that happened, as the play-back shows it. */
export type ReelItem =
  | { readonly kind: 'row'; readonly at: number; readonly id: string; readonly row: ChatRow }
  | { readonly kind: 'flag'; readonly at: number; readonly id: string; readonly flag: Flag }
  | { readonly kind: 'action'; readonly at: number; readonly id: string; readonly action: Action };

/**
 * The rows read from the store around the play position. `from` is where reading began; `cursor`
 * continues it; `done` says nothing is left; `generation` tells answers to an older seek apart.
 */
export interface Reel {
  readonly generation: number;
  readonly from: number;
  readonly rows: readonly ChatRow[];
  readonly cursor?: string | undefined;
  readonly done: boolean;
}

/** Rows kept in the page at most. */
export const REEL_ROWS = 4_000;
/** Context read before the moment one jumps to, ms. */
export const LEAD_MS = 20_000;

/** Begins to read anew, a little before `at`. */
export function startReel(previous: Reel | null, at: number, from: number): Reel {
  return {
    generation: (previous?.generation ?? 0) + 1,
    from: Math.max(from, at - LEAD_MS),
    rows: [],
    done: false,
  };
}

/** Adds a page of rows (oldest first); an answer to an older seek is left out. */
export function addPage(
  reel: Reel,
  generation: number,
  page: { readonly rows: readonly ChatRow[]; readonly cursor?: string | undefined },
): Reel {
  if (generation !== reel.generation) return reel;
  const known = new Set(reel.rows.map((row) => row.id));
  const rows = [...reel.rows, ...page.rows.filter((row) => !known.has(row.id))];
  return {
    ...reel,
    rows: rows.slice(-REEL_ROWS),
    cursor: page.cursor,
    done: page.cursor === undefined,
  };
}

/** Whether more rows must be read so that the next twelve wall seconds are there. */
export function needsMore(reel: Reel, at: number, speed: number): boolean {
  if (reel.done) return false;
  const last = reel.rows.at(-1);
  return last === undefined || last.at - at < 12_000 * speed;
}

/** Whether the moment can be shown from what was read; otherwise the reel starts anew. */
export function covers(reel: Reel, at: number): boolean {
  const last = reel.rows.at(-1);
  const first = reel.rows[0];
  const begun = at >= reel.from && (reel.rows.length < REEL_ROWS || (first !== undefined && at >= first.at));
  return begun && (reel.done || last === undefined || at <= last.at + 60_000);
}

/** What has happened up to `at`, in order, the newest `limit`. */
export function shownItems(
  reel: Reel,
  flags: readonly Flag[],
  actions: readonly Action[],
  at: number,
  limit: number,
): readonly ReelItem[] {
  const rows = reel.rows.slice(Math.max(0, upTo(reel.rows, at) - limit), upTo(reel.rows, at));
  const since = Math.max(reel.from, rows.length < limit ? 0 : (rows[0]?.at ?? 0));
  const inside = (time: number) => time >= since && time <= at;
  const items: readonly ReelItem[] = [
    ...rows.map((row): ReelItem => ({ kind: 'row', at: row.at, id: row.id, row })),
    ...flags
      .filter((flag) => inside(flag.firstAt))
      .map((flag): ReelItem => ({ kind: 'flag', at: flag.firstAt, id: flag.id, flag })),
    ...actions
      .filter((action) => inside(action.requestedAt))
      .map((action): ReelItem => ({ kind: 'action', at: action.requestedAt, id: action.id, action })),
  ];
  return items.toSorted((a, b) => a.at - b.at || ORDER[a.kind] - ORDER[b.kind]).slice(-limit);
}

const ORDER = { row: 0, flag: 1, action: 2 } as const;

/** How many rows are at or before `at` (rows are in time order). */
function upTo(rows: readonly ChatRow[], at: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
