import type { PersonFacts } from '../../../shared/detect/types.ts';
import { countedMoney, type LiveEvent, textOf, timeOf } from '../../../shared/domain/event.ts';
import { addMoney, type Money, type MoneyTotals } from '../../../shared/domain/money.ts';
import { personIdOf } from '../../../shared/domain/person.ts';
import type { Store } from '../../store/store.ts';

/** What was known of people at each event of the past, as a back-test walks through it. */
export interface PastFacts {
  /** Undefined until loaded. */
  readonly peek: (personId: string, at: number) => PersonFacts | undefined;
  readonly load: (personId: string, at: number) => Promise<PersonFacts>;
  /** Takes in an event that was looked at. */
  readonly observe: (event: LiveEvent) => void;
}

interface Past {
  readonly firstSeenAt: number | undefined;
  messages: number;
  totals: MoneyTotals;
  /** Times of sanctions by us and of dispute flags, in any order. */
  readonly sanctions: readonly number[];
  readonly disputes: readonly number[];
}

/** People remembered; the others are read again. */
const MOST = 20_000;
const NEWEST = 200;

/** Facts of one room from `from` on: sums before it from the store, what comes after as it comes. */
export function createPastFacts(
  store: Pick<Store, 'person' | 'list'>,
  roomId: string,
  from: number,
): PastFacts {
  const known = new Map<string, Past>();
  /** What somebody did in the walk before anybody asked. */
  const walked = new Map<string, { messages: number; totals: MoneyTotals }>();

  const read = async (personId: string): Promise<Past> => {
    const where = { roomId, personId };
    const [all, since, actions, flags] = await Promise.all([
      store.person(personId, roomId),
      store.person(personId, roomId, from),
      store.list({ table: 'actions', where, order: 'newest', limit: NEWEST }),
      store.list({ table: 'flags', where, order: 'newest', limit: NEWEST }),
    ]);
    const own = walked.get(personId);
    const before = (all?.totals ?? []).reduce<MoneyTotals>(addAgreeing, {});
    const totals = [
      ...(since?.totals ?? []).map(negative),
      ...Object.values(own?.totals ?? {}),
    ].reduce<MoneyTotals>(addAgreeing, before);
    walked.delete(personId);
    return {
      firstSeenAt: all?.firstSeenAt,
      messages: Math.max(0, (all?.messages ?? 0) - (since?.messages ?? 0)) + (own?.messages ?? 0),
      totals,
      sanctions: actions.rows.flatMap(({ kind, state, requestedAt }) =>
        (kind === 'mute' || kind === 'ban') && state !== 'failed' ? [requestedAt] : [],
      ),
      disputes: flags.rows.flatMap(({ category, firstAt }) => (category === 'dispute' ? [firstAt] : [])),
    };
  };
  const factsAt = (past: Past, at: number): PersonFacts => ({
    firstSeenAt: past.firstSeenAt,
    messages: past.messages,
    totals: Object.values(past.totals),
    sanctions: past.sanctions.filter((each) => each < at).length,
    disputes: past.disputes.filter((each) => each < at).length,
  });

  return {
    peek(personId, at) {
      const past = known.get(personId);
      return past === undefined ? undefined : factsAt(past, at);
    },
    async load(personId, at) {
      const past = known.get(personId) ?? (await read(personId));
      known.set(personId, past);
      if (known.size > MOST) known.delete(known.keys().next().value ?? '');
      return factsAt(past, at);
    },
    observe(event) {
      if (event.actor === undefined || timeOf(event) < from) return;
      const money = countedMoney(event);
      const isMessage = textOf(event) !== '';
      if (money === undefined && !isMessage) return;
      const personId = personIdOf(event.platform, event.actor);
      const held = known.get(personId) ?? walked.get(personId) ?? { messages: 0, totals: {} };
      if (isMessage) held.messages += 1;
      if (money !== undefined) held.totals = addAgreeing(held.totals, money);
      if (!known.has(personId)) walked.set(personId, held);
    },
  };
}

function negative(money: Money): Money {
  const turn = (amount: string): string => String(-BigInt(amount));
  return {
    ...money,
    amountMinor: turn(money.amountMinor),
    ...(money.cnyFen == null ? {} : { cnyFen: turn(money.cnyFen) }),
  };
}

/** A unit that comes with two scales is a hostile event, not money. */
function addAgreeing(totals: MoneyTotals, money: Money): MoneyTotals {
  const before = Object.hasOwn(totals, money.unit) ? totals[money.unit] : undefined;
  return before === undefined || before.scale === money.scale ? addMoney(totals, money) : totals;
}
