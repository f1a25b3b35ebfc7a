/** What a spreadsheet would run as a formula when it begins a cell; full-width forms count in Chinese Excel. */
const RISKY = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠\t\r]/u;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * CSV text (RFC 4180) made safe to open in a spreadsheet: cells that would run as formulas get a
 * leading apostrophe; every cell is quoted; a byte order mark tells Excel that it is UTF-8.
 * Safe cells stay as they are, and guarding twice changes nothing.
 */
export function guardCsv(csv: string): string {
  const lines = parseCsv(csv.replace(/^\uFEFF/, '')).map((cells) =>
    cells.map((cell) => `"${guardCell(cell).replaceAll('"', '""')}"`).join(','),
  );
  return `\uFEFF${lines.join('\r\n')}${lines.length > 0 ? '\r\n' : ''}`;
}

/** One cell, with an apostrophe where it would run. */
export function guardCell(cell: string): string {
  return RISKY.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

/** Cells of CSV text; line breaks inside quotes belong to the cell. */
export function parseCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  for (let i = 0; i < csv.length; i += 1) {
    const char = csv[i] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (csv[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === ',') endCell();
    else if (char === '\n' || (char === '\r' && csv[i + 1] === '\n')) {
      if (char === '\r') i += 1;
      endCell();
      rows.push(row);
      row = [];
    } else cell += char;
  }
  if (cell !== '' || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}
