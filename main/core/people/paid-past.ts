import { type PaidDay, withPaid } from '../../../shared/detect/paid-days.ts';
import { countedMoney, type EventKind, timeOf } from '../../../shared/domain/event.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { Store, StoredEvent } from '../../store/store.ts';

/** When somebody first paid in a room, and on which days since. */
export interface PaidPast {
  /** Absent where it lies before what is still stored. */
  readonly firstPaidAt?: number | undefined;
  readonly days: readonly PaidDay[];
}

/** Payments that are looked at; who paid more often has a habit anyway. */
const MOST = 500;
const PAID: readonly EventKind[] = ['gift', 'superchat', 'membership'];

/** Reads a payer's past; `totals` is what the store counted of them ever, which tells whether some of it is gone. */
export async function paidPast(
  store: Pick<Store, 'events'>,
  roomId: string,
  personId: string,
  totals: readonly Money[],
): Promise<PaidPast> {
  const newest = await store.events({ roomId, personId, kinds: PAID, order: 'newest', limit: MOST });
  let days: readonly PaidDay[] = [];
  const seen = new Map<string, bigint>();
  let first: number | undefined;
  const take = ({ event }: StoredEvent): void => {
    const money = countedMoney(event);
    if (money === undefined) return;
    first = Math.min(first ?? timeOf(event), timeOf(event));
    days = withPaid(days, money, timeOf(event));
    seen.set(money.unit, (seen.get(money.unit) ?? 0n) + BigInt(money.amountMinor));
  };
  const isAll = (): boolean =>
    totals.every((money) => (seen.get(money.unit) ?? 0n) >= BigInt(money.amountMinor));
  newest.rows.forEach(take);
  let isWhole = newest.cursor === undefined && isAll();
  if (newest.cursor === undefined && !isWhole) {
    // Some platforms pay by chat lines.
    const said = await store.events({ roomId, personId, kinds: ['chat'], order: 'newest', limit: MOST });
    said.rows.forEach(take);
    isWhole = isAll();
  }
  return { days, ...(isWhole && first !== undefined ? { firstPaidAt: first } : {}) };
}
