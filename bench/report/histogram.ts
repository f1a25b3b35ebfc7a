/** Durations in bounded memory: buckets about 3 % wide. */
export interface Histogram {
  readonly add: (us: number) => void;
  readonly count: () => number;
  readonly mean: () => number;
  readonly max: () => number;
  /** The middle of the bucket in which the share (0..1) lies, µs. */
  readonly quantile: (share: number) => number;
}

const PER_DOUBLING = 24;
const LOWEST_US = 1 / 1024;

/** From a nanosecond to about twelve days. */
export function createHistogram(): Histogram {
  const buckets = new Uint32Array(PER_DOUBLING * 50);
  let count = 0;
  let total = 0;
  let max = 0;
  return {
    add(us) {
      const at = Math.floor(Math.log2(Math.max(us, LOWEST_US) / LOWEST_US) * PER_DOUBLING);
      const bucket = Math.min(buckets.length - 1, at);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
      count += 1;
      total += us;
      max = Math.max(max, us);
    },
    count: () => count,
    mean: () => (count === 0 ? Number.NaN : total / count),
    max: () => max,
    quantile(share) {
      let left = Math.ceil(count * share);
      for (let at = 0; at < buckets.length; at += 1) {
        left -= buckets[at] ?? 0;
        if (left <= 0 && count > 0) return Math.min(max, LOWEST_US * 2 ** ((at + 0.5) / PER_DOUBLING));
      }
      return Number.NaN;
    },
  };
}
