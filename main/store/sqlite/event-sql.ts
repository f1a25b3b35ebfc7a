import type { SearchQuery } from '../search-text.ts';
import type { EventQuery } from '../store.ts';
import { invalid } from '../store-error.ts';
import type { DayReader } from './day-reader.ts';
import { KIND_CODES } from './kinds.ts';
import type { RowBounds } from './row-bounds.ts';
import { rowBounds } from './row-bounds.ts';

/** How one day's file is asked: rows in the order wanted; the limit is bound last. */
export interface EventSql {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** The text is part of the SQL; otherwise the caller checks it. */
  readonly isTextChecked: boolean;
}

/** A condition with what is bound to it. */
interface Term {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * Chooses what leads: the most telling filter has an index that yields rows in order; the others are
 * checked on the thin table. Null where the file cannot hold an answer.
 */
export function eventSql(
  file: DayReader,
  query: EventQuery,
  search: SearchQuery | undefined,
  cursor: number | undefined,
): EventSql | null {
  if (search?.match === null || query.kinds?.length === 0) return null;
  const room = query.roomId === undefined ? undefined : file.room(query.roomId);
  if (query.roomId !== undefined && room === undefined) return null;
  const bounds = rowBounds(file, query, room, cursor);
  if (bounds === null) return null;
  const order = query.order === 'oldest' ? 'ASC' : 'DESC';
  const terms = filters(query, room);

  if (query.personId !== undefined) {
    const people = file.prepare('SELECT no FROM people WHERE id = ?').pluck().all(query.personId);
    const among = term(`e.person IN (${people.map(Number).join(', ')})`);
    return people.length === 0
      ? null
      : select('e.row', 'events e', [among, within('e.row', bounds), ...terms], 'e.row', order);
  }
  if (query.category !== undefined) {
    const hits = [term('h.category = ?', query.category), within('h.row', bounds)];
    const raised = query.flaggedOnly ? [term('h.raised = 1')] : [];
    const from = 'hits h CROSS JOIN events e ON e.row = h.row';
    return select('h.row', from, [...hits, ...raised, ...terms], 'h.row', order);
  }
  if (query.flaggedOnly) {
    const from = 'events e INDEXED BY events_flagged';
    return select('e.row', from, [within('e.row', bounds), ...terms], 'e.row', order);
  }
  if (search !== undefined) {
    const first = [term('search MATCH ?', search.match), within('s.rowid', bounds)];
    const from = terms.length === 0 ? 'search s' : 'search s CROSS JOIN events e ON e.row = s.rowid';
    return { ...select('s.rowid', from, [...first, ...terms], 's.rowid', order), isTextChecked: true };
  }
  if (room === undefined) {
    return select('e.row', 'events e NOT INDEXED', [within('e.row', bounds), ...terms], 'e.row', order);
  }
  if (query.kinds !== undefined && !query.kinds.includes('chat')) {
    return eachKind(query.kinds.map(codeOf), [within('e.row', bounds), ...terms], order);
  }
  const offsets = within('e.off', offsetBounds(file, room, bounds));
  const from = 'events e INDEXED BY events_room';
  return select('e.row', from, [offsets, within('e.row', bounds), ...terms], 'e.off', order);
}

function filters(query: EventQuery, room: number | undefined): readonly Term[] {
  return [
    ...(room === undefined ? [] : [term('e.room = ?', room)]),
    ...(query.from === undefined ? [] : [term('e.at >= ?', query.from)]),
    ...(query.to === undefined ? [] : [term('e.at < ?', query.to)]),
    ...(query.kinds === undefined ? [] : [term(`e.kind IN (${query.kinds.map(codeOf).join(', ')})`)]),
    ...(query.afterOffset === undefined ? [] : [term('e.off > ?', query.afterOffset)]),
    ...(query.flaggedOnly ? [term('e.flagged = 1')] : []),
  ];
}

function select(row: string, from: string, terms: readonly Term[], by: string, order: string): EventSql {
  const where = terms.map(({ sql }) => sql).join(' AND ');
  return {
    sql: `SELECT ${row} AS row FROM ${from} WHERE ${where} ORDER BY ${by} ${order} LIMIT ?`,
    values: terms.flatMap(({ values }) => values),
    isTextChecked: false,
  };
}

/** One ordered index range per kind, merged by SQLite. */
function eachKind(codes: readonly number[], terms: readonly Term[], order: string): EventSql {
  const where = terms.map(({ sql }) => sql).join(' AND ');
  const values = terms.flatMap((item) => item.values);
  const parts = codes.map(
    (code) =>
      `SELECT e.row AS row FROM events e INDEXED BY events_other WHERE e.kind <> 0 AND e.kind = ${code} AND ${where}`,
  );
  return {
    sql: `${parts.join(' UNION ALL ')} ORDER BY row ${order} LIMIT ?`,
    values: codes.flatMap(() => values),
    isTextChecked: false,
  };
}

function codeOf(kind: keyof typeof KIND_CODES): number {
  const code = KIND_CODES[kind];
  if (code === undefined) throw invalid('events', `no kind ${String(kind)}`);
  return code;
}

function term(sql: string, ...values: readonly unknown[]): Term {
  return { sql, values };
}

function within(column: string, { lo, hi }: RowBounds): Term {
  return term(`${column} BETWEEN ? AND ?`, lo, hi);
}

/** Offsets grow with rows inside a room, so bounds of one are bounds of the other. */
function offsetBounds(file: DayReader, room: number, { lo, hi }: RowBounds): RowBounds {
  const at = (sql: string, row: number): number | undefined =>
    file.prepare(sql).pluck().get(row, room) as number | undefined;
  const point = 'SELECT off FROM events WHERE row = ? AND room = ?';
  return { lo: at(point, lo) ?? 0, hi: at(point, hi) ?? Number.MAX_SAFE_INTEGER };
}
