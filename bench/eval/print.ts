/** Prints a table with aligned columns. */
export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, column) =>
    Math.max(width(name), ...rows.map((row) => width(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd();
  console.log(`\n## ${title}`);
  console.log(line(head));
  console.log(widths.map((size) => '-'.repeat(size)).join('  '));
  for (const row of rows) console.log(line(row));
}

/** A share with three places. */
export function share(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : '-';
}

/** Han characters take two columns. */
function width(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (char >= '\u2e80' ? 2 : 1), 0);
}
