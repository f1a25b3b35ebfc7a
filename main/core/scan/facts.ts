import { type PaidDay, withPaid } from '../../../shared/detect/paid-days.ts';
import type { PersonFacts } from '../../../shared/detect/types.ts';
import { countedMoney, type LiveEvent, textOf, timeOf } from '../../../shared/domain/event.ts';
import { addMoney, type Money, type MoneyTotals } from '../../../shared/domain/money.ts';
import { personIdOf } from '../../../shared/domain/person.ts';

/** What one stream told of its people so far: gifts and sanctions that make a dispute or an appeal. */
export interface StreamFacts {
  /** What was known before this event. */
  readonly of: (event: LiveEvent) => PersonFacts | undefined;
  /** Takes the event into account. */
  readonly observe: (event: LiveEvent) => void;
}

interface Known {
  readonly firstSeenAt: number;
  messages: number;
  totals: MoneyTotals;
  firstPaidAt?: number;
  paidDays: readonly PaidDay[];
  sanctions: number;
  lastSanction?: NonNullable<PersonFacts['lastSanction']>;
}

/** Remembers the `most` people heard of last (default 50,000). */
export function createStreamFacts(most = 50_000): StreamFacts {
  const people = new Map<string, Known>();

  const touch = (key: string, at: number): Known => {
    const known = people.get(key) ?? { firstSeenAt: at, messages: 0, totals: {}, paidDays: [], sanctions: 0 };
    people.delete(key);
    people.set(key, known);
    if (people.size > most) people.delete(people.keys().next().value ?? '');
    return known;
  };

  return {
    of: (event) => {
      if (event.actor === undefined) return undefined;
      const known = people.get(keyOf(event, event.actor));
      if (known === undefined) return undefined;
      const totals: readonly Money[] = Object.values(known.totals);
      const { firstSeenAt, messages, firstPaidAt, paidDays, sanctions, lastSanction } = known;
      return {
        firstSeenAt,
        messages,
        totals,
        disputes: 0,
        firstPaidAt,
        paidDays,
        sanctions,
        ...(lastSanction ? { lastSanction } : {}),
      };
    },
    observe: (event) => {
      const at = timeOf(event);
      if (event.actor !== undefined) {
        const known = touch(keyOf(event, event.actor), at);
        if (textOf(event) !== '') known.messages++;
        const money = countedMoney(event);
        if (money !== undefined && agrees(known.totals, money)) {
          known.totals = addMoney(known.totals, money);
          known.firstPaidAt ??= at;
          known.paidDays = withPaid(known.paidDays, money, at);
        }
      }
      if (event.kind !== 'mod_action' || event.target === undefined) return;
      const { action, moderator, durationSec } = event.body;
      if (action !== 'mute' && action !== 'ban') return;
      const known = touch(keyOf(event, event.target), at);
      known.sanctions++;
      known.lastSanction = {
        at,
        kind: action,
        by: moderator?.name ?? '',
        ...(durationSec === undefined ? {} : { durationSec }),
      };
    },
  };
}

/** A unit that suddenly comes with another scale would be a hostile line, not money. */
export function agrees(totals: MoneyTotals, money: Money): boolean {
  const before = Object.hasOwn(totals, money.unit) ? totals[money.unit] : undefined;
  return before === undefined || before.scale === money.scale;
}

function keyOf(event: LiveEvent, user: NonNullable<LiveEvent['actor']>): string {
  return `${event.roomId}|${personIdOf(event.platform, user)}`;
}
