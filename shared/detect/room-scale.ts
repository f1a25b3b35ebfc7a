const STEP = 0.1;
const LOWEST = -30;
/** Steps of a scale: log-odds -30 to 20. */
export const SCALE_STEPS = 500;
/** Fewer messages than this tell nothing of a room's quantiles. */
const ENOUGH = 150;

/** A quantile: what log-odds only `share` of a room's messages exceed. */
export interface RoomScale {
  readonly add: (logOdds: number) => void;
  /** The log-odds to flag from, between `low` and `high`; `fallback` until enough was seen. */
  readonly limit: (share: number, fallback: number, low: number, high: number) => number;
  /** Counts so far, by step. */
  readonly counts: Float64Array;
  /** Begins from these counts; more than `mass` in all are scaled down to it. */
  readonly load: (counts: Float64Array, mass: number) => void;
  readonly total: () => number;
  /** Counts by score, 0..1 cut into equal `parts`, after `shift` is taken from the log-odds. */
  readonly byScore: (parts: number, shift: number) => readonly number[];
}

/** Counts scores in steps of 0.1; above `most` in all they are halved, so that old talk fades. */
export function createRoomScale(most = Number.POSITIVE_INFINITY): RoomScale {
  const counts = new Float64Array(SCALE_STEPS);
  let total = 0;
  const scaleBy = (factor: number): void => {
    for (let step = 0; step < SCALE_STEPS; step += 1) counts[step] = (counts[step] ?? 0) * factor;
    total *= factor;
  };
  return {
    counts,
    total: () => total,
    byScore: (parts, shift) => {
      const bins = new Array<number>(parts).fill(0);
      counts.forEach((count, step) => {
        const logOdds = LOWEST + (step + 0.5) * STEP - shift;
        const bin = Math.min(parts - 1, Math.floor(parts / (1 + Math.exp(-logOdds))));
        bins[bin] = (bins[bin] ?? 0) + count;
      });
      return bins.map(Math.round);
    },
    load: (given, mass) => {
      counts.set(given);
      total = given.reduce((sum, count) => sum + count, 0);
      if (total > mass) scaleBy(mass / total);
    },
    add: (logOdds) => {
      const step = Math.min(SCALE_STEPS - 1, Math.max(0, Math.floor((logOdds - LOWEST) / STEP)));
      counts[step] = (counts[step] ?? 0) + 1;
      total += 1;
      if (total > most) scaleBy(0.5);
    },
    limit: (share, fallback, low, high) => {
      if (total < ENOUGH) return fallback;
      let left = share * total;
      let step = SCALE_STEPS - 1;
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
