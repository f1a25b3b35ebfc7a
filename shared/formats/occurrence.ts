/** Remembers how often a key came, in bounded memory, to tell apart repeats that carry no id. */
export interface Occurrences {
  /** How often this key came before, from 0. */
  readonly next: (key: string) => number;
}

/**
 * Two generations of at most `size` keys: a key is forgotten after between one and two times
 * `size` other keys.
 */
export function createOccurrences(size = 50_000): Occurrences {
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  return {
    next: (key) => {
      const before = young.get(key) ?? old.get(key) ?? 0;
      young.set(key, before + 1);
      if (young.size >= size) {
        old = young;
        young = new Map();
      }
      return before;
    },
  };
}

/**
 * 53-bit FNV-like hash of a text in base 36 (two 32-bit lanes, as in cyrb53): an idempotency key
 * where the platform gives none, not a secret.
 */
export function hashKey(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
