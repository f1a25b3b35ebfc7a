import { countedMoney, type EventKind, type LiveEvent } from '../../../shared/domain/event.ts';
import { addMoney, type MoneyTotals } from '../../../shared/domain/money.ts';
import { agrees } from './facts.ts';

/** Sums over a whole input: kinds, money by unit, memberships. */
export interface Totals {
  readonly add: (event: LiveEvent) => void;
  readonly summary: () => {
    readonly kinds: Readonly<Partial<Record<EventKind, number>>>;
    readonly money: MoneyTotals;
    readonly paid: number;
    readonly memberships: number;
  };
}

/** Empty sums. */
export function createTotals(): Totals {
  const kinds = new Map<EventKind, number>();
  let money: MoneyTotals = {};
  let paid = 0;
  let memberships = 0;
  return {
    add: (event) => {
      kinds.set(event.kind, (kinds.get(event.kind) ?? 0) + 1);
      if (event.kind === 'membership') memberships += event.body.count;
      const amount = countedMoney(event);
      if (amount === undefined || !agrees(money, amount)) return;
      paid++;
      money = addMoney(money, amount);
    },
    summary: () => ({ kinds: Object.fromEntries(kinds), money, paid, memberships }),
  };
}
