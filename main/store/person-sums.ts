import type { Money } from '../../shared/domain/money.ts';
import { addMoney } from '../../shared/domain/money.ts';
import type { PersonSummary } from './store.ts';

/** Totals by unit and scale, so that a unit that comes with two scales is never mixed. */
export type SumTotals = Readonly<Record<string, Money>>;

/** A person's sums over some events; sums of sums are sums. */
export interface PersonSum {
  readonly name: string;
  readonly messages: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly totals: SumTotals;
}

/** Adds one amount. */
export function addTotal(totals: SumTotals, money: Money): SumTotals {
  const key = `${money.unit}/${money.scale}`;
  const before = totals[key];
  // Without a prototype: a unit may be called `constructor`.
  const own: Record<string, Money> = Object.create(null);
  if (before !== undefined) own[money.unit] = before;
  const sum = addMoney(own, money)[money.unit];
  return sum === undefined ? totals : { ...totals, [key]: sum };
}

/** Adds the later sum to the earlier one; the name is the one seen last. */
export function addSums(earlier: PersonSum | undefined, later: PersonSum): PersonSum {
  if (earlier === undefined) return later;
  return {
    name: later.lastAt >= earlier.lastAt ? later.name : earlier.name,
    messages: earlier.messages + later.messages,
    firstAt: Math.min(earlier.firstAt, later.firstAt),
    lastAt: Math.max(earlier.lastAt, later.lastAt),
    totals: Object.values(later.totals).reduce(addTotal, earlier.totals),
  };
}

/** What callers see of it; totals sorted by unit. */
export function summaryOf(personId: string, sum: PersonSum | undefined): PersonSummary | null {
  if (sum === undefined) return null;
  return {
    personId,
    name: sum.name,
    firstSeenAt: sum.firstAt,
    lastSeenAt: sum.lastAt,
    messages: sum.messages,
    totals: Object.entries(sum.totals)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, money]) => money),
  };
}
