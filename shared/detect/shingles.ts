import { finish, hashText, hashUnits, mix } from './hash.ts';
import type { Stream, Streams } from './streams.ts';
import { LETTER_SYMBOL } from './symbols.ts';

/** At most so many shingles are kept of a text. */
export const MAX_SHINGLES = 64;
/** Fewer symbols (as syllables), or fewer different ones, say too little to compare (`草`, `88888`, `晚安`). */
const MIN_SYMBOLS = 5;
const MIN_DISTINCT = 4;

/** What a text is compared by: its sound, without tags of letters and digits at the end or between. */
export interface Sketch {
  /** Different shingles, ascending: pairs of syllables, and single ones. */
  readonly values: Uint32Array;
  length: number;
  /** The pairs alone, which index the clusters. */
  readonly pairs: Uint32Array;
  pairCount: number;
  symbols: number;
  /** Enough symbols, and different enough, to be compared. */
  isInformative: boolean;
  /** Hash of the whole sound. */
  canon: number;
}

/** An empty sketch. */
export function createSketch(): Sketch {
  return {
    values: new Uint32Array(MAX_SHINGLES),
    length: 0,
    pairs: new Uint32Array(MAX_SHINGLES),
    pairCount: 0,
    symbols: 0,
    isInformative: false,
    canon: 0,
  };
}

const kept = new Uint16Array(64);
/** How much the kept symbols say, in syllables. */
let keptWeight = 0;
const seenWords = new Uint32Array(MIN_DISTINCT);

/** Fills the sketch from the streams of a text; the first 48 symbols count. */
export function sketchInto(streams: Streams, sketch: Sketch): void {
  const source = streams.composedSyllables.length > 0 ? streams.composedSyllables : streams.syllables;
  const count = keepSpoken(source, streams.squeezed);
  sketch.symbols = count;
  sketch.canon = count === 0 ? hashText(streams.text) : hashUnits(kept, 0, count);
  const isMuch = keptWeight >= MIN_SYMBOLS || hasManyWords(streams);
  sketch.isInformative = isMuch && count >= MIN_SYMBOLS && distinctOf(count) >= MIN_DISTINCT;
  sketch.length = 0;
  sketch.pairCount = 0;
  if (!sketch.isInformative) return;
  for (let index = 0; index < count && sketch.length < MAX_SHINGLES - 1; index += 1) {
    const unit = kept[index] ?? 0;
    insert(sketch, finish(mix(0x51ed27, unit)) & 0x7fffffff);
    if (index + 1 === count) continue;
    const pair = (finish(mix(mix(0x2545f5, unit), kept[index + 1] ?? 0)) | 0x80000000) >>> 0;
    insert(sketch, pair);
    sketch.pairs[sketch.pairCount] = pair;
    sketch.pairCount += 1;
  }
}

/** Shared shingles of two sorted lists, the left one from a place on. */
export function sharedCount(
  left: Uint32Array,
  from: number,
  leftLength: number,
  right: Uint32Array,
  rightLength: number,
): number {
  const end = from + leftLength;
  let shared = 0;
  let index = from;
  let other = 0;
  while (index < end && other < rightLength) {
    const one = left[index] ?? 0;
    const two = right[other] ?? 0;
    // Without branches: which of two is smaller nobody can foretell.
    shared += one === two ? 1 : 0;
    index += one <= two ? 1 : 0;
    other += two <= one ? 1 : 0;
  }
  return shared;
}

/** Syllables and letters of other scripts; Latin letters and digits only where there is little else. */
function keepSpoken(source: Stream, squeezed: Stream): number {
  let spoken = 0;
  for (let index = 0; index < source.length; index += 1) if (!isCode(source.units[index] ?? 0)) spoken += 1;
  const isCodeToo = spoken < 4;
  let count = 0;
  keptWeight = 0;
  for (let index = 0; index < source.length && count < 48; index += 1) {
    const unit = source.units[index] ?? 0;
    if (!isCodeToo && isCode(unit)) continue;
    kept[count] = unit;
    count += 1;
    keptWeight += weightOf(unit, squeezed.units[source.starts[index] ?? 0] ?? 0);
  }
  return count;
}

function isCode(unit: number): boolean {
  return unit >= LETTER_SYMBOL && unit < LETTER_SYMBOL + 64;
}

/** A syllable says more than a kana, a kana more than a letter; syllables typed as Latin letters may be English. */
function weightOf(unit: number, written: number): number {
  if (isCode(unit)) return 0.2;
  if (written < 0x80) return 0.5;
  return unit >= 0x3040 && unit <= 0x30ff ? 0.6 : 1;
}

/** Four different Latin words are a sentence; one emote said four times is none. */
function hasManyWords(streams: Streams): boolean {
  const { units, length } = streams.squeezed;
  let words = 0;
  for (let index = 0; index < length && words < MIN_DISTINCT; ) {
    if (streams.gaps[index] === 0 || !isLetter(units[index] ?? 0)) {
      index += 1;
      continue;
    }
    let end = index + 1;
    while (end < length && streams.gaps[end] === 0 && isLetter(units[end] ?? 0)) end += 1;
    const hash = hashUnits(units, index, end);
    let isNew = end - index > 1;
    for (let before = 0; before < words; before += 1) if (seenWords[before] === hash) isNew = false;
    if (isNew) {
      seenWords[words] = hash;
      words += 1;
    }
    index = end;
  }
  return words >= MIN_DISTINCT;
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function distinctOf(count: number): number {
  let distinct = 0;
  for (let index = 0; index < count; index += 1) {
    let isNew = true;
    for (let before = 0; before < index; before += 1) if (kept[before] === kept[index]) isNew = false;
    if (isNew) distinct += 1;
    if (distinct >= MIN_DISTINCT) break;
  }
  return distinct;
}

function insert(sketch: Sketch, value: number): void {
  const { values } = sketch;
  let at = sketch.length;
  while (at > 0 && (values[at - 1] ?? 0) > value) at -= 1;
  if (at > 0 && values[at - 1] === value) return;
  values.copyWithin(at + 1, at, sketch.length);
  values[at] = value;
  sketch.length += 1;
}
