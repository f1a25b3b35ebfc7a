import { createRoomModel, type ModelScores, type RoomModel } from './room-model.ts';
import type { Streams } from './streams.ts';

const STEP = 0.1;
const LOWEST = -30;
const STEPS = 500;
/** Fewer messages than this tell nothing of a room's quantiles. */
const ENOUGH = 150;

/** A quantile: what log-odds only `share` of a room's messages exceed. */
export interface RoomScale {
  readonly add: (logOdds: number) => void;
  /** The log-odds to flag from, between `low` and `high`; `fallback` until enough was seen. */
  readonly limit: (share: number, fallback: number, low: number, high: number) => number;
}

/** Counts scores in steps of 0.1. */
export function createRoomScale(): RoomScale {
  const counts = new Float64Array(STEPS);
  let total = 0;
  return {
    add: (logOdds) => {
      const step = Math.min(STEPS - 1, Math.max(0, Math.floor((logOdds - LOWEST) / STEP)));
      counts[step] = (counts[step] ?? 0) + 1;
      total += 1;
    },
    limit: (share, fallback, low, high) => {
      if (total < ENOUGH) return fallback;
      let left = share * total;
      let step = STEPS - 1;
      while (step > 0 && (counts[step] ?? 0) <= left) {
        left -= counts[step] ?? 0;
        step -= 1;
      }
      // Few messages make a rough quantile: lean on the fallback in proportion.
      const trust = Math.min(1, total / (ENOUGH * 10));
      const found = LOWEST + (step + 1) * STEP;
      return Math.min(high, Math.max(low, fallback + (found - fallback) * trust));
    },
  };
}

/**
 * A room's model after its history was read once. The last third is judged before it is learnt, so that `each`
 * sees what the room will see tomorrow: talk that is like its own and yet new.
 */
export function learnHistory(
  history: readonly string[],
  streams: Streams,
  each: (scores: ModelScores, knowledge: number) => void,
): RoomModel {
  const model = createRoomModel();
  const known = Math.floor((history.length * 2) / 3);
  history.forEach((text, index) => {
    streams.read(text);
    const scores = model.read(streams);
    if (index >= known) each(scores, model.knowledge());
    model.learn();
  });
  return model;
}
