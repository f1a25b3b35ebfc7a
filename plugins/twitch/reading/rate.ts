/** The recent rate of a room, to estimate what a gap has swallowed. */
export interface RecentRate {
  readonly add: (atMs: number, n: number) => void;
  /** Events probably missing between two times; null where too little was seen to tell. */
  readonly estimate: (fromAt: number, toAt: number) => number | null;
}

/** Rate over the last `windowMs` before the gap, in ten steps. */
export function createRecentRate(windowMs = 60_000): RecentRate {
  const step = windowMs / 10;
  let buckets: { readonly start: number; n: number }[] = [];
  let since: number | null = null;
  return {
    add: (atMs, n) => {
      since ??= atMs;
      const start = Math.floor(atMs / step) * step;
      const last = buckets.at(-1);
      if (last !== undefined && last.start === start) last.n += n;
      else buckets = [...buckets.filter((bucket) => bucket.start > start - windowMs), { start, n }];
    },
    estimate: (fromAt, toAt) => {
      if (since === null) return null;
      const begin = Math.max(since, fromAt - windowMs);
      const seen = buckets
        .filter((bucket) => bucket.start + step > begin)
        .reduce((sum, bucket) => sum + bucket.n, 0);
      const span = fromAt - begin;
      if (span <= 0) return null;
      return Math.round((seen / span) * Math.max(0, toAt - fromAt));
    },
  };
}
