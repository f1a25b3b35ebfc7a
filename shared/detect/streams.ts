import { composeAt } from './compose.ts';
import { spokenEmoji } from './emoji.ts';
import { FOLD, foldAstral, isPairAt, STAYS } from './fold.ts';
import { segmentLatin, syllableOf } from './pinyin.ts';
import { type CharClass, CLASS, classOf, DIGIT_SYMBOL, LETTER_SYMBOL } from './symbols.ts';

/** Longest text read, in UTF-16 units; what is beyond is not looked at. */
export const MAX_TEXT = 1024;

/** One way of reading a text: symbols, and where each stands in another stream or in the text. */
export interface Stream {
  readonly units: Uint16Array;
  /** First and one-past-last position. */
  readonly starts: Uint16Array;
  readonly ends: Uint16Array;
  length: number;
}

/**
 * The streams of one text at a time; buffers are used again for the next. Positions of `chars` and
 * `squeezed` are UTF-16 offsets in the text; those of `composed` and the syllables are indexes of `squeezed`.
 */
export interface Streams {
  /** The text, no longer than `MAX_TEXT`. */
  readonly text: string;
  /** Folded, nothing left out but marks. */
  readonly chars: Stream;
  /** Letters, digits and Han only, emoji spoken, repeats once. */
  readonly squeezed: Stream;
  /** Before this symbol of `squeezed` something was left out, or the script changes, or the text begins. */
  readonly gaps: Uint8Array;
  /** How often the symbol of `squeezed` stood there in a row, at most 255. */
  readonly runs: Uint8Array;
  /** 1 where the symbol of `squeezed` was an emoji. */
  readonly emoji: Uint8Array;
  /** `squeezed` with split characters put together; length 0 if there are none. */
  readonly composed: Stream;
  readonly syllables: Stream;
  /** Syllables of `composed`, if there is one; positions are indexes of `squeezed`. */
  readonly composedSyllables: Stream;
  readonly read: (text: string) => void;
}

/** Makes buffers for `MAX_TEXT` units and a reader that fills them without allocating. */
export function createStreams(): Streams {
  const chars = stream(MAX_TEXT + 1);
  const squeezed = stream(MAX_TEXT * 2 + 2);
  const composed = stream(MAX_TEXT * 2 + 2);
  const syllables = stream(MAX_TEXT * 2 + 2);
  const composedSyllables = stream(MAX_TEXT * 2 + 2);
  const gaps = new Uint8Array(MAX_TEXT * 2 + 3);
  const runs = new Uint8Array(MAX_TEXT * 2 + 2);
  const emoji = new Uint8Array(MAX_TEXT * 2 + 2);
  let last: string | undefined;
  const self = {
    text: '',
    chars,
    squeezed,
    gaps,
    runs,
    emoji,
    composed,
    syllables,
    composedSyllables,
    read: (text: string): void => {
      // A detector and own rules read one message after the other.
      if (text === last) return;
      last = text;
      self.text = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
      foldInto(text, chars);
      squeezeInto(text, chars, squeezed, gaps, runs, emoji);
      composeInto(squeezed, composed);
      syllablesInto(squeezed, null, gaps, syllables);
      if (composed.length > 0) syllablesInto(composed, composed, gaps, composedSyllables);
      else composedSyllables.length = 0;
    },
  };
  return self;
}

function stream(capacity: number): Stream {
  return {
    units: new Uint16Array(capacity),
    starts: new Uint16Array(capacity),
    ends: new Uint16Array(capacity),
    length: 0,
  };
}

function push(to: Stream, unit: number, start: number, end: number): void {
  to.units[to.length] = unit;
  to.starts[to.length] = start;
  to.ends[to.length] = end;
  to.length += 1;
}

/** Emoji stay as their high surrogate: the code point is read again from the text where needed. */
function foldInto(text: string, chars: Stream): void {
  chars.length = 0;
  const length = Math.min(text.length, MAX_TEXT);
  for (let index = 0; index < length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdfff) {
      const to = FOLD[unit] ?? 0;
      if (to !== 0) push(chars, to, index, index + 1);
    } else if (isPairAt(text, index)) {
      const to = foldAstral(text.codePointAt(index) ?? 0);
      if (to !== 0) push(chars, to === STAYS ? unit : to, index, Math.min(index + 2, text.length));
      index += 1;
    }
  }
}

function squeezeInto(
  text: string,
  chars: Stream,
  to: Stream,
  gaps: Uint8Array,
  runs: Uint8Array,
  emoji: Uint8Array,
): void {
  to.length = 0;
  let gap = 1;
  let last: CharClass = CLASS.none;
  for (let index = 0; index < chars.length; index += 1) {
    const unit = chars.units[index] ?? 0;
    const kind = classOf(unit);
    if (kind !== CLASS.none) {
      const at = to.length;
      if (repeats(to, unit, kind, gap)) lengthen(to, runs, chars.ends[index] ?? 0);
      else {
        gaps[at] = gap === 1 || isEdge(last, kind) ? 1 : 0;
        runs[at] = 1;
        emoji[at] = 0;
        push(to, unit, chars.starts[index] ?? 0, chars.ends[index] ?? 0);
        last = kind;
      }
      gap = 0;
      continue;
    }
    const isAstral = unit >= 0xd800 && unit <= 0xdbff;
    if (!isAstral && unit < 0x2600) {
      gap = 1;
      continue;
    }
    const spoken = spokenEmoji(isAstral ? (text.codePointAt(chars.starts[index] ?? 0) ?? 0) : unit);
    if (spoken === undefined) {
      gap = 1;
      continue;
    }
    for (let each = 0; each < spoken.length; each += 1) {
      const at = to.length;
      const heard = spoken.charCodeAt(each);
      const sort = classOf(heard);
      if (repeats(to, heard, sort, gap)) lengthen(to, runs, chars.ends[index] ?? 0);
      else {
        gaps[at] = gap === 1 || isEdge(last, sort) ? 1 : 0;
        runs[at] = 1;
        emoji[at] = 1;
        push(to, heard, chars.starts[index] ?? 0, chars.ends[index] ?? 0);
        last = sort;
      }
      gap = 0;
    }
  }
  gaps[to.length] = 1;
}

/** Whether the symbol stands there already, right before. */
function repeats(to: Stream, unit: number, kind: CharClass, gap: number): boolean {
  const at = to.length;
  return at > 0 && kind !== CLASS.digit && to.units[at - 1] === unit && (gap === 0 || kind === CLASS.han);
}

function lengthen(to: Stream, runs: Uint8Array, end: number): void {
  const at = to.length - 1;
  to.ends[at] = end;
  runs[at] = Math.min(255, (runs[at] ?? 0) + 1);
}

/** Latin and digits form words together; every other change of script is an edge. */
function isEdge(before: CharClass, after: CharClass): boolean {
  return isWord(before) !== isWord(after);
}

function isWord(kind: CharClass): boolean {
  return kind === CLASS.latin || kind === CLASS.digit;
}

function composeInto(from: Stream, to: Stream): void {
  to.length = 0;
  // Hardly any text holds split characters: nothing is written until one is found.
  let first = 0;
  while (first < from.length && composeAt(from.units, first, from.length) === 0) first += 1;
  if (first === from.length) return;
  for (let index = 0; index < from.length; ) {
    const made = index < first ? 0 : composeAt(from.units, index, from.length);
    const used = made === 0 ? 1 : made >>> 16;
    push(to, made === 0 ? (from.units[index] ?? 0) : made & 0xffff, index, index + used);
    index += used;
  }
}

const runIds = new Uint16Array(40);
const runEnds = new Uint16Array(40);

/** `places` gives the positions to report, null for the index itself. */
function syllablesInto(from: Stream, places: Stream | null, gaps: Uint8Array, to: Stream): void {
  to.length = 0;
  for (let index = 0; index < from.length; ) {
    const unit = from.units[index] ?? 0;
    const id = syllableOf(unit);
    if (id !== 0 || unit < 0x30 || unit > 0x7a) {
      push(to, id === 0 ? unit : id, startOf(places, index), endOf(places, index));
      index += 1;
      continue;
    }
    if (unit <= 0x39) {
      push(to, DIGIT_SYMBOL + unit - 0x30, startOf(places, index), endOf(places, index));
      index += 1;
      continue;
    }
    const end = wordEnd(from, places, gaps, index);
    const count = segmentLatin(from.units, index, end, runIds, runEnds);
    if (count === 0) {
      for (let at = index; at < end; at += 1) {
        push(to, LETTER_SYMBOL + (from.units[at] ?? 0) - 0x61, startOf(places, at), endOf(places, at));
      }
    }
    let begin = 0;
    for (let at = 0; at < count; at += 1) {
      const stop = runEnds[at] ?? 0;
      push(to, runIds[at] ?? 0, startOf(places, index + begin), endOf(places, index + stop - 1));
      begin = stop;
    }
    index = end;
  }
}

function startOf(places: Stream | null, index: number): number {
  return places === null ? index : (places.starts[index] ?? 0);
}

function endOf(places: Stream | null, index: number): number {
  return places === null ? index + 1 : (places.ends[index] ?? 0);
}

/** End of the Latin word at `from`; letters that stand apart one by one are one word. */
function wordEnd(stream: Stream, places: Stream | null, gaps: Uint8Array, from: number): number {
  let end = from + 1;
  const isSpaced = isLetterAt(stream, end) && gaps[startOf(places, end)] === 1;
  while (isLetterAt(stream, end)) {
    const isGap = gaps[startOf(places, end)] === 1;
    if (isSpaced && !(isGap && (gaps[startOf(places, end + 1)] === 1 || !isLetterAt(stream, end + 1)))) break;
    if (!isSpaced && isGap) break;
    end += 1;
  }
  return end;
}

function isLetterAt(stream: Stream, index: number): boolean {
  const unit = stream.units[index] ?? 0;
  return index < stream.length && unit >= 0x61 && unit <= 0x7a;
}
