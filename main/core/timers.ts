import type { Gauges } from '../../shared/api/views.ts';
import type { SourceMemories } from './rooms/memory.ts';
import type { Streams } from './rooms/streams.ts';
import type { Services } from './services.ts';

const SECOND = 1_000;

/** Starts what happens by the clock; the answer ends it. */
export function startTimers(deps: {
  readonly services: Services;
  readonly streams: Streams;
  readonly sourceMemories: SourceMemories;
  readonly gauges: () => Gauges;
  /** Removes days that are too old or too many. */
  readonly retain: () => Promise<void>;
  /** Runs what nobody waits for. */
  readonly background: (what: string, work: () => Promise<unknown>) => void;
}): () => void {
  const { services, background } = deps;
  const { actions, support, push, rooms, flags, desk, tickets, rules, learning } = services;
  const timers = [
    setInterval(() => {
      actions.tick();
      background('support', async () => support.tick());
      push.change([
        ...rooms.views().map((room) => ({ kind: 'room', room }) as const),
        { kind: 'gauges', gauges: deps.gauges() },
      ]);
    }, SECOND),
    setInterval(() => {
      flags.tick();
      desk.forgetSettled();
      background('ticket context', tickets.tick);
    }, 5 * SECOND),
    setInterval(() => {
      background('nonces', deps.sourceMemories.sweep);
      background('rules', rules.tick);
      background('learning', learning.tick);
      for (const runtime of rooms.all())
        if (runtime.connection !== null) background('sitting', () => deps.streams.save(runtime, false));
    }, 30 * SECOND),
    setInterval(() => background('retention', deps.retain), 3_600 * SECOND),
  ];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
