import { type Rung, stepBack } from '../../../shared/rules/ladder.ts';
import type { RuleRung } from '../../store/records.ts';
import type { Store, StoreOp } from '../../store/store.ts';
import { allRows } from '../all-rows.ts';

/** Where people stand on the ladders of rules. */
export interface Rungs {
  readonly of: (ruleId: string, roomId: string, personId: string) => Rung | undefined;
  /** Takes the rung at once; `op` writes it, `revert` puts back what was. */
  readonly set: (
    ruleId: string,
    roomId: string,
    personId: string,
    rung: Rung,
  ) => { readonly op: StoreOp; readonly revert: () => void };
  /** A step was taken back: one lower. */
  readonly back: (ruleId: string, roomId: string, personId: string) => StoreOp | undefined;
  /** Forgets what is older than any ladder remembers; gives what to delete. */
  readonly sweep: (now: number) => readonly StoreOp[];
}

/** The longest memory a ladder may have. */
const LONGEST_MS = 43_200 * 60_000;
/** People on ladders at once; beyond it who was penalised longest ago begins anew. */
const MOST = 50_000;

/** Loads who stands where. */
export async function createRungs(store: Pick<Store, 'list'>, now: number): Promise<Rungs> {
  const rows = new Map<string, RuleRung>();
  for (const row of await allRows(store, { table: 'ruleRungs', order: 'oldest' }))
    if (now - row.at < LONGEST_MS) rows.set(row.id, row);
  const put = (row: RuleRung): void => {
    rows.set(row.id, row);
    if (rows.size > MOST) rows.delete(rows.keys().next().value ?? '');
  };
  return {
    of: (ruleId, roomId, personId) => rows.get(keyOf(ruleId, roomId, personId)),
    set(ruleId, roomId, personId, rung) {
      const id = keyOf(ruleId, roomId, personId);
      const before = rows.get(id);
      const row: RuleRung = { ...rung, id, firstAt: before?.firstAt ?? rung.at };
      put(row);
      return {
        op: { op: 'put', table: 'ruleRungs', row },
        revert() {
          if (rows.get(id) !== row) return;
          if (before === undefined) rows.delete(id);
          else rows.set(id, before);
        },
      };
    },
    back(ruleId, roomId, personId) {
      const id = keyOf(ruleId, roomId, personId);
      const held = rows.get(id);
      if (held === undefined) return undefined;
      const lower = stepBack(held);
      if (lower === undefined) {
        rows.delete(id);
        return { op: 'delete', table: 'ruleRungs', id };
      }
      const row: RuleRung = { ...held, ...lower };
      rows.set(id, row);
      return { op: 'put', table: 'ruleRungs', row };
    },
    sweep(at) {
      const over = [...rows.values()].filter((row) => at - row.at >= LONGEST_MS);
      for (const row of over) rows.delete(row.id);
      return over.map(({ id }) => ({ op: 'delete', table: 'ruleRungs', id }));
    },
  };
}

function keyOf(ruleId: string, roomId: string, personId: string): string {
  return `${ruleId}|${roomId}|${personId}`;
}
