/** A line of a CSV file. */
export interface CsvLine {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of a file at most; the rest is not read. */
const MOST_ROWS = 100_000;

/**
 * Reads CSV (RFC 4180; comma, semicolon or tab, whichever the first line has most). Blank lines are left out. Lines
 * whose quotes do not close or are followed by text come back by number as `malformed`.
 */
export function csvRows(text: string): {
  readonly rows: readonly CsvLine[];
  readonly malformed: readonly number[];
} {
  const separator = separatorOf(text);
  const rows: CsvLine[] = [];
  const malformed: number[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && rows.length < MOST_ROWS) {
    const row = readRow(text, at, separator);
    if (row.isBroken) malformed.push(line);
    else if (row.cells.some((cell) => cell !== '')) rows.push({ line, cells: row.cells });
    at = row.end;
    line += row.lines;
  }
  return { rows, malformed };
}

function separatorOf(text: string): string {
  const first = text.slice(0, Math.max(0, text.search(/[\r\n]/)) || text.length);
  const count = (sign: string): number => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

function readRow(
  text: string,
  from: number,
  separator: string,
): {
  readonly cells: readonly string[];
  readonly end: number;
  readonly lines: number;
  readonly isBroken: boolean;
} {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    const cell = text[at] === '"' ? quoted(text, at) : bare(text, at, separator);
    if (cell === null) {
      // A quote that never closes: only this line is lost, not the rest of the file.
      const end = lineEnd(text, from);
      return { cells: [], end: afterBreak(text, end), lines: 1, isBroken: true };
    }
    cells.push(cell.value);
    lines += cell.breaks;
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    const isEnd = at >= text.length || text[at] === '\r' || text[at] === '\n';
    const end = isEnd ? at : lineEnd(text, at);
    return { cells, end: afterBreak(text, end), lines, isBroken: !isEnd };
  }
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly breaks: number;
}

function quoted(text: string, from: number): Cell | null {
  let value = '';
  for (let at = from + 1; ; ) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    value += text.slice(at, close);
    if (text[close + 1] !== '"')
      return { value, end: close + 1, breaks: value.split(/\r\n|\r|\n/).length - 1 };
    value += '"';
    at = close + 2;
  }
}

function bare(text: string, from: number, separator: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end += 1;
  return { value: text.slice(from, end), end, breaks: 0 };
}

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== '\r' && text[end] !== '\n') end += 1;
  return end;
}

function afterBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}
