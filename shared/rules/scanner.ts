import { type Automaton, buildAutomaton, type Pattern } from '../detect/automaton.ts';
import { foldText } from '../detect/fold.ts';
import { soundsOf, squeezeTerm } from '../detect/lexicon/compile.ts';
import { isCommonPair, isOrdinaryPair } from '../detect/ordinary.ts';
import { initialOf, syllableOf } from '../detect/pinyin.ts';
import type { Stream, Streams } from '../detect/streams.ts';
import { CLASS, classOf } from '../detect/symbols.ts';
import { plainForm, takesAllWriting } from './disguise.ts';
import type { Variants } from './words.ts';

/** Words with one choice of disguises: a version of a list, or a rule's own words. */
export interface WordSet {
  /** What reasons call it; empty for a rule's own words. */
  readonly name: string;
  readonly version?: number | undefined;
  readonly variants: Variants;
  readonly words: readonly string[];
  readonly except: readonly string[];
}

/** How a word was written. */
export type WordForm = 'written' | 'initials' | 'sound';

/** A word found in a text. */
export interface WordHit {
  readonly set: number;
  readonly word: string;
  readonly form: WordForm;
  /** UTF-16 offsets [start, end) in the text. */
  readonly span: readonly [number, number];
}

/** Finds the words of all sets in one pass over each stream of a text. */
export interface WordScanner {
  /** Each word of each set once, by its first place; the text is what the streams have read. */
  readonly scan: (streams: Streams) => readonly WordHit[];
  /** Whether any set asks for the streams at all. */
  readonly isEmpty: boolean;
  readonly states: number;
}

interface Entry {
  readonly set: number;
  readonly word: string;
  readonly form: WordForm;
  readonly isException: boolean;
  /** Positions in the squeezed word whose symbol stands twice: there the text must repeat it too. */
  readonly doubles: readonly number[];
  readonly number: number;
}

/** Occurrences looked at in one text; more is a text made to be slow. */
const MOST_FOUND = 2_048;
/** Longest word of which every mixture of characters and first letters is looked for. */
const MIXED_UP_TO = 4;
const NO_HITS: readonly WordHit[] = [];

/** Compiles the sets into three automata: as written, without signs and repeats, and by sound. Empty words match nothing. */
export function createWordScanner(sets: readonly WordSet[]): WordScanner {
  const entries: Entry[] = [];
  const plain: Pattern[] = [];
  const squeezed: Pattern[] = [];
  const spoken: Pattern[] = [];
  let number = 0;
  sets.forEach((set, index) => {
    const add = (word: string, isException: boolean): void => {
      const { symbols, doubles } = squeezeTerm(word);
      const base = { set: index, word, isException, number };
      number += 1;
      const push = (to: Pattern[], form: WordForm, of: readonly number[], twice: readonly number[]): void => {
        if (of.length === 0) return;
        to.push({ symbols: of, value: entries.length });
        entries.push({ ...base, form, doubles: twice });
      };
      if (set.variants.gaps) push(squeezed, 'written', symbols, doubles);
      else push(plain, 'written', [...foldText(word)].flatMap(unitsOf), []);
      if (isException) return;
      const sounds = set.variants.pinyin ? soundsOf(symbols) : [];
      if (sounds.length >= 2) push(spoken, 'sound', sounds, doubles);
      if (set.variants.initials) for (const way of withInitials(symbols)) push(squeezed, 'initials', way, []);
    };
    for (const word of set.words) add(word, false);
    for (const word of set.except) add(word, true);
  });
  return scannerOf(sets, entries, [plain, squeezed, spoken]);
}

function scannerOf(
  sets: readonly WordSet[],
  entries: readonly Entry[],
  [plain, squeezed, spoken]: readonly [readonly Pattern[], readonly Pattern[], readonly Pattern[]],
): WordScanner {
  const make = (patterns: readonly Pattern[]): Automaton | null =>
    patterns.length === 0 ? null : buildAutomaton(patterns);
  const automata = { plain: make(plain), squeezed: make(squeezed), spoken: make(spoken) };
  const values = new Int32Array(MOST_FOUND);
  const starts = new Uint16Array(MOST_FOUND);
  const ends = new Uint16Array(MOST_FOUND);
  let count = 0;
  let current: Streams | null = null;
  let places: Stream | null = null;

  const keep = (value: number, start: number, end: number): void => {
    if (count >= MOST_FOUND) return;
    values[count] = value;
    starts[count] = start;
    ends[count] = end;
    count += 1;
  };
  const onPlain = (value: number, from: number, to: number): void => {
    if (current === null) return;
    const { chars } = current;
    if (wantsWhole(value) && !isWholeInChars(chars, from, to)) return;
    keep(value, chars.starts[from] ?? 0, chars.ends[to - 1] ?? 0);
  };
  const onSqueezed = (value: number, from: number, to: number): void => {
    if (current === null) return;
    const start = places === null ? from : (places.starts[from] ?? 0);
    const end = places === null ? to : (places.ends[to - 1] ?? 0);
    if (places !== null && (end - start === to - from || !takesSplit(value))) return;
    const isInitials = entries[value]?.form === 'initials';
    if ((isInitials || wantsWhole(value)) && !isWhole(current, start, end)) return;
    if (isInitials && hasPicture(current, start, end)) return;
    if (!hasDoubles(current, value, start)) return;
    const span = current.squeezed;
    keep(value, span.starts[start] ?? 0, span.ends[end - 1] ?? 0);
  };
  const onSpoken = (value: number, from: number, to: number): void => {
    if (current === null) return;
    const { syllables, squeezed: span } = current;
    const start = syllables.starts[from] ?? 0;
    const end = syllables.ends[to - 1] ?? 0;
    if (end - start === to - from && !hasDoubles(current, value, start)) return;
    if (isEveryday(current, start, end)) return;
    keep(value, span.starts[start] ?? 0, span.ends[end - 1] ?? 0);
  };
  const wantsWhole = (value: number): boolean => sets[entries[value]?.set ?? 0]?.variants.wholeWords === true;
  const takesSplit = (value: number): boolean => sets[entries[value]?.set ?? 0]?.variants.lookalike === true;
  const hasDoubles = (streams: Streams, value: number, start: number): boolean => {
    for (const place of entries[value]?.doubles ?? [])
      if ((streams.runs[start + place] ?? 0) < 2) return false;
    return true;
  };
  const isPermitted = (entry: Entry, from: number, to: number): boolean => {
    const variants = sets[entry.set]?.variants;
    if (variants === undefined || entry.form !== 'written' || takesAllWriting(variants)) return true;
    return plainForm(current?.text.slice(from, to) ?? '', variants) === plainForm(entry.word, variants);
  };

  /** What was found, without what a list does not take, what an exception covers, and second places. */
  const accepted = (): readonly WordHit[] => {
    const found = Array.from({ length: count }, (_, at) => at)
      .sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || a - b)
      .flatMap((at) => {
        const entry = entries[values[at] ?? 0];
        const from = starts[at] ?? 0;
        const to = ends[at] ?? 0;
        return entry !== undefined && isPermitted(entry, from, to) ? [{ entry, from, to }] : [];
      });
    const exceptions = found.filter((each) => each.entry.isException);
    const seen = new Set<number>();
    return found.flatMap(({ entry, from, to }) => {
      if (entry.isException || seen.has(entry.number)) return [];
      const isCovered = exceptions.some(
        (each) => each.entry.set === entry.set && each.from <= from && each.to >= to,
      );
      if (isCovered) return [];
      seen.add(entry.number);
      return [{ set: entry.set, word: entry.word, form: entry.form, span: [from, to] as const }];
    });
  };

  return {
    isEmpty: entries.length === 0,
    states: (automata.plain?.states ?? 0) + (automata.squeezed?.states ?? 0) + (automata.spoken?.states ?? 0),
    scan(streams) {
      count = 0;
      current = streams;
      places = null;
      automata.plain?.scan(streams.chars.units, streams.chars.length, onPlain);
      if (automata.squeezed !== null) {
        automata.squeezed.scan(streams.squeezed.units, streams.squeezed.length, onSqueezed);
        if (streams.composed.length > 0) {
          places = streams.composed;
          automata.squeezed.scan(places.units, places.length, onSqueezed);
        }
      }
      automata.spoken?.scan(streams.syllables.units, streams.syllables.length, onSpoken);
      return count === 0 ? NO_HITS : accepted();
    },
  };
}

function unitsOf(char: string): readonly number[] {
  // The streams keep an emoji as its high surrogate.
  return [char.charCodeAt(0)];
}

function isWordUnit(unit: number): boolean {
  const kind = classOf(unit);
  return kind === CLASS.latin || kind === CLASS.digit;
}

/** Latin words and numbers at the edges of the hit begin and end there. */
function isWhole(streams: Streams, start: number, end: number): boolean {
  const { units } = streams.squeezed;
  if (isWordUnit(units[start] ?? 0) && streams.gaps[start] === 0) return false;
  return !(isWordUnit(units[end - 1] ?? 0) && streams.gaps[end] === 0);
}

function isWholeInChars(chars: Stream, from: number, to: number): boolean {
  const { units } = chars;
  if (from > 0 && isWordUnit(units[from] ?? 0) && isWordUnit(units[from - 1] ?? 0)) return false;
  return !(to < chars.length && isWordUnit(units[to - 1] ?? 0) && isWordUnit(units[to] ?? 0));
}

/** An emoji beside letters spells nothing. */
function hasPicture(streams: Streams, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (streams.emoji[at] === 1) return true;
  return false;
}

/** Other characters of the same sound are no disguise where they are what people write every day. */
function isEveryday(streams: Streams, start: number, end: number): boolean {
  const { units, length } = streams.squeezed;
  for (let at = start; at < end; at += 1) {
    if (streams.emoji[at] === 1 || classOf(units[at] ?? 0) !== CLASS.han) return false;
  }
  let isUsual = true;
  for (let at = start; at + 1 < end; at += 1) {
    const first = units[at] ?? 0;
    const second = units[at + 1] ?? 0;
    if (!isOrdinaryPair(first, second) && !isCommonPair(first, second)) isUsual = false;
  }
  if (isUsual) return true;
  if (end - start !== 2) return false;
  // The sound only comes about between two words.
  const isLeft = start > 0 && isCommonPair(units[start - 1] ?? 0, units[start] ?? 0);
  const isRight = end < length && isCommonPair(units[end - 1] ?? 0, units[end] ?? 0);
  return isLeft || isRight;
}

/** Ways to write a Han word with first letters: every mixture for up to four characters, beyond that all letters. */
function withInitials(symbols: readonly number[]): readonly (readonly number[])[] {
  if (symbols.length < 2 || symbols.some((unit) => syllableOf(unit) === 0)) return [];
  const letters = symbols.map((unit) => initialOf(syllableOf(unit)));
  const all = 2 ** symbols.length - 1;
  const masks =
    symbols.length <= MIXED_UP_TO ? Array.from({ length: all }, (_, mask) => mask + 1) : [Number.NaN];
  return masks
    .map((mask) =>
      symbols.map((unit, at) => (Number.isNaN(mask) || (mask >> at) & 1 ? (letters[at] ?? 0) : unit)),
    )
    .filter((way) => way.every((unit, at) => at === 0 || way[at - 1] !== unit));
}
