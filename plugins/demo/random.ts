import type { Random } from '../../shared/domain/effects.ts';

/** Seeded chance with the few shapes a show needs. */
export interface Dice extends Random {
  /** A whole number in [from, to]. */
  readonly between: (from: number, to: number) => number;
  /** True with probability `p`. */
  readonly chance: (p: number) => boolean;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** Waiting time of a Poisson process with the given mean, ms. */
  readonly wait: (meanMs: number) => number;
  /** The list in another order. */
  readonly shuffle: <T>(list: readonly T[]) => readonly T[];
  /** Independent dice, so that one part's throws do not shift another's. */
  readonly fork: () => Dice;
}

/** Dice from a seed: mulberry32, enough for a show and the same everywhere. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    chance: (p) => next() < p,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    wait: (meanMs) => Math.min(meanMs * 8, -Math.log(1 - next()) * meanMs),
    shuffle: (list) => {
      const out = [...list];
      for (let at = out.length - 1; at > 0; at--) {
        const other = between(0, at);
        const held = out[at];
        const swapped = out[other];
        if (held !== undefined && swapped !== undefined) {
          out[at] = swapped;
          out[other] = held;
        }
      }
      return out;
    },
    fork: () => createDice(Math.floor(next() * 4294967296)),
  };
}
