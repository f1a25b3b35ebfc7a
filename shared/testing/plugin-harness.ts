import type { LiveEvent } from '../domain/event.ts';
import type { SourceStatus } from '../domain/room.ts';
import type { ConnectContext } from '../plugin/plugin.ts';

/** What a test sees of a connection. */
export interface Harness<S> {
  readonly context: ConnectContext<S>;
  readonly events: readonly LiveEvent[];
  readonly states: readonly SourceStatus['state'][];
  readonly counts: Readonly<Record<string, number>>;
  /** Moves the clock step by step until something is so; real time is not waited for. */
  readonly until: (done: () => boolean, stepMs?: number) => Promise<void>;
}

/**
 * A core for one connection, with a clock that only tests move. `advance` runs the timers that fall
 * due and lets the real loop turn, for file reads.
 */
export function createHarness<S>(
  settings: S,
  advance: (ms: number) => Promise<unknown>,
  startAt = 1_772_366_400_000,
): Harness<S> {
  const events: LiveEvent[] = [];
  const states: SourceStatus['state'][] = [];
  const counts: Record<string, number> = {};
  let now = startAt;
  let ids = 0;
  const context: ConnectContext<S> = {
    roomId: 'room',
    settings,
    clock: { now: () => now },
    ids: { next: () => `id${++ids}` },
    random: { next: () => 0.5 },
    secrets: { get: async () => null, set: async () => undefined },
    emit: async (batch) => {
      events.push(...batch);
    },
    status: (status) => states.push(status.state),
    count: (what, n = 1) => {
      counts[what] = (counts[what] ?? 0) + n;
    },
    log: () => undefined,
  };
  return {
    context,
    events,
    states,
    counts,
    until: async (done, stepMs = 50) => {
      for (let turn = 0; turn < 20_000 && !done(); turn++) {
        now += stepMs;
        await advance(stepMs);
      }
      if (!done()) throw new Error('what was waited for did not happen');
    },
  };
}
