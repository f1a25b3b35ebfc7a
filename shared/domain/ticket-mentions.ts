/** Somebody who may be told. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
}

const MOST = 20;

/**
 * Ids of those whose name stands behind an `@` (or `＠`) in a text, at most 20: the longest name that fits, so
 * that `@林小` is not `@林`. Two people of one name are both told.
 */
export function mentionsIn(text: string, people: readonly Mentionable[]): readonly string[] {
  const byLength = people
    .filter((one) => one.name.trim() !== '')
    .toSorted((left, right) => right.name.length - left.name.length);
  const found = new Set<string>();
  for (const { index } of text.matchAll(/[@＠]/g)) {
    const rest = text.slice(index + 1);
    const [longest] = byLength.filter((one) => rest.startsWith(one.name));
    if (longest === undefined) continue;
    for (const one of byLength) if (one.name === longest.name) found.add(one.id);
    if (found.size >= MOST) break;
  }
  return [...found].slice(0, MOST);
}
