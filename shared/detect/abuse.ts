import { FORM } from './lexicon/compile.ts';
import type { Tag } from './lexicon/term.ts';
import { formOf } from './matcher.ts';
import { isCommonPair } from './ordinary.ts';
import { lengthOf, overlaps, type Reading, termOf } from './reading.ts';
import type { ModelScores } from './room-model.ts';
import type { Streams } from './streams.ts';
import { CLASS, classOf, LETTER_SYMBOL } from './symbols.ts';

const BASE = -5.5;
/** How far around an insult the words are read, in symbols. */
const NEAR = 6;

/** What was found, and what speaks for and against it. */
export interface AbuseFinding {
  readonly logOdds: number;
  /** The strongest hit; -1 for none. */
  readonly hit: number;
  readonly isAimed: boolean;
  readonly isSelf: boolean;
  readonly isThing: boolean;
  readonly isQuote: boolean;
  readonly hits: number;
  /** Found by the sound of one or two characters: chance does that too. */
  readonly isGuess: boolean;
}

/** Log-odds that a text insults, threatens or shames somebody, from the lexicon and what stands around it. */
export function findAbuse(reading: Reading): AbuseFinding {
  const { matches } = reading;
  let best = -1;
  let bestWeight = 0;
  let sum = 0;
  let hits = 0;
  let covered = 0;
  let lastEnd = -1;
  for (let hit = 0; hit < matches.length; hit += 1) {
    if (!isAbuse(reading, hit) || isPart(reading, hit)) continue;
    const weight = weightOf(reading, hit);
    sum += weight;
    // Several readings of one place are one.
    if ((matches.starts[hit] ?? 0) >= lastEnd) hits += 1;
    const start = Math.max(matches.starts[hit] ?? 0, lastEnd);
    const end = matches.ends[hit] ?? 0;
    if (end > start) covered += end - start;
    lastEnd = Math.max(lastEnd, end);
    if (weight > bestWeight) {
      best = hit;
      bestWeight = weight;
    }
  }
  if (best < 0)
    return {
      logOdds: quietOdds(reading),
      hit: -1,
      isAimed: false,
      isSelf: false,
      isThing: false,
      isQuote: false,
      hits: 0,
      isGuess: false,
    };
  const isAimed = reading.namesStreamer || isNear(reading, best, 'target', NEAR) || hasMention(reading);
  const isSelf = !isAimed && precedes(reading, best, 'self', 2);
  const isThing = isNear(reading, best, 'thing', 4);
  const isQuote = matches.count('quote') > 0;
  let logOdds = BASE + bestWeight + Math.min(3, 0.35 * (sum - bestWeight));
  if (isAimed) logOdds += 1.6;
  if (lengthOf(reading) === 1) logOdds -= 3;
  else if (covered * 2 >= lengthOf(reading)) logOdds += 0.9;
  if (isSelf) logOdds -= 4;
  if (isThing && !reading.namesStreamer) logOdds -= isAimed ? 1.2 : 2.6;
  if (isQuote) logOdds -= 2;
  if (precedes(reading, best, 'negate', 1)) logOdds -= 1.6;
  if (matches.count('laugh') > 0) logOdds -= 0.7;
  return { logOdds, hit: best, isAimed, isSelf, isThing, isQuote, hits, isGuess: isGuessed(reading, best) };
}

/** Long texts are comments rather than chat: from here on, and wholly so from there. */
const COMMENT_FROM = 8;
const COMMENT_WHOLLY = 16;
const HOSTILE_PART = 0.7;
/** Below, the lexicon found nothing or a weak word: a new topic looks hostile too, so more is asked. */
const DOUBTFUL = -2.2;
const COMMENT_PART = 1.1;
/** Puts a score of one half where the comment head is in doubt. */
const COMMENT_BASE = 0.7;

/** Up to here the lexicon's word alone is not firm. */
const FIRM = 0.6;
/** What characters that look worse than they sound take away, per unit. */
const GAP_PART = 0.5;
const USUAL_GAP = 0.2;
/** A guessed word wants a model that agrees so much. */
const AGREED = 3;
const GUESS_PART = 0.8;
/** What a text all of whose neighbours are strangers to each other takes from weak evidence. */
const ODD_PART = 0.3;
/** Nothing flags below this, so there the neighbours need not be looked at. */
const HOPELESS = -5;

/**
 * Lexicon and model together: what is unlike the room's chat and like abuse. Where the room is not known
 * (`knowledge` 0..1), long texts are judged as comments under an article are. Disguise alone is no abuse: what
 * looks strange but sounds ordinary, and words that only chance may have put there, count less.
 */
export function abuseOddsOf(
  found: Pick<AbuseFinding, 'logOdds' | 'isGuess'>,
  scores: ModelScores,
  streams: Streams,
  knowledge: number,
): number {
  const { length } = streams.squeezed;
  const lexicon = found.logOdds;
  const isForeign = isLatin(streams);
  let chat = lexicon + abuseLeaning(scores, streams) - (lexicon < DOUBTFUL ? 0.8 : 0);
  if (lexicon < FIRM && scores.soundGap > USUAL_GAP) {
    // Letters that are no syllables have no sound to compare.
    chat -= knowledge * GAP_PART * (scores.soundGap - USUAL_GAP) * (1 - letterShare(streams));
  }
  if (found.isGuess) chat -= knowledge * GUESS_PART * Math.max(0, AGREED - scores.hostile);
  if (lexicon < DOUBTFUL && chat > HOPELESS && !isForeign) chat -= knowledge * ODD_PART * oddness(streams);
  // The comment head learnt Chinese.
  if (length < COMMENT_FROM || isForeign) return chat;
  const size = Math.min(1, Math.max(0, (length - COMMENT_FROM) / (COMMENT_WHOLLY - COMMENT_FROM)));
  const longness = size * (1 - knowledge);
  if (longness === 0) return chat;
  const comment = COMMENT_BASE + COMMENT_PART * scores.comment + 0.15 * Math.max(-4, lexicon);
  return Math.max(chat - 1, (1 - longness) * chat + longness * comment);
}

/** What the model's score of a text adds to the lexicon's, in log-odds; of English it knows little. */
export function abuseLeaning(scores: ModelScores, streams: Streams): number {
  return (isLatin(streams) ? HOSTILE_PART / 3 : HOSTILE_PART) * scores.hostile;
}

/** 0..1: how many neighbours in the text are not seen together elsewhere; letters among Han count a little. */
function oddness(streams: Streams): number {
  const { units, length } = streams.squeezed;
  let pairs = 0;
  let odd = 0;
  for (let index = 0; index + 1 < length; index += 1) {
    const first = units[index] ?? 0;
    const second = units[index + 1] ?? 0;
    const [left, right] = [classOf(first), classOf(second)];
    if (left === CLASS.han && right === CLASS.han) {
      pairs += 1;
      if (!isCommonPair(first, second)) odd += 1;
    } else if (
      (left === CLASS.han && right === CLASS.latin) ||
      (left === CLASS.latin && right === CLASS.han)
    ) {
      pairs += 1;
      odd += 0.05;
    }
  }
  return pairs < 2 ? 0 : odd / pairs;
}

function isGuessed(reading: Reading, hit: number): boolean {
  const form = formOf(reading.matches, hit);
  const size = (reading.matches.ends[hit] ?? 0) - (reading.matches.starts[hit] ?? 0);
  return form === FORM.sound && size <= 2;
}

/** Latin words and no Han; pinyin is Chinese. */
function isLatin(streams: Streams): boolean {
  const { squeezed } = streams;
  for (let at = 0; at < squeezed.length; at += 1) if ((squeezed.units[at] ?? 0) >= 0x80) return false;
  return letterShare(streams) > 0.5;
}

/** 0..1: how much of the text's sound is letters and digits that are no syllables. */
function letterShare({ syllables }: Streams): number {
  let codes = 0;
  for (let at = 0; at < syllables.length; at += 1)
    if ((syllables.units[at] ?? 0) >= LETTER_SYMBOL) codes += 1;
  return syllables.length === 0 ? 0 : codes / syllables.length;
}

function quietOdds(reading: Reading): number {
  return BASE - 1 + (reading.matches.count('target') > 0 ? 0.6 : 0);
}

function isAbuse(reading: Reading, hit: number): boolean {
  return (
    reading.matches.is(hit, 'insult') ||
    reading.matches.is(hit, 'obscene') ||
    reading.matches.is(hit, 'threat')
  );
}

/** A lone character beside a split one is rather a part of it than a word. */
function isPart(reading: Reading, hit: number): boolean {
  const size = (reading.matches.ends[hit] ?? 0) - (reading.matches.starts[hit] ?? 0);
  return size === 1 && reading.streams.composed.length > 0;
}

/** A hit by sound or initials is a little less sure; the shorter, the less. */
function weightOf(reading: Reading, hit: number): number {
  const { weight } = termOf(reading, hit);
  const form = formOf(reading.matches, hit);
  if (form === FORM.exact) return weight;
  const size = (reading.matches.ends[hit] ?? 0) - (reading.matches.starts[hit] ?? 0);
  if (form === FORM.mixed) return weight - (size <= 2 ? 1.4 : 0.5);
  if (size > 2) return weight - 0.3;
  return weight - (weight < 6 ? 2.2 : 1.2);
}

function hasMention(reading: Reading): boolean {
  return reading.streams.text.includes('@');
}

function isNear(reading: Reading, hit: number, tag: Tag, distance: number): boolean {
  const { matches } = reading;
  if (matches.count(tag) === 0) return false;
  for (let other = 0; other < matches.length; other += 1) {
    if (other === hit || !matches.is(other, tag)) continue;
    if (overlaps(matches, hit, other)) return true;
    const gap = Math.max(
      (matches.starts[hit] ?? 0) - (matches.ends[other] ?? 0),
      (matches.starts[other] ?? 0) - (matches.ends[hit] ?? 0),
    );
    if (gap <= distance) return true;
  }
  return false;
}

function precedes(reading: Reading, hit: number, tag: Tag, distance: number): boolean {
  const { matches } = reading;
  if (matches.count(tag) === 0) return false;
  const start = matches.starts[hit] ?? 0;
  for (let other = 0; other < matches.length; other += 1) {
    if (!matches.is(other, tag)) continue;
    const gap = start - (matches.ends[other] ?? 0);
    if (gap >= -1 && gap <= distance && (matches.starts[other] ?? 0) < start) return true;
  }
  return false;
}
