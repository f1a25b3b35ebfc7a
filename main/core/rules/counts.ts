import type { RuleCounts } from '../../../shared/rules/views.ts';
import type { RuleCount } from '../../store/records.ts';
import type { Store, StoreOp } from '../../store/store.ts';
import { allRows } from '../all-rows.ts';
import { keyOf } from './library.ts';

/** One thing a rule did. */
export type Tally =
  | { readonly kind: 'hit'; readonly shadow: boolean }
  | { readonly kind: 'action' }
  | { readonly kind: 'spared'; readonly why: string };

/** What versions of rules did, by room; what is counted is written with the events it is about. */
export interface Counter {
  readonly add: (ruleId: string, version: number, roomId: string, at: number, what: Tally) => void;
  /** What changed since this was last asked, to be written; the counts are put back by what it gives. */
  readonly take: () => { readonly ops: readonly StoreOp[]; readonly revert: () => void };
  /** Something cost too much or failed; counted since the core began. */
  readonly trouble: (ruleId: string, version: number, kind: 'overspent' | 'failed') => void;
  /** Sums over rooms; only those named, where any are. */
  readonly of: (ruleId: string, version: number | undefined, rooms?: readonly string[]) => RuleCounts;
}

const NONE: RuleCounts = { shadowHits: 0, hits: 0, actions: 0, spared: {}, overspent: 0, failed: 0 };

/** Loads what was counted before. `counted` hears of each rule that counted something. */
export async function createCounter(
  store: Pick<Store, 'list'>,
  counted: (ruleId: string, what: Tally['kind'] | 'trouble') => void = () => undefined,
): Promise<Counter> {
  const rows = new Map<string, Map<string, RuleCount>>();
  const before = new Map<string, RuleCount | undefined>();
  const troubles = new Map<string, { overspent: number; failed: number }>();
  const put = (row: RuleCount): void => {
    const key = keyOf(row.ruleId, row.version);
    const rooms = rows.get(key) ?? new Map<string, RuleCount>();
    rooms.set(row.roomId, row);
    rows.set(key, rooms);
  };
  for (const row of await allRows(store, { table: 'ruleCounts' })) put(row);

  return {
    add(ruleId, version, roomId, at, what) {
      const key = keyOf(ruleId, version);
      const held = rows.get(key)?.get(roomId);
      const id = `${key}|${roomId}`;
      if (!before.has(id)) before.set(id, held);
      put(added(held ?? fresh(id, ruleId, version, roomId, at), at, what));
      counted(ruleId, what.kind);
    },
    take() {
      const taken = [...before];
      before.clear();
      const now = taken.flatMap(([id]) => {
        const cut = id.indexOf('|');
        return rows.get(id.slice(0, cut))?.get(id.slice(cut + 1)) ?? [];
      });
      return {
        ops: now.map((row): StoreOp => ({ op: 'put', table: 'ruleCounts', row })),
        revert() {
          for (const [index, [, row]] of taken.entries()) {
            const after = now[index];
            if (after === undefined) continue;
            const held = rows.get(keyOf(after.ruleId, after.version));
            // Counted again since: only what was added in between stays.
            const current = held?.get(after.roomId);
            if (current !== after) continue;
            if (row === undefined) held?.delete(after.roomId);
            else put(row);
          }
        },
      };
    },
    trouble(ruleId, version, kind) {
      const key = keyOf(ruleId, version);
      const held = troubles.get(key) ?? { overspent: 0, failed: 0 };
      held[kind] += 1;
      troubles.set(key, held);
      counted(ruleId, 'trouble');
    },
    of(ruleId, version, rooms) {
      if (version === undefined) return NONE;
      const key = keyOf(ruleId, version);
      const own = [...(rows.get(key)?.values() ?? [])].filter(
        (row) => rooms === undefined || rooms.includes(row.roomId),
      );
      const sum = own.reduce(summed, NONE);
      return { ...sum, ...(troubles.get(key) ?? { overspent: 0, failed: 0 }) };
    },
  };
}

function fresh(id: string, ruleId: string, version: number, roomId: string, at: number): RuleCount {
  return {
    id,
    ruleId,
    version,
    roomId,
    firstAt: at,
    lastAt: at,
    shadowHits: 0,
    hits: 0,
    actions: 0,
    spared: {},
  };
}

function added(row: RuleCount, at: number, what: Tally): RuleCount {
  switch (what.kind) {
    case 'hit':
      return what.shadow
        ? { ...row, shadowHits: row.shadowHits + 1, lastAt: at }
        : { ...row, hits: row.hits + 1, lastAt: at };
    case 'action':
      return { ...row, actions: row.actions + 1 };
    case 'spared':
      return { ...row, spared: { ...row.spared, [what.why]: (row.spared[what.why] ?? 0) + 1 } };
  }
}

function summed(sum: RuleCounts, row: RuleCount): RuleCounts {
  const spared = { ...sum.spared };
  for (const [why, n] of Object.entries(row.spared)) spared[why] = (spared[why] ?? 0) + n;
  const hasHit = row.hits + row.shadowHits > 0;
  return {
    ...sum,
    shadowHits: sum.shadowHits + row.shadowHits,
    hits: sum.hits + row.hits,
    actions: sum.actions + row.actions,
    spared,
    ...(hasHit ? { lastAt: Math.max(sum.lastAt ?? 0, row.lastAt) } : {}),
  };
}
