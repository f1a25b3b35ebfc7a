import type { Clock } from '../../../shared/domain/effects.ts';

/** When a quiet connection is asked for a sign of life, and when it is given up. */
export interface SilencePlan {
  /** Quiet for so long: ask. PROTOCOLS §5: 60 s. */
  readonly askAfterMs: number;
  /** No line for so long after asking: dead. PROTOCOLS §5: 10 s. */
  readonly answerWithinMs: number;
}

/** Watches one connection. */
export interface SilenceWatch {
  /** A line came. */
  readonly heard: () => void;
  readonly stop: () => void;
}

/** A socket that nobody closes can be dead for minutes: only an unanswered question tells. */
export function watchSilence(
  plan: SilencePlan,
  clock: Clock,
  act: { readonly ask: () => void; readonly dead: () => void },
): SilenceWatch {
  let last = clock.now();
  let asked: number | null = null;
  const timer = setInterval(
    () => {
      const now = clock.now();
      if (asked !== null) {
        if (now - asked >= plan.answerWithinMs) act.dead();
      } else if (now - last >= plan.askAfterMs) {
        asked = now;
        act.ask();
      }
    },
    Math.max(10, Math.min(plan.askAfterMs, plan.answerWithinMs) / 5),
  );
  return {
    heard: () => {
      last = clock.now();
      asked = null;
    },
    stop: () => clearInterval(timer),
  };
}
