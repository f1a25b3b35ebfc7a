import { invalid } from './store-error.ts';

/** Where a page of records ended. */
export interface ListCursor {
  readonly at: number;
  readonly id: string;
}

/** Where a page of events ended: the day's file and the row in it. */
export interface EventCursor {
  /** `2026-03-01` */
  readonly day: string;
  readonly row: number;
}

/** Writes a record cursor. */
export function writeListCursor(cursor: ListCursor): string {
  return `${cursor.at}:${cursor.id}`;
}

/** Reads a record cursor; throws `StoreError` with `invalid` for what no page ever gave. */
export function readListCursor(text: string): ListCursor {
  const match = /^(-?\d{1,16}(?:\.\d{1,6})?):([\s\S]{1,400})$/.exec(text);
  if (match === null) throw invalid('list', 'this cursor is not one of ours');
  return { at: Number(match[1]), id: match[2] ?? '' };
}

/** Writes an event cursor. */
export function writeEventCursor(cursor: EventCursor): string {
  return `${cursor.day}:${cursor.row}`;
}

/** Reads an event cursor; throws `StoreError` with `invalid` for what no page ever gave. */
export function readEventCursor(text: string): EventCursor {
  const match = /^(\d{4}-\d{2}-\d{2}):(\d{1,15})$/.exec(text);
  if (match === null) throw invalid('events', 'this cursor is not one of ours');
  return { day: match[1] ?? '', row: Number(match[2]) };
}
