import type { PersonFacts } from '../../../shared/detect/types.ts';
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
      loading.delete(key);
      const loaded: Sums = {
        firstSeenAt: summary?.firstSeenAt,
        messages: summary?.messages ?? 0,
        totals: (summary?.totals ?? []).reduce<MoneyTotals>(addMoney, {}),
      };
      sums.set(key, loaded);
      if (sums.size > capacity) sums.delete(sums.keys().next().value ?? '');
      return loaded;
    });
    loading.set(key, promise);
    return promise;
  };
  const complete = (roomId: string, personId: string, base: Sums): PersonFacts => {
    let disputes = 0;
    for (const flag of desk.flags.values())
      if (flag.category === 'dispute' && flag.person?.id === personId && flag.roomId === roomId)
        disputes += 1;
    const sanctions = [...desk.actions.values()].filter(
      (action) =>
        action.target?.id === personId &&
        (action.kind === 'mute' || action.kind === 'ban') &&
        action.state !== 'failed',
    );
    const last = sanctions.at(-1);
    return {
      firstSeenAt: base.firstSeenAt,
      messages: base.messages,
      totals: Object.values(base.totals) as readonly Money[],
      disputes,
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
      if (money !== undefined) base.totals = addMoney(base.totals, money);
    },
    size: () => sums.size,
  };
}
