import { readListCursor, writeListCursor } from '../cursors.ts';
import { fieldsOf, indexValues, TABLES } from '../index-fields.ts';
import type { IndexField, ListQuery, Records, StoreOp, TableName } from '../store.ts';
import { invalid } from '../store-error.ts';

interface Kept {
  readonly id: string;
  readonly at: number;
  readonly fields: Readonly<Partial<Record<IndexField, string | null>>>;
  readonly json: string;
}

/** The records of the decisions file, in memory. */
export interface MemoryRecords {
  /** Checks and copies; `apply` cannot fail. */
  readonly prepare: (ops: readonly StoreOp[]) => { readonly apply: () => void };
  readonly get: <T extends TableName>(table: T, id: string) => Records[T] | null;
  readonly list: <T extends TableName>(
    query: ListQuery<T>,
  ) => { readonly rows: readonly Records[T][]; readonly cursor?: string | undefined };
  readonly bytes: () => number;
}

/** Makes empty tables. */
export function memoryRecords(): MemoryRecords {
  const tables = new Map<TableName, Map<string, Kept>>(TABLES.map((table) => [table, new Map()]));
  const rowsOf = (table: TableName): Map<string, Kept> => {
    const rows = tables.get(table);
    if (rows === undefined) throw invalid('write', `no table ${String(table)}`);
    return rows;
  };

  return {
    prepare: (ops) => {
      const steps = ops.flatMap((op): readonly (() => void)[] => {
        if (op.op === 'delete') {
          const rows = rowsOf(op.table);
          return [() => rows.delete(op.id)];
        }
        if (op.op !== 'put') return [];
        const rows = rowsOf(op.table);
        const kept = keep(op.table, op.row);
        return [() => rows.set(kept.id, kept)];
      });
      return {
        apply: () => {
          for (const step of steps) step();
        },
      };
    },
    get: (table, id) => {
      const kept = rowsOf(table).get(id);
      return kept === undefined ? null : JSON.parse(kept.json);
    },
    list: (query) => {
      const page = pageOf([...rowsOf(query.table).values()], query);
      return { ...page, rows: page.rows.map((kept) => JSON.parse(kept.json)) };
    },
    bytes: () => {
      let sum = 0;
      for (const rows of tables.values()) for (const kept of rows.values()) sum += kept.json.length;
      return sum;
    },
  };
}

function keep(table: TableName, row: Records[TableName]): Kept {
  const { at, fields } = indexValues(table, row);
  if (typeof row.id !== 'string' || !Number.isFinite(at))
    throw invalid('write', `${table}: a row needs id and time`);
  return { id: row.id, at, fields, json: JSON.stringify(row) };
}

function pageOf<T extends TableName>(all: readonly Kept[], query: ListQuery<T>) {
  const wanted = Object.entries(query.where ?? {}).filter(([, value]) => value !== undefined);
  const known = fieldsOf(query.table) as readonly string[];
  for (const [name] of wanted) {
    if (!known.includes(name)) throw invalid('list', `${query.table} cannot be asked by ${name}`);
  }
  const cursor = query.cursor === undefined ? undefined : readListCursor(query.cursor);
  const sign = query.order === 'oldest' ? 1 : -1;
  const order = (left: { at: number; id: string }, right: { at: number; id: string }) =>
    sign * (left.at - right.at || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
  const rows = all
    .filter((kept) => wanted.every(([name, value]) => kept.fields[name as IndexField] === value))
    .filter((kept) => kept.at >= (query.from ?? -Infinity) && kept.at < (query.to ?? Infinity))
    .filter((kept) => cursor === undefined || order(kept, cursor) > 0)
    .sort(order);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return rows.length > page.length && last !== undefined
    ? { rows: page, cursor: writeListCursor(last) }
    : { rows: page };
}
