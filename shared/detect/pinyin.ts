import { PINYIN_FIRST, PINYIN_IDS, SYLLABLES } from './tables/pinyin.generated.ts';

/** Toneless syllables; the id of one is its position + 1. */
export const SYLLABLE_NAMES: readonly string[] = SYLLABLES.split(' ');

const LAST = PINYIN_FIRST + PINYIN_IDS.length - 1;
const IDS: Uint16Array = Uint16Array.from(PINYIN_IDS, (char) => char.charCodeAt(0) - 256);
const INITIALS: Uint8Array = Uint8Array.from(['', ...SYLLABLE_NAMES], (name) => name.charCodeAt(0) || 0);
const MAX_SYLLABLE = 6;
const MAX_RUN = 32;
const BY_KEY: ReadonlyMap<number, number> = new Map(
  SYLLABLE_NAMES.map((name, index) => [keyOf(name, 0, name.length), index + 1]),
);
const ends = new Uint8Array(MAX_RUN + 1);
const chosen = new Uint16Array(MAX_RUN + 1);

/** The id of a character's most common toneless syllable; 0 if it has none. */
export function syllableOf(unit: number): number {
  return unit < PINYIN_FIRST || unit > LAST ? 0 : (IDS[unit - PINYIN_FIRST] ?? 0);
}

/** The first letter of a syllable, as a code unit. */
export function initialOf(syllable: number): number {
  return INITIALS[syllable] ?? 0;
}

/**
 * Reads a run of Latin letters as syllables, longest first from the left. Writes each id and where
 * it ends (offset in the run) and returns how many there are; 0 if the run is not pinyin throughout.
 */
export function segmentLatin(
  units: Uint16Array,
  from: number,
  to: number,
  ids: Uint16Array,
  offsets: Uint16Array,
): number {
  const length = to - from;
  if (length < 2 || length > MAX_RUN) return 0;
  ends.fill(0, 0, length + 1);
  ends[length] = length + 1;
  for (let start = length - 1; start >= 0; start -= 1) {
    let key = 0;
    for (let end = start; end < length && end < start + MAX_SYLLABLE; end += 1) {
      key = key * 27 + (units[from + end] ?? 0) - 96;
      const id = BY_KEY.get(key);
      // A lone vowel inside a run is how English words look, not how people type pinyin.
      if (id !== undefined && ends[end + 1] !== 0 && (end > start || length === 1)) {
        ends[start] = end + 1;
        chosen[start] = id;
      }
    }
  }
  let count = 0;
  if (ends[0] === 0) return 0;
  for (let at = 0; at < length; at = ends[at] ?? length) {
    ids[count] = chosen[at] ?? 0;
    offsets[count] = ends[at] ?? length;
    count += 1;
  }
  return count;
}

function keyOf(text: string, from: number, to: number): number {
  let key = 0;
  for (let index = from; index < to; index += 1) key = key * 27 + text.charCodeAt(index) - 96;
  return key;
}
