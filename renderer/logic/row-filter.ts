import type { ChatRow } from '../../shared/api/views.ts';
import type { EventKind } from '../../shared/domain/event.ts';

/** What of the live list one wants to see. */
export const ROW_FILTERS = ['all', 'gifts', 'first', 'flagged'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** Comings and goings, which say little: shown only on demand. */
export const AMBIENT: ReadonlySet<EventKind> = new Set([
  'enter',
  'follow',
  'like',
  'share',
  'room_state',
  'unknown',
]);

/** Tells whether a row is to be shown. `flagged` knows rows that became evidence after they came. */
export function rowTest(
  filter: RowFilter | 'everything',
  text: string,
  flagged: (row: ChatRow) => boolean,
): (row: ChatRow) => boolean {
  const wanted = fold(text);
  return (row) => byKind(filter, row, flagged) && (wanted === '' || says(row, wanted));
}

function byKind(filter: RowFilter | 'everything', row: ChatRow, flagged: (row: ChatRow) => boolean): boolean {
  if (row.kind === 'gap') return true;
  switch (filter) {
    case 'everything':
      return true;
    case 'all':
      return !AMBIENT.has(row.kind) || row.marks.length > 0;
    case 'gifts':
      return row.kind === 'gift' || row.kind === 'superchat' || row.kind === 'membership' || hasMoney(row);
    case 'first':
      return row.firstMessage === true;
    case 'flagged':
      return row.marks.length > 0 || flagged(row);
  }
}

function hasMoney(row: ChatRow): boolean {
  return row.money !== undefined && row.money.kind !== 'none';
}

function says(row: ChatRow, wanted: string): boolean {
  return fold(row.text).includes(wanted) || fold(row.person?.name ?? '').includes(wanted);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
