import type { Mean, Share } from './views.ts';

/** Fewer than this is a small sample, and marked so. */
export const SMALL = 20;
const Z = 1.959963984540054;

/** A share with Wilson's interval (1927) at 95 %. */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, small: true };
  const share = hits / of;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  return {
    hits,
    of,
    share,
    low: Math.max(0, middle - half),
    high: Math.min(1, middle + half),
    small: of < SMALL,
  };
}

const ROUNDS = 400;

/** A mean with a percentile bootstrap interval (Efron 1979) at 95 %; the same samples give the same interval. */
export function meanOf(samples: readonly number[]): Mean {
  const count = samples.length;
  if (count === 0) return { count, small: true };
  const mean = samples.reduce((sum, value) => sum + value, 0) / count;
  const random = seeded(count * 7919 + Math.round(mean * 1_000));
  const means: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let sum = 0;
    for (let index = 0; index < count; index += 1) sum += samples[Math.floor(random() * count)] ?? 0;
    means.push(sum / count);
  }
  means.sort((left, right) => left - right);
  return {
    count,
    mean,
    low: means[Math.floor(ROUNDS * 0.025)] ?? mean,
    high: means[Math.ceil(ROUNDS * 0.975) - 1] ?? mean,
    small: count < SMALL,
  };
}

/** Mulberry32: small, uniform enough, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
