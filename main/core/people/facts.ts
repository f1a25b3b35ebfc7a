import type { PersonFacts } from '../../../shared/detect/types.ts';
import type { Action } from '../../../shared/domain/action.ts';
import { countedMoney, type LiveEvent, textOf, timeOf } from '../../../shared/domain/event.ts';
import { addMoney, type Money, type MoneyTotals } from '../../../shared/domain/money.ts';
import { personIdOf } from '../../../shared/domain/person.ts';
import type { Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';

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
}

/** Units that one person's sums hold at most. */
const MOST_UNITS = 32;

/** Bounded to the newest `capacity` people touched (default 20,000). */
export function createFacts(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly capacity?: number;
}): FactsCache {
  const { store, desk } = deps;
  const capacity = deps.capacity ?? 20_000;
  const sums = new Map<string, Sums>();
  const loading = new Map<string, Promise<Sums>>();

  const fetch = (key: string, roomId: string, personId: string): Promise<Sums> => {
    const running = loading.get(key);
    if (running !== undefined) return running;
    const promise = store.person(personId, roomId).then((summary) => {
      const loaded: Sums = {
        firstSeenAt: summary?.firstSeenAt,
        messages: summary?.messages ?? 0,
        totals: (summary?.totals ?? []).reduce<MoneyTotals>(addAgreeing, {}),
      };
      sums.set(key, loaded);
      if (sums.size > capacity) sums.delete(sums.keys().next().value ?? '');
      return loaded;
    });
    const settled = promise.finally(() => loading.delete(key));
    loading.set(key, settled);
    return settled;
  };
  let sanctions: ReadonlyMap<string, readonly Action[]> | null = null;
  desk.onChange((changes) => {
    if (changes.some((change) => change.kind === 'action')) sanctions = null;
  });
  /** Looked up for every event, gathered anew only after an action changed. */
  const sanctionsOf = (personId: string): readonly Action[] => {
    sanctions ??= sanctionsByPerson(desk.actions.values());
    return sanctions.get(personId) ?? [];
  };
  const complete = (roomId: string, personId: string, base: Sums): PersonFacts => {
    const sanctions = sanctionsOf(personId);
    const last = sanctions.at(-1);
    return {
      firstSeenAt: base.firstSeenAt,
      messages: base.messages,
      totals: Object.values(base.totals) as readonly Money[],
      // Counted when asked: few events need it, and every event passes here.
      get disputes() {
        let count = 0;
        for (const flag of desk.flags.values())
          if (flag.category === 'dispute' && flag.person?.id === personId && flag.roomId === roomId)
            count += 1;
        return count;
      },
      sanctions: sanctions.length,
      ...(last === undefined
        ? {}
        : {
            lastSanction: {
              at: last.requestedAt,
              kind: last.kind,
              by: last.actor.name,
              durationSec: last.durationSec ?? null,
            },
          }),
    };
  };

  return {
    peek(roomId, personId) {
      const key = `${roomId}|${personId}`;
      const base = sums.get(key);
      if (base === undefined) {
        void fetch(key, roomId, personId).catch(() => undefined);
        return undefined;
      }
      return complete(roomId, personId, base);
    },
    async load(roomId, personId) {
      const key = `${roomId}|${personId}`;
      return complete(roomId, personId, sums.get(key) ?? (await fetch(key, roomId, personId)));
    },
    observe(event) {
      if (event.actor === undefined) return;
      const base = sums.get(`${event.roomId}|${personIdOf(event.platform, event.actor)}`);
      if (base === undefined || timeOf(event) === 0) return;
      if (textOf(event) !== '') base.messages += 1;
      const money = countedMoney(event);
      if (money !== undefined) base.totals = addAgreeing(base.totals, money);
    },
    size: () => sums.size,
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
