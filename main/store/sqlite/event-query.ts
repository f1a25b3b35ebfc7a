import type { LiveEvent } from '../../../shared/domain/event.ts';
import { textOf } from '../../../shared/domain/event.ts';
import type { EventCursor } from '../cursors.ts';
import { readEventCursor, writeEventCursor } from '../cursors.ts';
import type { SearchQuery } from '../search-text.ts';
import { searchQuery } from '../search-text.ts';
import type { EventQuery } from '../store.ts';
import type { DayReader } from './day-reader.ts';
import { eventSql } from './event-sql.ts';

/** A page of events as JSON: `{"rows":[…],"cursor"?}`. `files` come in the order asked for. */
export function eventPage(
  query: EventQuery,
  files: readonly { readonly day: string; readonly file: () => DayReader }[],
  fold: (text: string) => string,
): string {
  const limit = Math.min(1000, Math.max(1, Math.trunc(query.limit)));
  const cursor = query.cursor === undefined ? undefined : readEventCursor(query.cursor);
  const search = query.text?.trim() ? searchQuery(query.text, fold) : undefined;
  const docs: string[] = [];
  let last: EventCursor | undefined;
  let hasMore = false;
  for (const { day, file } of files) {
    if (hasMore) break;
    if (cursor !== undefined && (query.order === 'oldest' ? day < cursor.day : day > cursor.day)) continue;
    const from = cursor?.day === day ? cursor.row : undefined;
    for (const [row, doc] of rowsOf(file(), query, search, fold, from, limit + 1 - docs.length)) {
      if (docs.length === limit) {
        hasMore = true;
        break;
      }
      docs.push(doc);
      last = { day, row };
    }
  }
  const rows = `"rows":[${docs.join(',')}]`;
  return hasMore && last !== undefined
    ? `{${rows},"cursor":${JSON.stringify(writeEventCursor(last))}}`
    : `{${rows}}`;
}

function rowsOf(
  file: DayReader,
  query: EventQuery,
  search: SearchQuery | undefined,
  fold: (text: string) => string,
  cursor: number | undefined,
  limit: number,
): readonly (readonly [row: number, doc: string])[] {
  const plan = eventSql(file, query, search, cursor);
  if (plan === null) return [];
  const statement = file.prepare(plan.sql).pluck();
  if (plan.isTextChecked || search === undefined) {
    const rows = statement.all(...plan.values, limit) as number[];
    return rows.map((row) => [row, file.doc(row)]);
  }
  const found: [number, string][] = [];
  const docs = file.prepare(
    `SELECT d.row, d.doc FROM (${plan.sql}) AS r CROSS JOIN docs AS d ON d.row = r.row`,
  );
  for (const item of docs.raw().iterate(...plan.values, -1)) {
    const [row, doc] = item as [number, string];
    const event = JSON.parse(doc).event as LiveEvent;
    if (search.test(fold(textOf(event)))) found.push([row, doc]);
    if (found.length >= limit) break;
  }
  return found;
}
