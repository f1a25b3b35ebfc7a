import type { Clock } from '../../../shared/domain/effects.ts';
import type { Store } from '../../store/store.ts';

/** How often viewers asked for the manager in the last 24 hours. */
export interface ManagerAsks {
  readonly left: (viewerId: string) => number;
  /** Counts one; otherwise when the next may be asked, epoch ms. */
  readonly take: (viewerId: string, addressHash: string | undefined) => true | number;
  readonly forget: () => void;
}

const DAY_MS = 86_400_000;
/** Viewers of one address together may ask this many times as often as one. */
const ADDRESS_FACTOR = 5;
const PAGE = 500;

/** Known again after a restart from what was escalated; an address is counted too, since anyone may be a new anonymous viewer. */
export async function createManagerAsks(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly perDay: () => number;
}): Promise<ManagerAsks> {
  const { clock } = deps;
  const asks = new Map<string, readonly number[]>();
  const of = (key: string): readonly number[] =>
    (asks.get(key) ?? []).filter((at) => at > clock.now() - DAY_MS);
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof read>> = await read(deps.store, clock.now() - DAY_MS, cursor);
    for (const trace of page.rows)
      if (trace.viewerId !== undefined && trace.by.id === trace.viewerId.slice(0, 128))
        asks.set(trace.viewerId, [...of(trace.viewerId), trace.at]);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return {
    left: (viewerId) => Math.max(0, deps.perDay() - of(viewerId).length),
    take(viewerId, addressHash) {
      const now = clock.now();
      const keys = [
        [viewerId, deps.perDay()],
        ...(addressHash === undefined ? [] : [[`address:${addressHash}`, deps.perDay() * ADDRESS_FACTOR]]),
      ] as const;
      for (const [key, limit] of keys) {
        const before = of(String(key));
        if (before.length >= Number(limit)) return (before[0] ?? now) + DAY_MS;
      }
      for (const [key] of keys) asks.set(String(key), [...of(String(key)), now]);
      return true;
    },
    forget() {
      for (const key of asks.keys()) if (of(key).length === 0) asks.delete(key);
    },
  };
}

function read(store: Store, from: number, cursor: string | undefined) {
  return store.list({ table: 'traces', where: { category: 'escalated' }, from, limit: PAGE, cursor });
}
