import type { Lexicon, Term } from './lexicon/compile.ts';
import type { Tag } from './lexicon/term.ts';
import type { Matches } from './matcher.ts';
import type { Streams } from './streams.ts';

/** One text as the detectors see it. */
export interface Reading {
  readonly streams: Streams;
  readonly matches: Matches;
  readonly lexicon: Lexicon;
  /** The text speaks of the room's streamer by name. */
  readonly namesStreamer: boolean;
}

/** The logistic function: log-odds to a score in 0..1. */
export function scoreOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The log-odds of a score in 0..1. */
export function oddsOf(score: number): number {
  return Math.log(score / (1 - score));
}

/** The term of a hit. */
export function termOf(reading: Reading, hit: number): Term {
  const term = reading.lexicon.terms[reading.matches.terms[hit] ?? 0];
  if (term === undefined) throw new Error(`no term of hit ${hit}`);
  return term;
}

/** Where a hit stands in the original text, [start, end). */
export function spanOf(reading: Reading, hit: number): readonly [number, number] {
  const { starts, ends } = reading.streams.squeezed;
  const first = reading.matches.starts[hit] ?? 0;
  const last = (reading.matches.ends[hit] ?? 1) - 1;
  return [starts[first] ?? 0, ends[last] ?? 0];
}

/** The first hit of a tag; -1 if there is none. */
export function firstOf(reading: Reading, tag: Tag): number {
  const { matches } = reading;
  if (matches.count(tag) === 0) return -1;
  for (let hit = 0; hit < matches.length; hit += 1) if (matches.is(hit, tag)) return hit;
  return -1;
}

/** The hit of a tag with the greatest weight; -1 if there is none. */
export function strongestOf(reading: Reading, tag: Tag): number {
  const { matches } = reading;
  if (matches.count(tag) === 0) return -1;
  let best = -1;
  for (let hit = 0; hit < matches.length; hit += 1) {
    if (matches.is(hit, tag) && (best < 0 || termOf(reading, hit).weight > termOf(reading, best).weight)) {
      best = hit;
    }
  }
  return best;
}

/** Whether two hits overlap. */
export function overlaps(matches: Matches, left: number, right: number): boolean {
  return (
    (matches.starts[left] ?? 0) < (matches.ends[right] ?? 0) &&
    (matches.starts[right] ?? 0) < (matches.ends[left] ?? 0)
  );
}

/** Letters, digits and Han of the text, repeats once. */
export function lengthOf(reading: Reading): number {
  return reading.streams.squeezed.length;
}
