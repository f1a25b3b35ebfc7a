import { readListCursor, writeListCursor } from '../cursors.ts';
import { COLUMN, fieldsOf, TABLES } from '../index-fields.ts';
import type { IndexField, ListQuery, TableName } from '../store.ts';
import { invalid } from '../store-error.ts';
import type { Statement } from './database.ts';

type Prepare = (sql: string) => Statement;

/** A record as JSON, or null. */
export function readRecord(prepare: Prepare, table: TableName, id: string): string | null {
  const doc = prepare(`SELECT doc FROM ${checked(table)} WHERE id = ?`)
    .pluck()
    .get(id);
  return typeof doc === 'string' ? doc : null;
}

/** A page of records as JSON: `{"rows":[…],"cursor"?}`. */
export function listRecords(prepare: Prepare, query: ListQuery<TableName>): string {
  const { sql, values } = listSql(query);
  const found = prepare(sql).all(...values, query.limit + 1) as { id: string; at: number; doc: string }[];
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const rows = `"rows":[${page.map((row) => row.doc).join(',')}]`;
  const hasMore = found.length > page.length && last !== undefined;
  return hasMore ? `{${rows},"cursor":${JSON.stringify(writeListCursor(last))}}` : `{${rows}}`;
}

function listSql(query: ListQuery<TableName>): { readonly sql: string; readonly values: readonly unknown[] } {
  const table = checked(query.table);
  const isOldest = query.order === 'oldest';
  const terms: string[] = [];
  const values: unknown[] = [];
  const add = (term: string, ...bound: unknown[]) => {
    terms.push(term);
    values.push(...bound);
  };
  for (const [name, value] of Object.entries(query.where ?? {})) {
    if (value === undefined) continue;
    if (!fieldsOf(table).includes(name as IndexField))
      throw invalid('list', `${table} cannot be asked by ${name}`);
    add(`${COLUMN[name as IndexField]} = ?`, value);
  }
  if (query.from !== undefined) add('at >= ?', query.from);
  if (query.to !== undefined) add('at < ?', query.to);
  if (query.cursor !== undefined) {
    const { at, id } = readListCursor(query.cursor);
    add(`(at, id) ${isOldest ? '>' : '<'} (?, ?)`, at, id);
  }
  const where = terms.length === 0 ? '' : `WHERE ${terms.join(' AND ')}`;
  const order = isOldest ? 'at, id' : 'at DESC, id DESC';
  return { sql: `SELECT id, at, doc FROM ${table} ${where} ORDER BY ${order} LIMIT ?`, values };
}

function checked(table: TableName): TableName {
  if (!TABLES.includes(table)) throw invalid('list', `no table ${String(table)}`);
  return table;
}
