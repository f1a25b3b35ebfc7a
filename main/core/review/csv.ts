import type { ChatRow } from '../../../shared/api/views.ts';
import { csvText } from '../csv.ts';

const HEADER = [
  'time',
  'kind',
  'person_id',
  'name',
  'text',
  'count',
  'unit',
  'amount_minor',
  'scale',
  'flags',
  'score',
];

/** Rows as CSV (RFC 4180, UTF-8, CRLF), safe to open in a spreadsheet. */
export function toCsv(rows: readonly ChatRow[]): string {
  return csvText(
    HEADER,
    rows.map((row) => [
      new Date(row.at).toISOString(),
      row.kind,
      row.person?.id ?? '',
      row.person?.name ?? '',
      row.text,
      row.count === undefined ? '' : String(row.count),
      row.money?.unit ?? '',
      row.money?.amountMinor ?? '',
      row.money === undefined ? '' : String(row.money.scale),
      row.marks.map((mark) => mark.category).join(' '),
      row.marks.length === 0 ? '' : Math.max(...row.marks.map((mark) => mark.score)).toFixed(3),
    ]),
  );
}
