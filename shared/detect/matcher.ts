import { FORM, type Form, type Lexicon } from './lexicon/compile.ts';
import { TAGS, type Tag } from './lexicon/term.ts';
import { isCommonPair, isOrdinaryPair } from './ordinary.ts';
import type { Stream, Streams } from './streams.ts';
import { CLASS, classOf } from './symbols.ts';

const MAX_HITS = 96;
const TAG_INDEX: ReadonlyMap<Tag, number> = new Map(TAGS.map((tag, index) => [tag, index]));

/** Where terms of the lexicon stand in a text. Positions are indexes of the squeezed stream. */
export interface Matches {
  readonly length: number;
  readonly terms: Uint16Array;
  readonly forms: Uint8Array;
  readonly starts: Uint16Array;
  readonly ends: Uint16Array;
  /** How many hits the tag has. */
  readonly count: (tag: Tag) => number;
  /** Reads the streams; hits inside ordinary words are left out. */
  readonly read: (streams: Streams) => void;
  /** Whether the hit is of that tag. */
  readonly is: (hit: number, tag: Tag) => boolean;
}

/** A matcher over a lexicon; `isUsual` tells whether the room itself uses these characters for that sound. */
export function createMatcher(
  lexicon: Lexicon,
  isUsual: (first: number, second: number) => boolean,
): Matches {
  const terms = new Uint16Array(MAX_HITS);
  const forms = new Uint8Array(MAX_HITS);
  const starts = new Uint16Array(MAX_HITS);
  const ends = new Uint16Array(MAX_HITS);
  const counts = new Uint16Array(TAGS.length);
  const tagOf = Uint8Array.from(lexicon.terms, (term) => TAG_INDEX.get(term.tag) ?? 0);
  const benign = TAG_INDEX.get('benign') ?? 0;
  let length = 0;
  let current: Streams | undefined;
  let places: Stream | null = null;

  const add = (value: number, start: number, end: number): void => {
    if (length >= MAX_HITS) return;
    terms[length] = value >> 2;
    forms[length] = value & 3;
    starts[length] = start;
    ends[length] = end;
    length += 1;
  };
  const onWritten = (value: number, from: number, to: number): void => {
    if (current === undefined) return;
    const { squeezed, gaps, runs } = current;
    const start = places === null ? from : (places.starts[from] ?? 0);
    const end = places === null ? to : (places.ends[to - 1] ?? 0);
    // In the composed stream only what composition brought about is new.
    if (places !== null && end - start === to - from) return;
    if (isWordUnit(squeezed.units[start] ?? 0) && gaps[start] === 0) return;
    if (isWordUnit(squeezed.units[end - 1] ?? 0) && gaps[end] === 0) return;
    if (!hasDoubles(value, start, runs)) return;
    if ((value & 3) === FORM.mixed && hasLongLetter(current, start, end)) return;
    add(value, start, end);
  };
  const onSpoken = (value: number, from: number, to: number): void => {
    if (current === undefined || places === null) return;
    const start = places.starts[from] ?? 0;
    const end = places.ends[to - 1] ?? 0;
    const { squeezed, emoji, runs } = current;
    if (end - start === to - from && !hasDoubles(value, start, runs)) return;
    for (let hit = 0; hit < length; hit += 1) {
      if (terms[hit] === value >> 2 && starts[hit] === start && ends[hit] === end) return;
    }
    // Parts of one word and the next make characters nobody wrote: short ones are chance.
    if (places === current.composedSyllables && to - from < 3) return;
    if (isOrdinary(squeezed, emoji, start, end, isUsual)) return;
    add(value, start, end);
  };

  /** Where the term has a symbol twice, the text must too. */
  const hasDoubles = (value: number, start: number, runs: Uint8Array): boolean => {
    for (const place of lexicon.terms[value >> 2]?.doubles ?? [])
      if ((runs[start + place] ?? 0) < 2) return false;
    return true;
  };
  const dropBenign = (): void => {
    let kept = 0;
    for (let hit = 0; hit < length; hit += 1) {
      if (isInsideBenign(hit)) continue;
      terms[kept] = terms[hit] ?? 0;
      forms[kept] = forms[hit] ?? 0;
      starts[kept] = starts[hit] ?? 0;
      ends[kept] = ends[hit] ?? 0;
      kept += 1;
    }
    length = kept;
  };
  const isInsideBenign = (hit: number): boolean => {
    const tag = tagOf[terms[hit] ?? 0] ?? 0;
    if (tag === benign || tag > benign) return false;
    for (let other = 0; other < length; other += 1) {
      if (tagOf[terms[other] ?? 0] !== benign) continue;
      if ((starts[other] ?? 0) <= (starts[hit] ?? 0) && (ends[other] ?? 0) >= (ends[hit] ?? 0)) return true;
    }
    return false;
  };

  const self = {
    length: 0,
    terms,
    forms,
    starts,
    ends,
    // Asked some fifty times a message, and most messages hold nothing.
    count: (tag: Tag) => (length === 0 ? 0 : (counts[TAG_INDEX.get(tag) ?? 0] ?? 0)),
    is: (hit: number, tag: Tag) => tagOf[terms[hit] ?? 0] === TAG_INDEX.get(tag),
    read: (streams: Streams): void => {
      current = streams;
      length = 0;
      places = null;
      lexicon.written.scan(streams.squeezed.units, streams.squeezed.length, onWritten);
      if (streams.composed.length > 0) {
        places = streams.composed;
        lexicon.written.scan(places.units, places.length, onWritten);
      }
      places = streams.syllables;
      lexicon.spoken.scan(places.units, places.length, onSpoken);
      if (streams.composedSyllables.length > 0) {
        places = streams.composedSyllables;
        lexicon.spoken.scan(places.units, places.length, onSpoken);
      }
      dropBenign();
      counts.fill(0);
      for (let hit = 0; hit < length; hit += 1) {
        const tag = tagOf[terms[hit] ?? 0] ?? 0;
        counts[tag] = (counts[tag] ?? 0) + 1;
      }
      self.length = length;
    },
  };
  return self;
}

/** How the hit was found. */
export function formOf(matches: Matches, hit: number): Form {
  return (matches.forms[hit] ?? FORM.exact) as Form;
}

function isWordUnit(unit: number): boolean {
  const kind = classOf(unit);
  return kind === CLASS.latin || kind === CLASS.digit;
}

/** `dd` is a word of its own, not an initial; an emoji beside letters spells nothing. */
function hasLongLetter(streams: Streams, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    if (streams.emoji[index] === 1) return true;
    if (isWordUnit(streams.squeezed.units[index] ?? 0) && (streams.runs[index] ?? 0) > 1) return true;
  }
  return false;
}

/**
 * Whether a span is everyday writing: every pair of its characters is one that people use, or the sound
 * only comes about between two words (`手里剑|比较`).
 */
function isOrdinary(
  squeezed: Stream,
  emoji: Uint8Array,
  start: number,
  end: number,
  isUsual: (first: number, second: number) => boolean,
): boolean {
  if (end - start === 2 && isAcrossWords(squeezed, emoji, start)) return true;
  for (let index = start; index < end; index += 1) {
    if (emoji[index] === 1) return false;
    const first = squeezed.units[index] ?? 0;
    if (classOf(first) !== CLASS.han) return false;
    if (index + 1 === end) continue;
    const second = squeezed.units[index + 1] ?? 0;
    if (!isOrdinaryPair(first, second) && !isUsual(first, second)) return false;
  }
  return true;
}

/** Both characters belong rather to their other neighbours; one of them at the edge of the text belongs to none. */
function isAcrossWords(squeezed: Stream, emoji: Uint8Array, start: number): boolean {
  const { units, length } = squeezed;
  if (emoji[start] === 1 || emoji[start + 1] === 1) return false;
  const isLeft = start > 0 && isCommonPair(units[start - 1] ?? 0, units[start] ?? 0);
  const isRight = start + 2 < length && isCommonPair(units[start + 1] ?? 0, units[start + 2] ?? 0);
  return isLeft || isRight;
}
