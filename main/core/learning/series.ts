import type { Flag } from '../../../shared/domain/flag.ts';
import type { RatePoint } from '../../../shared/learning/views.ts';
import type { Store } from '../../store/store.ts';

const HALF_HOUR = 1_800_000;
const POINTS = 48;
/** Three days: a room that is live some hours a day has 48 half hours in them. */
const SPAN = 3 * POINTS * HALF_HOUR;
const MOST_FLAGS = 5_000;
const PAGE = 500;

/** Flags raised in a room by half hour, counted as they come. */
export interface AlertCounts {
  /** The same flag counts once. */
  readonly note: (flag: Pick<Flag, 'id' | 'firstAt'>) => void;
  readonly at: (bucket: number) => number;
}

/** Counts of about the newest three days. */
export function createAlertCounts(): AlertCounts {
  const counts = new Map<number, Set<string>>();
  return {
    note: ({ id, firstAt }) => {
      const bucket = Math.floor(firstAt / HALF_HOUR) * HALF_HOUR;
      const held = counts.get(bucket);
      if (held !== undefined) {
        held.add(id);
        return;
      }
      counts.set(bucket, new Set([id]));
      for (const old of counts.keys()) if (old < bucket - SPAN) counts.delete(old);
    },
    at: (bucket) => counts.get(bucket)?.size ?? 0,
  };
}

/** Counts what the store holds of the last three days; at most 5,000 flags. */
export async function countStored(
  store: Pick<Store, 'list'>,
  roomId: string,
  now: number,
  counts: AlertCounts,
): Promise<void> {
  let cursor: string | undefined;
  let read = 0;
  do {
    const page = await store.list({
      table: 'flags',
      where: { roomId },
      from: now - SPAN,
      order: 'newest',
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    page.rows.forEach(counts.note);
    read += page.rows.length;
    cursor = page.cursor;
  } while (cursor !== undefined && read < MOST_FLAGS);
}

/** Messages and alerts (flags raised) in the newest half hours with chat, up to 48. */
export async function rateSeries(
  store: Pick<Store, 'timeline'>,
  roomId: string,
  now: number,
  counts: AlertCounts,
): Promise<readonly RatePoint[]> {
  const to = Math.floor(now / HALF_HOUR) * HALF_HOUR + HALF_HOUR;
  const buckets = await store.timeline(roomId, to - SPAN, to, HALF_HOUR);
  return buckets
    .filter((bucket) => bucket.chat > 0)
    .slice(-POINTS)
    .map(({ at, chat }) => ({ at, messages: chat, alerts: counts.at(at) }));
}
