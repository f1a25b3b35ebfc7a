/** One line of two texts held against each other. */
export interface ComparedLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Two definitions as said: every clause, and of the particulars those that differ. */
export function compareSaid(
  before: { readonly clauses: readonly string[]; readonly particulars: readonly string[] },
  after: { readonly clauses: readonly string[]; readonly particulars: readonly string[] },
): readonly ComparedLine[] {
  return [
    ...compareLines(before.clauses, after.clauses),
    ...compareLines(before.particulars, after.particulars).filter((line) => line.kind !== 'same'),
  ];
}

/** Two texts line by line: what both have, what only the earlier has, what only the later has. */
export function compareLines(before: readonly string[], after: readonly string[]): readonly ComparedLine[] {
  const kept = longestCommon(before, after);
  const lines: ComparedLine[] = [];
  let [left, right] = [0, 0];
  for (const text of [...kept, undefined]) {
    for (; left < before.length && before[left] !== text; left += 1) push('gone', before[left]);
    for (; right < after.length && after[right] !== text; right += 1) push('new', after[right]);
    if (text === undefined) break;
    push('same', text);
    left += 1;
    right += 1;
  }
  return lines;

  function push(kind: ComparedLine['kind'], text: string | undefined): void {
    if (text !== undefined) lines.push({ kind, text });
  }
}

/** The longest run of lines both have in the same order, by the textbook table (rules have a few dozen lines). */
function longestCommon(before: readonly string[], after: readonly string[]): readonly string[] {
  const length: number[][] = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = length[i];
      if (row !== undefined)
        row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const common: string[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const line = before[i];
    if (line !== undefined && line === after[j]) {
      common.push(line);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}
