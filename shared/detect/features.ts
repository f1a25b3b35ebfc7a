import { finish, mix } from './hash.ts';
import { initialOf } from './pinyin.ts';
import type { Stream, Streams } from './streams.ts';
import { LETTER_SYMBOL } from './symbols.ts';

/** Buckets of the model: 2^18. */
export const BUCKETS = 2 ** 18;
/** Buckets of the head of advertisements: the low bits of the others'. */
export const AD_BUCKETS = 2 ** 16;
const MASK = BUCKETS - 1;
/** Longest part of a text that is read for features, in symbols. */
const MAX_SYMBOLS = 256;
/** At most so many features of a text. */
export const MAX_FEATURES = MAX_SYMBOLS * 8;

const EDGE = 1;
const SEED = {
  one: 0x1b873,
  two: 0x2c1b3,
  three: 0x3c6ef,
  sound2: 0x4d2a9,
  sound3: 0x5f356,
  initial: 0x6a09e,
} as const;
const initials = new Uint16Array(MAX_SYMBOLS + 2);

/** The bucket of one to three characters of a stream. */
export function charBucket({ units }: Stream, from: number, size: number): number {
  const [first, second, third] = [units[from] ?? 0, units[from + 1] ?? 0, units[from + 2] ?? 0];
  if (size === 1) return finish(mix(SEED.one, first)) & MASK;
  if (size === 2) return finish(mix(mix(SEED.two, first), second)) & MASK;
  return finish(mix(mix(mix(SEED.three, first), second), third)) & MASK;
}

/** How many of a text's features are of its characters: they come first. */
export function charFeatureCount(streams: Streams): number {
  const chars = streams.composed.length > 0 ? streams.composed : streams.squeezed;
  return 3 * Math.min(chars.length, MAX_SYMBOLS) + 1;
}

/**
 * The n-grams of a text as buckets of the model: characters 1 to 3 with the edges of the text, syllables
 * 2 and 3, initials 3. Split characters are read as put together. Returns how many there are.
 */
export function featuresInto(streams: Streams, to: Int32Array): number {
  const isComposed = streams.composed.length > 0;
  const chars = isComposed ? streams.composed : streams.squeezed;
  const sounds = isComposed ? streams.composedSyllables : streams.syllables;
  const count = charFeatures(chars, to);
  return soundFeatures(sounds, to, count);
}

function charFeatures(chars: Stream, to: Int32Array): number {
  const { units } = chars;
  const length = Math.min(chars.length, MAX_SYMBOLS);
  let count = 0;
  let before = EDGE;
  let last = EDGE;
  for (let index = 0; index <= length; index += 1) {
    const unit = index === length ? EDGE : (units[index] ?? 0);
    if (index < length) {
      to[count] = finish(mix(SEED.one, unit)) & MASK;
      count += 1;
    }
    to[count] = finish(mix(mix(SEED.two, last), unit)) & MASK;
    count += 1;
    if (index > 0) {
      to[count] = finish(mix(mix(mix(SEED.three, before), last), unit)) & MASK;
      count += 1;
    }
    before = last;
    last = unit;
  }
  return count;
}

function soundFeatures(sounds: Stream, to: Int32Array, from: number): number {
  const { units } = sounds;
  const length = Math.min(sounds.length, MAX_SYMBOLS);
  let count = from;
  for (let index = 0; index < length; index += 1) initials[index] = initialAt(units[index] ?? 0);
  for (let index = 0; index + 1 < length; index += 1) {
    const pair = mix(mix(SEED.sound2, units[index] ?? 0), units[index + 1] ?? 0);
    to[count] = finish(pair) & MASK;
    count += 1;
    if (index + 2 >= length) continue;
    to[count] = finish(mix(pair ^ SEED.sound3, units[index + 2] ?? 0)) & MASK;
    to[count + 1] =
      finish(
        mix(mix(mix(SEED.initial, initials[index] ?? 0), initials[index + 1] ?? 0), initials[index + 2] ?? 0),
      ) & MASK;
    count += 2;
  }
  return count;
}

function initialAt(unit: number): number {
  if (unit < 512) return initialOf(unit);
  if (unit >= LETTER_SYMBOL && unit < LETTER_SYMBOL + 26) return unit - LETTER_SYMBOL + 0x61;
  return unit;
}
