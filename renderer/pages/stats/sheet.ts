import { guardCsv } from '../review/csv.ts';

/** A table as it is saved: the first row names the columns; numbers as they are, times in seconds, shares 0..1. */
export type Sheet = readonly (readonly (string | number | null | undefined)[])[];

/** The table as CSV that a spreadsheet opens safely. */
export function sheetCsv(sheet: Sheet): string {
  const cell = (value: Sheet[number][number]): string => `"${String(value ?? '').replaceAll('"', '""')}"`;
  return guardCsv(sheet.map((row) => `${row.map(cell).join(',')}\r\n`).join(''));
}

/** Milliseconds as seconds, a tenth exact. */
export function seconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms / 100) / 10;
}
