/** Keeps honest people from repeating each other's sentences, which they seldom do beyond a few words. */
export interface Novelty {
  /** Whether no four characters in a row of it were said lately; if so, it counts as said. */
  readonly isNew: (text: string) => boolean;
}

/** Remembers about as many accepted lines. Song titles may come again, and so may short lines. */
export function createNovelty(lines: number): Novelty {
  let young = new Set<string>();
  let old = new Set<string>();
  let accepted = 0;
  return {
    isNew: (text) => {
      const grams = gramsOf(text);
      if (grams.some((gram) => young.has(gram) || old.has(gram))) return false;
      for (const gram of grams) young.add(gram);
      accepted++;
      if (accepted % Math.ceil(lines / 2) === 0) {
        old = young;
        young = new Set();
      }
      return true;
    },
  };
}

const LENGTH = 4;

function gramsOf(text: string): readonly string[] {
  const plain = [...text.replace(/《.*?》/g, '').replace(/[^\p{L}\p{N}]/gu, '')];
  return plain.slice(LENGTH - 1).map((_, at) => plain.slice(at, at + LENGTH).join(''));
}
