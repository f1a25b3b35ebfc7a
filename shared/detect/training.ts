import { abuseOddsOf, findAbuse } from './abuse.ts';
import { createHashSketch, hashText, KNOWN_BITS } from './hash.ts';
import type { LearntRoom } from './learnt.ts';
import { shippedLexicon } from './lexicon/shipped.ts';
import { createMatcher } from './matcher.ts';
import { createRoomLanguage, usualPairs } from './room-language.ts';
import { createRoomModel } from './room-model.ts';
import { createRoomScale } from './room-scale.ts';
import { createSketch, sketchInto } from './shingles.ts';
import { createStreams, type Streams } from './streams.ts';

/** A dismissed text counts as if the room had said it so often. */
export const DISMISSAL_WEIGHT = 20;
/** A text that was acted on counts as if it had stood so often in hostile text. */
export const CONFIRMATION_WEIGHT = 10;
/** From here the lexicon alone is sure, in log-odds. */
export const SURE = 1.5;
/** After so many texts progress is told. */
const TELL_EVERY = 2_000;

/** What a room is trained on. */
export interface Teaching {
  /** The room's unflagged chat, oldest first. */
  readonly samples: readonly string[];
  /** Chat of other rooms of the platform, where the room's own is little. */
  readonly borrowed?: readonly string[] | undefined;
  /** What other rooms, or other days, say again and again: it is less of a raid when it comes here. */
  readonly elsewhere?: readonly string[] | undefined;
  readonly dismissed?: readonly string[] | undefined;
  readonly confirmed?: readonly string[] | undefined;
  readonly namesStreamer?: ((streams: Streams) => boolean) | undefined;
}

/**
 * Learns a room's language. The newest third is judged before it is learnt, so that the scores kept are those of
 * talk that is like the room's own and yet new. Some 5 µs a message; `tell` hears of progress, 0..1.
 */
export function learnRoom(teaching: Teaching, tell: (done: number) => void = () => {}): LearntRoom {
  const streams = createStreams();
  const lexicon = shippedLexicon();
  const language = createRoomLanguage();
  const matches = createMatcher(lexicon, language.isUsual);
  const model = createRoomModel();
  const scale = createRoomScale();
  const known = createHashSketch(KNOWN_BITS);
  const elsewhere = createHashSketch(KNOWN_BITS);
  const sketch = createSketch();
  const { samples, borrowed = [], dismissed = [], confirmed = [] } = teaching;
  const namesStreamer = teaching.namesStreamer ?? (() => false);
  const texts = borrowed.length === 0 ? samples : [...borrowed, ...samples];
  const pairs = usualPairs(texts);
  language.load(pairs);
  const judgedFrom = Math.floor((texts.length * 2) / 3);
  const taught = new Set([...dismissed, ...confirmed]);

  const takeLessons = (): void => {
    for (const text of dismissed) {
      streams.read(text);
      model.read(streams);
      model.learn(DISMISSAL_WEIGHT);
    }
    for (const text of confirmed) {
      streams.read(text);
      model.read(streams);
      model.confirm(CONFIRMATION_WEIGHT);
    }
  };
  if (texts.length === 0) takeLessons();
  texts.forEach((text, index) => {
    if (index === judgedFrom) takeLessons();
    if (index % TELL_EVERY === 0) tell(index / texts.length);
    streams.read(text);
    const scores = model.read(streams);
    if (index >= judgedFrom && !taught.has(text)) {
      matches.read(streams);
      const abuse = findAbuse({ streams, matches, lexicon, namesStreamer: namesStreamer(streams) });
      // What the lexicon is sure of is no false alarm, so it sets no limit.
      if (abuse.logOdds < SURE) scale.add(abuseOddsOf(abuse, scores, streams, model.knowledge()));
    }
    model.learn();
    sketchInto(streams, sketch);
    if (index >= borrowed.length) known.add(sketch.canon);
  });
  for (const text of teaching.elsewhere ?? []) {
    streams.read(text);
    sketchInto(streams, sketch);
    if (sketch.isInformative) elsewhere.add(sketch.canon);
  }
  tell(1);
  return {
    ...model.learnt(),
    pairs,
    known: known.words,
    elsewhere: elsewhere.words,
    scores: scale.counts,
    lessons: lessonsOf([...taught]),
  };
}

/** The hash by which a taught text is known to be part of a model. */
export function lessonsOf(texts: readonly string[]): Uint32Array {
  return Uint32Array.from(texts, hashText).sort();
}
