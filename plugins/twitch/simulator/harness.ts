import { randomUUID } from 'node:crypto';
import type { EventKind, EventOf, LiveEvent } from '../../../shared/domain/event.ts';
import type { SourceStatus } from '../../../shared/domain/room.ts';
import type { ConnectContext } from '../../../shared/plugin/plugin.ts';
import type { Secrets } from '../../../shared/plugin/secrets.ts';
import { CONNECT_PLAN, type ConnectPlan, connectTwitch } from '../connect.ts';
import type { TwitchSettings } from '../settings.ts';

/** A core that only listens: what a connection emitted, said and counted. */
export interface Harness {
  readonly events: readonly LiveEvent[];
  readonly of: <K extends EventKind>(kind: K) => readonly EventOf<K>[];
  readonly statuses: readonly Omit<SourceStatus, 'since'>[];
  readonly counts: Readonly<Record<string, number>>;
  readonly logs: readonly string[];
  readonly secrets: Secrets & { readonly all: ReadonlyMap<string, string> };
  readonly connection: ReturnType<typeof connectTwitch>;
  /** Resolves when it holds; fails after ten seconds, with what it waited for. */
  readonly until: (what: string, holds: () => boolean) => Promise<void>;
  /** Holds back `emit` (true) as a busy core does. */
  readonly block: (on: boolean) => void;
}

/** Short times, so that a test takes milliseconds where life takes minutes. */
export const QUICK_PLAN: ConnectPlan = {
  ...CONNECT_PLAN,
  reading: {
    backoff: { baseMs: 20, maxMs: 80 },
    silence: { askAfterMs: 5_000, answerWithinMs: 2_000 },
    joinWithinMs: 3_000,
    steadyAfterMs: 200,
  },
  attempts: {
    timeoutMs: 400,
    retries: 3,
    retryMs: 5,
    longestWaitMs: 3_000,
    signInWaitMs: 5_000,
    signInLookMs: 5,
  },
};

/** Connects the plugin to a simulator. */
export function startHarness(
  settings: TwitchSettings,
  plan: ConnectPlan = QUICK_PLAN,
  kept: Readonly<Record<string, string>> = {},
): Harness {
  const events: LiveEvent[] = [];
  const statuses: Omit<SourceStatus, 'since'>[] = [];
  const counts: Record<string, number> = {};
  const logs: string[] = [];
  const all = new Map(Object.entries(kept));
  let gate: { readonly open: Promise<void>; readonly release: () => void } | null = null;

  const secrets: Secrets = {
    get: async (name) => all.get(name) ?? null,
    set: async (name, value) => {
      if (value === null) all.delete(name);
      else all.set(name, value);
    },
  };
  const context: ConnectContext<TwitchSettings> = {
    roomId: 'room1',
    settings,
    clock: { now: Date.now },
    ids: { next: randomUUID },
    random: { next: () => 0.5 },
    secrets,
    emit: async (batch) => {
      await gate?.open;
      events.push(...batch);
    },
    status: (status) => statuses.push(status),
    count: (what, n = 1) => {
      counts[what] = (counts[what] ?? 0) + n;
    },
    log: (_, text) => logs.push(text),
  };
  const connection = connectTwitch(context, plan);
  return {
    events,
    of: <K extends EventKind>(kind: K) =>
      events.filter((event): event is Extract<LiveEvent, EventOf<K>> => event.kind === kind),
    statuses,
    counts,
    logs,
    secrets: { ...secrets, all },
    connection,
    until,
    block: (on) => {
      gate?.release();
      if (!on) {
        gate = null;
        return;
      }
      let release: () => void = () => undefined;
      const open = new Promise<void>((resolve) => {
        release = resolve;
      });
      gate = { open, release };
    },
  };
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2_000; tries += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`waited ten seconds for: ${what}`);
}
