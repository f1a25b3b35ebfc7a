/** One line of values. */
export type CsvRow = readonly string[];

/** A table as CSV (RFC 4180, UTF-8 with its mark, CRLF), safe to open in a spreadsheet. */
export function csvText(header: CsvRow, rows: readonly CsvRow[]): string {
  const lines = [header, ...rows].map((row) => row.map(csvCell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/**
 * The beginning of a formula, behind what a spreadsheet skips before it looks for one (spaces of any width, signs
 * without width, controls); in full width too, as input methods write it and some spreadsheets read it.
 */
const FORMULA = /^[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]/u;

/** Quotes where needed. What would run as a formula in a spreadsheet is disarmed with an apostrophe in front. */
export function csvCell(value: string): string {
  const disarmed = FORMULA.test(value) || /^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(disarmed) ? `"${disarmed.replaceAll('"', '""')}"` : disarmed;
}
