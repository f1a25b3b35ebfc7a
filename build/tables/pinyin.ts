import { pinyin } from 'pinyin-pro';

/** First and last Han character with a reading in the table. */
export const PINYIN_RANGE = [0x4e00, 0x9fff] as const;

/** Toneless readings: the syllables in order of the alphabet, and per character the index + 1, 0 for none. */
export interface PinyinTable {
  readonly syllables: readonly string[];
  readonly ids: Uint16Array;
}

/** The most common toneless reading of each character; `ü` is written `v`. */
export function makePinyin(): PinyinTable {
  const [from, to] = PINYIN_RANGE;
  const readings: string[] = [];
  for (let unit = from; unit <= to; unit += 1) readings.push(readingOf(String.fromCharCode(unit)));
  const syllables = [...new Set(readings)].filter((reading) => reading !== '').sort();
  const index = new Map(syllables.map((syllable, position) => [syllable, position + 1]));
  return { syllables, ids: Uint16Array.from(readings, (reading) => index.get(reading) ?? 0) };
}

function readingOf(char: string): string {
  const reading = pinyin(char, { toneType: 'none', v: true, nonZh: 'removed' }).toLowerCase();
  return /^[a-z]{1,6}$/.test(reading) ? reading : '';
}
