const FIRST_MS = 400;
const MOST_MS = 10_000;

/**
 * How long to wait before attempt number `attempt` (0-based), ms: doubling to ten seconds, of which
 * a random half is taken off so that many pages do not come back in the same instant.
 * `chance` is uniform in [0, 1).
 */
export function backoffMs(attempt: number, chance: number): number {
  const full = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt, 16));
  return Math.round(full * (0.5 + 0.5 * chance));
}
