/** A list of templates with `{slot}` places, and what may stand in each. */
export interface Grammar {
  readonly slots: Readonly<Record<string, string>>;
  readonly templates: string;
}

/** A source of numbers in 0..1 with a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Different lines the grammar can say; as many as asked for, or as it has. Templates and words are separated by `|`. */
export function speak(grammar: Grammar, count: number, random: () => number): readonly string[] {
  const templates = wordsOf(grammar.templates);
  const slots = new Map(Object.entries(grammar.slots).map(([name, words]) => [name, wordsOf(words)]));
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  const expand = (text: string, depth: number): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const word = pick(slots.get(name) ?? ['']);
      return depth > 4 ? word : expand(word, depth + 1);
    });
  const lines = new Set<string>();
  for (let tries = 0; lines.size < count && tries < count * 8; tries += 1) {
    const line = expand(pick(templates), 0).trim();
    if (line !== '') lines.add(line);
  }
  return [...lines];
}

function wordsOf(text: string): readonly string[] {
  return text.split('|').map((word) => word.replace(/\s*\n\s*/g, ''));
}
