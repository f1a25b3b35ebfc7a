/** What the rate-limit headers said last (dev.twitch.tv/docs/api/guide). */
export interface Pace {
  /** Learns from an answer. */
  readonly learn: (header: (name: string) => string | null) => void;
  /** Milliseconds to wait before the next call; 0 when there are points left. */
  readonly waitMs: () => number;
  /**
   * Milliseconds to wait after a 429. There is an unpublished limit per broadcaster beside the bucket, so
   * it grows (1 s ×2 to 60 s) even where points remain; `hits` counts the 429 in a row, from 0.
   */
  readonly afterLimit: (header: (name: string) => string | null, hits: number) => number;
}

const LONGEST_MS = 60_000;

export function createPace(now: () => number): Pace {
  let freeAt = 0;
  return {
    learn: (header) => {
      const remaining = Number(header('ratelimit-remaining') ?? Number.NaN);
      const reset = resetAt(header);
      freeAt = remaining === 0 && reset !== null ? Math.min(reset, now() + LONGEST_MS) : 0;
    },
    waitMs: () => Math.max(0, freeAt - now()),
    afterLimit: (header, hits) => {
      const asked = Number(header('retry-after') ?? Number.NaN);
      if (Number.isFinite(asked)) return Math.max(0, Math.min(LONGEST_MS, asked * 1000));
      const own = Math.min(LONGEST_MS, 1_000 * 2 ** hits);
      const reset = resetAt(header);
      const isEmpty = header('ratelimit-remaining') === '0';
      if (reset === null || !isEmpty) return own;
      return Math.max(own, Math.min(LONGEST_MS, reset - now()));
    },
  };
}

function resetAt(header: (name: string) => string | null): number | null {
  const text = header('ratelimit-reset');
  return text !== null && /^\d{9,11}$/.test(text) ? Number(text) * 1000 : null;
}
