/** Durations of the last minute, for percentiles a user can see. */
export interface LatencyMeter {
  /** Milliseconds. */
  readonly add: (ms: number) => void;
  readonly percentile: (share: number) => number;
}

/** Keeps the newest `size` samples (default 2,048). */
export function createLatencyMeter(size = 2_048): LatencyMeter {
  const samples = new Float64Array(size);
  let written = 0;
  return {
    add(ms) {
      samples[written % size] = ms;
      written += 1;
    },
    percentile(share) {
      const count = Math.min(written, size);
      if (count === 0) return 0;
      const sorted = samples.slice(0, count).sort();
      return sorted[Math.min(count - 1, Math.floor(share * count))] ?? 0;
    },
  };
}

/** Counts things in ten-second slots: rates and spark lines. */
export interface RateMeter {
  readonly add: (now: number, n: number) => void;
  /** Per second over the last ten seconds. */
  readonly rate: (now: number) => number;
  /** The last 30 slots' rates, oldest first. */
  readonly spark: (now: number) => readonly number[];
}

/** One-second slots for the rate, ten-second slots for the line. */
export function createRateMeter(): RateMeter {
  const seconds = new Map<number, number>();
  const tens = new Map<number, number>();
  const bump = (slots: Map<number, number>, slot: number, n: number, keep: number): void => {
    slots.set(slot, (slots.get(slot) ?? 0) + n);
    if (slots.size > keep * 2) for (const key of slots.keys()) if (key < slot - keep) slots.delete(key);
  };
  return {
    add(now, n) {
      bump(seconds, Math.floor(now / 1_000), n, 12);
      bump(tens, Math.floor(now / 10_000), n, 32);
    },
    rate(now) {
      const slot = Math.floor(now / 1_000);
      let sum = 0;
      for (let i = 1; i <= 10; i += 1) sum += seconds.get(slot - i) ?? 0;
      return sum / 10;
    },
    spark(now) {
      const slot = Math.floor(now / 10_000);
      return Array.from({ length: 30 }, (_, i) => (tens.get(slot - 30 + i) ?? 0) / 10);
    },
  };
}
