import type { RatePoint } from '../../../shared/learning/views.ts';
import type { Store } from '../../store/store.ts';
import { allRows } from '../all-rows.ts';

const HALF_HOUR = 1_800_000;
const POINTS = 48;

/** Messages and alerts (flags raised) in the newest half hours with chat, up to 48, of the last three days. */
export async function rateSeries(store: Store, roomId: string, now: number): Promise<readonly RatePoint[]> {
  const to = Math.floor(now / HALF_HOUR) * HALF_HOUR + HALF_HOUR;
  const from = to - 3 * POINTS * HALF_HOUR;
  const [buckets, flags] = await Promise.all([
    store.timeline(roomId, from, to, HALF_HOUR),
    allRows(store, { table: 'flags', where: { roomId }, from, to }),
  ]);
  const alerts = new Map<number, number>();
  for (const flag of flags) {
    const at = Math.floor(flag.firstAt / HALF_HOUR) * HALF_HOUR;
    alerts.set(at, (alerts.get(at) ?? 0) + 1);
  }
  return buckets
    .filter((bucket) => bucket.chat > 0)
    .slice(-POINTS)
    .map(({ at, chat }) => ({ at, messages: chat, alerts: alerts.get(at) ?? 0 }));
}
