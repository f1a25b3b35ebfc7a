import type { ChatRow } from '../../shared/api/views.ts';

/** What of the live list one wants to see. */
export const ROW_FILTERS = ['all', 'gifts', 'first', 'flagged'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** Tells whether a row is to be shown. `flagged` knows rows that became evidence after they came. */
export function rowTest(
  filter: RowFilter,
  text: string,
  flagged: (row: ChatRow) => boolean,
): (row: ChatRow) => boolean {
  const wanted = fold(text);
  return (row) => byKind(filter, row, flagged) && (wanted === '' || says(row, wanted));
}

function byKind(filter: RowFilter, row: ChatRow, flagged: (row: ChatRow) => boolean): boolean {
  if (row.kind === 'gap') return true;
  switch (filter) {
    case 'all':
      return true;
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
