/** Collects durations in bounded memory and tells their spread. */
export interface Timing {
  readonly add: (ns: bigint) => void;
  /** Microseconds; quantiles within 3 % of the true value. */
  readonly summary: () => TimingSummary;
  readonly totalNs: () => bigint;
}

export interface TimingSummary {
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Buckets a doubling. */
const PER_DOUBLING = 24;

/** A histogram with logarithmic buckets up to about 18 minutes. */
export function createTiming(): Timing {
  const buckets = new Uint32Array(PER_DOUBLING * 40);
  let count = 0;
  let total = 0n;
  let max = 0n;

  const quantile = (share: number): number => {
    let left = Math.ceil(count * share);
    for (let at = 0; at < buckets.length; at++) {
      left -= buckets[at] ?? 0;
      if (left <= 0) return Math.min(Number(max), 2 ** ((at + 0.5) / PER_DOUBLING));
    }
    return Number(max);
  };

  return {
    add: (ns) => {
      count++;
      total += ns;
      if (ns > max) max = ns;
      const at = Math.floor(Math.log2(Math.max(1, Number(ns))) * PER_DOUBLING);
      const bucket = Math.min(buckets.length - 1, at);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    },
    summary: () =>
      count === 0
        ? { mean: 0, p50: 0, p99: 0, max: 0 }
        : {
            mean: micros(Number(total) / count),
            p50: micros(quantile(0.5)),
            p99: micros(quantile(0.99)),
            max: micros(Number(max)),
          },
    totalNs: () => total,
  };
}

function micros(ns: number): number {
  return Math.round(ns / 10) / 100;
}
