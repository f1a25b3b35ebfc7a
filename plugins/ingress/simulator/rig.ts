import { randomUUID } from 'node:crypto';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import type { ConnectContext, SourceMemory } from '../../../shared/plugin/plugin.ts';
import type { IngressSettings } from '../settings.ts';

/** A core that only keeps what it is handed, for tests and benches of the plugin alone. */
export interface Rig {
  readonly context: ConnectContext<IngressSettings>;
  readonly events: readonly LiveEvent[];
  readonly counts: Readonly<Record<string, number>>;
  readonly log: readonly string[];
  /** While held, the core has no room for more. */
  readonly hold: () => void;
  readonly release: () => void;
}

/** What outlives a connection: the rig's store. */
export function createRigMemory(): SourceMemory & { readonly store: (ids: readonly string[]) => void } {
  const nonces = new Set<string>();
  const cursors = new Map<string, number>();
  const ids = new Set<string>();
  return {
    takeNonce: async (key) => !nonces.has(key) && nonces.add(key).has(key),
    cursor: async (stream) => cursors.get(stream) ?? null,
    setCursor: async (stream, seq) => void cursors.set(stream, seq),
    known: async (asked) => new Set(asked.filter((id) => ids.has(id))),
    store: (more) => {
      for (const id of more) ids.add(id);
    },
  };
}

/** Makes the surroundings of one connection to room `r1`. */
export function createRig(settings: IngressSettings, now: () => number, memory = createRigMemory()): Rig {
  const events: LiveEvent[] = [];
  const counts: Record<string, number> = {};
  const log: string[] = [];
  let gate: Promise<void> = Promise.resolve();
  let open: () => void = () => undefined;
  return {
    events,
    counts,
    log,
    hold() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
    context: {
      roomId: 'r1',
      settings,
      clock: { now },
      ids: { next: randomUUID },
      random: { next: Math.random },
      secrets: { get: async () => null, set: async () => undefined },
      memory,
      async emit(more) {
        events.push(...more);
        memory.store(more.map((event) => event.eventId));
        await gate;
      },
      status: () => undefined,
      count(what, n = 1) {
        counts[what] = (counts[what] ?? 0) + n;
      },
      log: (level, text) => log.push(`${level}: ${text}`),
    },
  };
}
