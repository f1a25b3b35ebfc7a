import { refuse, type SimAnswer, type SimToken } from './helix-state.ts';

/** Twitch's limits, to be made small in tests. */
export interface Bucket {
  /** Points per minute for a client and account. Twitch: 800. */
  readonly limit: number;
  /** Length of the minute, ms. */
  readonly windowMs: number;
  /** The unpublished limit of bans and warnings per broadcaster and minute. */
  readonly perBroadcaster: number;
}

/** Counts calls in fixed windows. */
export function createBuckets(options: Partial<Bucket>, now: () => number) {
  const { limit = 800, windowMs = 60_000, perBroadcaster = 100 } = options;
  const points = createWindow(windowMs, now);
  const sanctions = createWindow(windowMs, now);
  const key = (token: SimToken) => `${token.clientId}/${token.userId}`;
  const headers = (token: SimToken) => ({
    'Ratelimit-Limit': String(limit),
    'Ratelimit-Remaining': String(Math.max(0, limit - points.used(key(token)))),
    'Ratelimit-Reset': String(Math.ceil(points.resetAt() / 1000)),
  });
  return {
    headers,
    /** Takes a point, or answers 429. */
    take: (token: SimToken, isSanction: boolean): SimAnswer | null => {
      if (points.used(key(token)) >= limit) return refuse(429, 'Too Many Requests', headers(token));
      if (isSanction && sanctions.used('room') >= perBroadcaster) {
        const text =
          'The app has exceeded the number of requests it may make per minute for this broadcaster.';
        return refuse(429, text, headers(token));
      }
      points.add(key(token));
      if (isSanction) sanctions.add('room');
      return null;
    },
  };
}

function createWindow(windowMs: number, now: () => number) {
  let start = now();
  let counts = new Map<string, number>();
  const roll = () => {
    if (now() - start < windowMs) return;
    start = now();
    counts = new Map();
  };
  return {
    used: (key: string) => {
      roll();
      return counts.get(key) ?? 0;
    },
    add: (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1),
    resetAt: () => start + windowMs,
  };
}
