import type { LiveEvent } from '../../../shared/domain/event.ts';

/** Gives events of a recording a time of receipt, as if they were read when they happened. */
export interface StreamClock {
  readonly stamp: (event: LiveEvent) => LiveEvent;
}

/** How far apart messages are taken to be where the input has no time at all, ms. */
const NOMINAL_STEP_MS = 250;
/** Where such input's time begins. */
const NOMINAL_START = 1_700_000_000_000;

/**
 * Receipt is the platform's own time where there is one. Events without one happen when the last timed
 * event did; in a recording without any, four a second.
 */
export function createStreamClock(): StreamClock {
  let now = NOMINAL_START;
  let timed = false;
  return {
    stamp: (event) => {
      if (event.occurredAt !== null) {
        timed = true;
        now = event.occurredAt;
      } else if (!timed) {
        now += NOMINAL_STEP_MS;
      }
      return { ...event, receivedAt: now };
    },
  };
}
