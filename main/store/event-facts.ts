import type { EventKind, LiveEvent } from '../../shared/domain/event.ts';
import { countedMoney, textOf, timeOf } from '../../shared/domain/event.ts';
import type { Money } from '../../shared/domain/money.ts';
import { fenOf } from '../../shared/domain/money.ts';
import { personIdOf } from '../../shared/domain/person.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';

/** What the store needs to know of an event, taken out once. */
export interface EventFacts {
  /** `timeOf` the event: what `from` and `to` of queries and timelines speak of. */
  readonly at: number;
  readonly text: string;
  readonly personId: string | null;
  readonly name: string | null;
  /** Counts as a message of the person (chat and paid messages). */
  readonly isMessage: boolean;
  readonly isGift: boolean;
  readonly isFlagged: boolean;
  readonly money: Money | null;
  readonly fen: bigint;
}

/** Takes the facts out of an event. */
export function factsOf(event: LiveEvent, verdicts: readonly Verdict[]): EventFacts {
  const money = countedMoney(event) ?? null;
  return {
    at: timeOf(event),
    text: textOf(event),
    personId: event.actor === undefined ? null : personIdOf(event.platform, event.actor),
    name: event.actor?.name ?? null,
    isMessage: event.kind === 'chat' || event.kind === 'superchat',
    isGift: GIFTS.has(event.kind),
    isFlagged: verdicts.some(isRaised),
    money: money === null || money.kind === 'none' ? null : money,
    fen: money === null ? 0n : (fenOf(money) ?? 0n),
  };
}

/** Whether a verdict raises a flag: shadow rules only count. */
export function isRaised(verdict: Verdict): boolean {
  return verdict.flag && verdict.shadow !== true;
}

const GIFTS: ReadonlySet<EventKind> = new Set(['gift', 'superchat', 'membership']);
