import type { Random } from '../../../shared/domain/effects.ts';

/** How reconnects are spaced. */
export interface BackoffPlan {
  /** First wait, ms. */
  readonly baseMs: number;
  /** Longest wait, ms. */
  readonly maxMs: number;
}

/**
 * Wait before reconnect number `attempt` (from 0): doubles up to the longest, of which the second half is
 * chance, so that a fleet does not come back at once.
 */
export function backoffMs(attempt: number, plan: BackoffPlan, random: Random): number {
  const full = Math.min(plan.maxMs, plan.baseMs * 2 ** Math.min(attempt, 20));
  return full / 2 + (full / 2) * random.next();
}
