import { fromBase64 } from './base64.ts';
import { PAIR_PLACES, pairHash } from './hash.ts';
import { COMMON_PAIRS, ORDINARY_PAIRS } from './tables/ordinary.generated.ts';

const PAIRS: ReadonlySet<number> = unpack();
const COMMON: Uint8Array = fromBase64(COMMON_PAIRS);
const MASK = COMMON.length * 8 - 1;

/** Whether two characters stand side by side in everyday writing (known for the sounds of the lexicon). */
export function isOrdinaryPair(first: number, second: number): boolean {
  return PAIRS.has(first * 65536 + second);
}

/** Whether two characters often stand side by side in everyday writing; errs about once in sixty. */
export function isCommonPair(first: number, second: number): boolean {
  for (let place = 0; place < PAIR_PLACES; place += 1) {
    const bit = pairHash(first, second, place) & MASK;
    if ((((COMMON[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 0) return false;
  }
  return true;
}

function unpack(): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let index = 0; index + 1 < ORDINARY_PAIRS.length; index += 2) {
    pairs.add(ORDINARY_PAIRS.charCodeAt(index) * 65536 + ORDINARY_PAIRS.charCodeAt(index + 1));
  }
  return pairs;
}
