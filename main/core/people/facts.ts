import { type PaidDay, withPaid } from '../../../shared/detect/paid-days.ts';
import type { PersonFacts } from '../../../shared/detect/types.ts';
import type { Action } from '../../../shared/domain/action.ts';
import { countedMoney, type LiveEvent, textOf, timeOf } from '../../../shared/domain/event.ts';
import { addMoney, type Money, type MoneyTotals } from '../../../shared/domain/money.ts';
import { personIdOf } from '../../../shared/domain/person.ts';
import type { PersonSummary, Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import { createEarlierDisputes } from './earlier-disputes.ts';
import { createNewestMap } from './newest-map.ts';
import { paidPast } from './paid-past.ts';
import { createPlatformSanctions } from './platform-sanctions.ts';

/** What detection may know of a person at once, without waiting. */
export interface FactsCache {
  /** Undefined until loaded; asking starts the load. */
  readonly peek: (roomId: string, personId: string) => PersonFacts | undefined;
  readonly load: (roomId: string, personId: string) => Promise<PersonFacts>;
  /** Keeps loaded sums in step with what happens. */
  readonly observe: (event: LiveEvent) => void;
  readonly size: () => number;
}

interface Sums {
  readonly firstSeenAt: number | undefined;
  messages: number;
  totals: MoneyTotals;
  /** The same as a list. */
  moneys: readonly Money[];
  /** Known at once of who never paid before; of others once it was read. */
  firstPaidAt: number | undefined;
  paidDays: readonly PaidDay[];
}

/** Units that one person's sums hold at most. */
const MOST_UNITS = 32;
/** People asked for in one read; one read is on its way at a time. */
const MOST_ASKED = 500;
/** Payers whose past waits to be read, one at a time. */
const MOST_PASTS = 1_000;
/** How long who spoke is gathered before the store is asked, ms: waking its thread costs more than the question. */
const GATHER_MS = 20;
/** People waiting to be asked for; who comes beyond is asked for when they speak again. */
const MOST_WAITING = 5_000;

/** Bounded to the newest people touched, at most `capacity` (default 60,000). */
export function createFacts(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly capacity?: number;
}): FactsCache {
  const { store, desk } = deps;
  const sums = createNewestMap<Sums>(deps.capacity ?? 60_000);
  const waiting = new Map<string, readonly [personId: string, roomId: string]>();
  /** Of those, who paid since: what is read may or may not have it, so they are asked for anew when they speak. */
  const paidMeanwhile = new Set<string>();
  let isAsking = false;

  /** One read for all who spoke since the last one: a read each cost more than looking at what they said. */
  const ask = async (): Promise<void> => {
    isAsking = true;
    while (waiting.size > 0) {
      const asked = [...waiting].slice(0, MOST_ASKED);
      const found = await store.persons(asked.map(([, pair]) => pair)).catch(() => []);
      for (const [at, [key, [personId, roomId]]] of asked.entries()) {
        waiting.delete(key);
        const summary = found[at];
        if (paidMeanwhile.delete(key) || summary === undefined || sums.get(key) !== undefined) continue;
        const base = sumsOf(summary);
        sums.set(key, base);
        wantPast(key, roomId, personId, base);
      }
    }
    isAsking = false;
  };
  const want = (key: string, roomId: string, personId: string): void => {
    if (waiting.size >= MOST_WAITING || waiting.has(key)) return;
    waiting.set(key, [personId, roomId]);
    if (isAsking) return;
    isAsking = true;
    setTimeout(() => void ask(), GATHER_MS);
  };
  const pasts = new Map<string, readonly [personId: string, roomId: string]>();
  let isReadingPasts = false;
  /** Few pay, and only a dispute asks when and how much: read one by one, when nothing else is asked. */
  const readPasts = async (): Promise<void> => {
    isReadingPasts = true;
    for (const [key, [personId, roomId]] of pasts) {
      pasts.delete(key);
      const base = sums.get(key);
      if (base !== undefined) await readPast(base, roomId, personId);
    }
    isReadingPasts = false;
  };
  const readPast = async (base: Sums, roomId: string, personId: string): Promise<void> => {
    const before = base.paidDays;
    const past = await paidPast(store, roomId, personId, base.moneys).catch(() => undefined);
    // Who paid meanwhile is read anew when they are next loaded; their day counts as it came.
    if (past === undefined || base.paidDays !== before) return;
    base.firstPaidAt = past.firstPaidAt;
    base.paidDays = past.days;
  };
  const wantPast = (key: string, roomId: string, personId: string, base: Sums): void => {
    if (base.moneys.length === 0 || pasts.size >= MOST_PASTS) return;
    pasts.set(key, [personId, roomId]);
    if (!isReadingPasts) void readPasts();
  };
  const earlier = createEarlierDisputes({ store, desk });
  const platform = createPlatformSanctions();
  let sanctions: ReadonlyMap<string, readonly Action[]> | null = null;
  desk.onChange((changes) => {
    if (changes.some((change) => change.kind === 'action')) sanctions = null;
  });
  /** Looked up for every event, gathered anew only after an action changed. */
  const sanctionsOf = (personId: string): readonly Action[] => {
    sanctions ??= sanctionsByPerson(desk.actions.values());
    return sanctions.get(personId) ?? NONE;
  };
  /** Looked up last: an event is observed right after its sender was looked up. */
  let lastRoom = '';
  let lastPerson = '';
  let lastSums: Sums | undefined;
  const complete = (roomId: string, personId: string, base: Sums): PersonFacts => {
    const own = sanctionsOf(personId);
    const others = platform.of(roomId, personId);
    return {
      firstSeenAt: base.firstSeenAt,
      messages: base.messages,
      totals: base.moneys,
      disputes: earlier.of(roomId, personId),
      firstPaidAt: base.firstPaidAt,
      paidDays: base.paidDays,
      sanctions: own.length + (others?.count ?? 0),
      lastSanction: newerOf(own.at(-1), others?.last),
    };
  };

  return {
    peek(roomId, personId) {
      const key = `${roomId}|${personId}`;
      const base = sums.get(key);
      lastRoom = roomId;
      lastPerson = personId;
      lastSums = base;
      if (base === undefined) {
        want(key, roomId, personId);
        return undefined;
      }
      return complete(roomId, personId, base);
    },
    async load(roomId, personId) {
      const key = `${roomId}|${personId}`;
      const held = sums.get(key);
      if (held !== undefined) return complete(roomId, personId, held);
      const loaded = sumsOf(await store.person(personId, roomId));
      const base = sums.get(key) ?? loaded;
      sums.set(key, base);
      if (base.moneys.length > 0) await readPast(base, roomId, personId);
      return complete(roomId, personId, base);
    },
    observe(event) {
      platform.observe(event);
      if (event.actor === undefined) return;
      const personId = personIdOf(event.platform, event.actor);
      const isLast = lastSums !== undefined && event.roomId === lastRoom && personId === lastPerson;
      const base = isLast ? lastSums : sums.get(`${event.roomId}|${personId}`);
      const money = countedMoney(event);
      if (base === undefined) {
        const key = `${event.roomId}|${personId}`;
        if (money !== undefined && waiting.has(key)) paidMeanwhile.add(key);
        return;
      }
      if (timeOf(event) === 0) return;
      if (textOf(event) !== '') base.messages += 1;
      if (money === undefined) return;
      if (base.moneys.length === 0) base.firstPaidAt = timeOf(event);
      base.totals = addAgreeing(base.totals, money);
      base.moneys = Object.values(base.totals);
      base.paidDays = withPaid(base.paidDays, money, timeOf(event));
    },
    size: sums.size,
  };
}

const NONE: readonly Action[] = [];

function sumsOf(summary: PersonSummary | null): Sums {
  const totals = (summary?.totals ?? []).reduce<MoneyTotals>(addAgreeing, {});
  return {
    firstSeenAt: summary?.firstSeenAt,
    messages: summary?.messages ?? 0,
    totals,
    moneys: Object.values(totals),
    firstPaidAt: undefined,
    paidDays: [],
  };
}

/** Ours or the platform's, whichever came last. */
function newerOf(own: Action | undefined, other: PersonFacts['lastSanction']): PersonFacts['lastSanction'] {
  if (own === undefined || (other !== undefined && other.at > own.requestedAt)) return other;
  const { requestedAt, kind, actor, durationSec } = own;
  return { at: requestedAt, kind, by: actor.name, durationSec: durationSec ?? null };
}

function sanctionsByPerson(actions: Iterable<Action>): ReadonlyMap<string, readonly Action[]> {
  const found = new Map<string, Action[]>();
  for (const action of actions) {
    if (action.target === undefined || action.state === 'failed') continue;
    if (action.kind !== 'mute' && action.kind !== 'ban') continue;
    const own = found.get(action.target.id);
    if (own === undefined) found.set(action.target.id, [action]);
    else own.push(action);
  }
  return found;
}

/** A unit that suddenly comes with another scale is a hostile event, not money: it is left out of sums. */
function addAgreeing(totals: MoneyTotals, money: Money): MoneyTotals {
  const before = Object.hasOwn(totals, money.unit) ? totals[money.unit] : undefined;
  if (before === undefined) return Object.keys(totals).length < MOST_UNITS ? addMoney(totals, money) : totals;
  return before.scale === money.scale ? addMoney(totals, money) : totals;
}
