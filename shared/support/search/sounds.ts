import { SYLLABLE_NAMES } from '../../detect/pinyin.ts';
import { createStreams, type Streams } from '../../detect/streams.ts';
import { LETTER_SYMBOL } from '../../detect/symbols.ts';

/** A text read for searching. */
export interface Reading {
  /** Folded letters, digits and Han, nothing between. */
  readonly plain: string;
  /** Each sound: a syllable without the distinctions that dialects and typing lose, or the character itself. */
  readonly sounds: readonly string[];
  /** Latin words, lower case. */
  readonly words: readonly string[];
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/^l/, 'n'],
  [/^r/, 'n'],
  [/^hu(?=[aei])/, 'f'],
  [/ng$/, 'n'],
  [/ue$/, 'ie'],
  [/^v/, 'u'],
];
const SOUNDS: readonly string[] = SYLLABLE_NAMES.map((name) =>
  ENDINGS.reduce((sound, [from, to]) => sound.replace(from, to), name),
);

let streams: Streams | null = null;

/** Reads a text: folded, sounded, split. */
export function readText(text: string): Reading {
  streams ??= createStreams();
  const reader = streams;
  reader.read(text.slice(0, 400));
  const { squeezed, syllables } = reader;
  let plain = '';
  for (let index = 0; index < squeezed.length; index += 1)
    plain += String.fromCharCode(squeezed.units[index] ?? 0);
  const sounds: string[] = [];
  for (let index = 0; index < syllables.length; index += 1) sounds.push(soundOf(syllables.units[index] ?? 0));
  const words =
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[a-z]{2,}|\d+/g) ?? [];
  return { plain, sounds, words: words.map(stem) };
}

/** Initials of the sounds that are syllables. */
export function initialsOf(reading: Reading): string {
  return reading.sounds
    .map((sound) => (/^[a-z]{2,}$/.test(sound) || /^[aeo]$/.test(sound) ? sound.charAt(0) : ''))
    .join('');
}

function soundOf(unit: number): string {
  if (unit > 0 && unit <= SOUNDS.length) return SOUNDS[unit - 1] ?? '';
  if (unit >= LETTER_SYMBOL && unit < LETTER_SYMBOL + 26)
    return `:${String.fromCharCode(0x61 + unit - LETTER_SYMBOL)}`;
  return `:${String.fromCharCode(unit)}`;
}

function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 4 && word.endsWith('ed')) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
