import type { LiveEvent } from '../../shared/domain/event.ts';

/** How far apart events are played where the recording has no times, ms. */
const NOMINAL_STEP_MS = 250;
/** Events a recording may have; beyond, only the first ones play. */
export const MOST_EVENTS = 20_000_000;

/** When each event of a recording is played, in ms from the first; never going back. */
export interface Timeline {
  readonly add: (event: Pick<LiveEvent, 'occurredAt'>) => void;
  /** Infinity behind the last event. */
  readonly at: (index: number) => number;
  readonly size: () => number;
  readonly lengthMs: () => number;
}

/**
 * Follows the recorded times: small steps back play at once, silences and jumps beyond `capMs` in
 * either direction are cut, so that a recording pasted from several days still plays.
 */
export function createTimeline(capMs: number): Timeline {
  let times = new Float64Array(1024);
  let size = 0;
  let position = 0;
  let highest: number | null = null;

  const step = (occurredAt: number | null): number => {
    if (occurredAt === null) return highest === null && size > 0 ? NOMINAL_STEP_MS : 0;
    const before = highest ?? occurredAt;
    const delta = occurredAt - before;
    // Far back is another day's recording, not a late event.
    highest = delta >= 0 || delta < -capMs ? occurredAt : before;
    return Math.min(Math.max(0, delta), capMs);
  };

  return {
    add: (event) => {
      if (size >= MOST_EVENTS) return;
      position += step(event.occurredAt);
      if (size === times.length) {
        const grown = new Float64Array(times.length * 2);
        grown.set(times);
        times = grown;
      }
      times[size++] = position;
    },
    at: (index) => (index < size ? (times[index] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY),
    size: () => size,
    lengthMs: () => position,
  };
}
