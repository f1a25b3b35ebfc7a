import { COMPOSITIONS } from './tables/compose.generated.ts';

/** Parts put together: nodes of a trie of part sequences. */
const NEXT = new Map<number, number>();
const MADE: number[] = [0];
/** 1 where a unit may be the first part. */
export const FIRST_PART: Uint8Array = new Uint8Array(65536);
/** A bit for each first and second part; others may share it. Many characters begin a pair, few are followed by it. */
const PAIRS = new Uint32Array(1 << 12);

for (const entry of COMPOSITIONS.split(',')) {
  let node = 0;
  for (let index = 0; index < entry.length - 1; index += 1) {
    const key = node * 65536 + entry.charCodeAt(index);
    let next = NEXT.get(key);
    if (next === undefined) {
      next = MADE.length;
      MADE.push(0);
      NEXT.set(key, next);
    }
    node = next;
  }
  MADE[node] = entry.charCodeAt(entry.length - 1);
  FIRST_PART[entry.charCodeAt(0)] = 1;
  const bit = pairBit(entry.charCodeAt(0), entry.charCodeAt(1));
  if (entry.length > 2) PAIRS[bit >>> 5] = (PAIRS[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/**
 * The longest run of parts at `from` that makes a character: the character in the low 16 bits and
 * how many units it takes above them; 0 if there is none.
 */
export function composeAt(units: Uint16Array, from: number, length: number): number {
  const first = units[from] ?? 0;
  if (FIRST_PART[first] === 0 || from + 1 >= length) return 0;
  const bit = pairBit(first, units[from + 1] ?? 0);
  if ((((PAIRS[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) return 0;
  let node = 0;
  let best = 0;
  for (let index = from; index < length; index += 1) {
    const next = NEXT.get(node * 65536 + (units[index] ?? 0));
    if (next === undefined) break;
    node = next;
    const made = MADE[node] ?? 0;
    if (made !== 0) best = ((index - from + 1) << 16) | made;
  }
  return best;
}

function pairBit(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 15;
}
