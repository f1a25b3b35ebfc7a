import type { PersonFacts } from '../../../shared/detect/types.ts';
import type { Action } from '../../../shared/domain/action.ts';
import { countedMoney, type LiveEvent, textOf, timeOf } from '../../../shared/domain/event.ts';
import { addMoney, type Money, type MoneyTotals } from '../../../shared/domain/money.ts';
import { personIdOf } from '../../../shared/domain/person.ts';
import type { PersonSummary, Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import { createNewestMap } from './newest-map.ts';

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
}

/** Units that one person's sums hold at most. */
const MOST_UNITS = 32;
/** People asked for in one read; one read is on its way at a time. */
const MOST_ASKED = 500;
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
  let isAsking = false;

  /** One read for all who spoke since the last one: a read each cost more than looking at what they said. */
  const ask = async (): Promise<void> => {
    isAsking = true;
    while (waiting.size > 0) {
      const asked = [...waiting].slice(0, MOST_ASKED);
      const found = await store.persons(asked.map(([, pair]) => pair)).catch(() => []);
      for (const [at, [key]] of asked.entries()) {
        waiting.delete(key);
        const summary = found[at];
        if (summary !== undefined && sums.get(key) === undefined) sums.set(key, sumsOf(summary));
      }
    }
    isAsking = false;
  };
  const want = (key: string, roomId: string, personId: string): void => {
    if (waiting.size >= MOST_WAITING || waiting.has(key)) return;
    waiting.set(key, [personId, roomId]);
    if (isAsking) return;
    isAsking = true;
    setImmediate(() => void ask());
  };
  let sanctions: ReadonlyMap<string, readonly Action[]> | null = null;
  desk.onChange((changes) => {
    if (changes.some((change) => change.kind === 'action')) sanctions = null;
  });
  /** Looked up for every event, gathered anew only after an action changed. */
  const sanctionsOf = (personId: string): readonly Action[] => {
    sanctions ??= sanctionsByPerson(desk.actions.values());
    return sanctions.get(personId) ?? NONE;
  };
  const complete = (roomId: string, personId: string, base: Sums): PersonFacts => {
    const own = sanctionsOf(personId);
    const last = own.at(-1);
    return {
      firstSeenAt: base.firstSeenAt,
      messages: base.messages,
      totals: base.moneys,
      disputes: desk.disputesOf(roomId, personId),
      sanctions: own.length,
      lastSanction:
        last === undefined
          ? undefined
          : {
              at: last.requestedAt,
              kind: last.kind,
              by: last.actor.name,
              durationSec: last.durationSec ?? null,
            },
    };
  };

  return {
    peek(roomId, personId) {
      const key = `${roomId}|${personId}`;
      const base = sums.get(key);
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
      return complete(roomId, personId, base);
    },
    observe(event) {
      if (event.actor === undefined) return;
      const base = sums.get(`${event.roomId}|${personIdOf(event.platform, event.actor)}`);
      if (base === undefined || timeOf(event) === 0) return;
      if (textOf(event) !== '') base.messages += 1;
      const money = countedMoney(event);
      if (money === undefined) return;
      base.totals = addAgreeing(base.totals, money);
      base.moneys = Object.values(base.totals);
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
  };
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
