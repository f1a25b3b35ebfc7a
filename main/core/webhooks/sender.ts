import type { Clock, Ids, Random } from '../../../shared/domain/effects.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { WebhookDelivery } from '../../store/records.ts';
import { ATTEMPT_TIMEOUT_MS, attemptDelivery, type HookAnswer } from './attempt.ts';
import { nextStep, prepareDeliveries, settle, type TicketEvent, type Webhook } from './deliveries.ts';

/** Where deliveries are kept. */
export interface WebhookOutbox {
  /** Resolves when the rows are committed. */
  readonly put: (rows: readonly WebhookDelivery[]) => Promise<void>;
  /** All rows in state `waiting`. */
  readonly waiting: () => Promise<readonly WebhookDelivery[]>;
}

/** What the sender takes from its surroundings. */
export interface WebhookDeps {
  readonly outbox: WebhookOutbox;
  /** The systems to tell, as they are set now. */
  readonly hooks: () => readonly Webhook[];
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  /** Waits; ends early when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: (level: 'info' | 'warn' | 'error', text: string) => void;
  /** Told after each attempt is stored: delivered, given up, or waiting for the next. */
  readonly onSettled?: (row: WebhookDelivery, answer: HookAnswer) => void;
  /** Milliseconds a call may take; 10,000 unless told. */
  readonly timeoutMs?: number;
}

/** Sends signed calls that must arrive: stored first, at least once, in order for each ticket. */
export interface WebhookSender {
  /** Takes up what was waiting when the core stopped. */
  readonly start: () => Promise<void>;
  /** Rows for the caller's own transaction; hand them to `accept` after the commit. */
  readonly prepare: (event: TicketEvent, ticket: Ticket) => readonly WebhookDelivery[];
  /** Queues rows that are stored already. */
  readonly accept: (rows: readonly WebhookDelivery[]) => void;
  /** Stores and queues. */
  readonly send: (event: TicketEvent, ticket: Ticket) => Promise<readonly WebhookDelivery[]>;
  /** Tries a delivery that was given up once more from the beginning. */
  readonly again: (row: WebhookDelivery) => Promise<void>;
  /** How many wait, by hook. */
  readonly waiting: () => Readonly<Record<string, number>>;
  /** Ends calls in flight (they are repeated after the next start) and waits for the queues. */
  readonly stop: () => Promise<void>;
}

/** Makes the sender; nothing is sent before `start`. */
export function createWebhookSender(deps: WebhookDeps): WebhookSender {
  const lanes = new Map<string, Lane>();
  const stopping = new AbortController();
  let started = false;
  let newest = 0;

  function accept(rows: readonly WebhookDelivery[]): void {
    for (const row of rows) {
      newest = Math.max(newest, row.createdAt);
      const lane = lanes.get(row.hook) ?? createLane(row.hook, deps, stopping.signal);
      lanes.set(row.hook, lane);
      lane.add(row);
    }
    if (started) for (const lane of lanes.values()) lane.run();
  }

  function prepare(event: TicketEvent, ticket: Ticket): readonly WebhookDelivery[] {
    const { clock, ids } = deps;
    const rows = prepareDeliveries(deps.hooks(), event, ticket, { clock, ids, after: newest });
    for (const row of rows) newest = Math.max(newest, row.createdAt);
    return rows;
  }

  return {
    async start() {
      const rows = await deps.outbox.waiting();
      started = true;
      accept(rows);
    },
    prepare,
    accept,
    async send(event, ticket) {
      const rows = prepare(event, ticket);
      if (rows.length > 0) await deps.outbox.put(rows);
      accept(rows);
      return rows;
    },
    async again(row) {
      const fresh: WebhookDelivery = { ...row, state: 'waiting', attempts: 0, nextAt: deps.clock.now() };
      await deps.outbox.put([fresh]);
      accept([fresh]);
    },
    waiting: () => Object.fromEntries([...lanes].map(([hook, lane]) => [hook, lane.size()])),
    async stop() {
      stopping.abort();
      await Promise.all([...lanes.values()].map((lane) => lane.stopped()));
    },
  };
}

/** One hook's queue: one call in flight. */
interface Lane {
  readonly add: (row: WebhookDelivery) => void;
  readonly run: () => void;
  readonly size: () => number;
  readonly stopped: () => Promise<void>;
}

/** How long to leave a store alone that failed, milliseconds. */
const STORE_PAUSE_MS = 1_000;

function createLane(hookId: string, deps: WebhookDeps, stop: AbortSignal): Lane {
  const rows = new Map<string, WebhookDelivery>();
  let nap = new AbortController();
  let running = false;
  let done: Promise<void> = Promise.resolve();
  /** Set while the system asks for a pause (429). */
  let pausedUntil = 0;

  async function work(): Promise<void> {
    try {
      while (!stop.aborted) {
        const now = deps.clock.now();
        const step = nextStep(rows.values(), now);
        if (step.kind === 'idle') return;
        if (step.kind === 'wait') await rest(step.ms);
        else if (pausedUntil > now) await rest(pausedUntil - now);
        else await deliver(step.row).catch(storeFailed);
      }
    } finally {
      running = false;
    }
  }

  async function rest(ms: number): Promise<void> {
    nap = new AbortController();
    await deps.sleep(ms, AbortSignal.any([stop, nap.signal]));
  }

  async function storeFailed(error: unknown): Promise<void> {
    deps.log('error', `webhook ${hookId}: ${error instanceof Error ? error.message : String(error)}`);
    await deps.sleep(STORE_PAUSE_MS, stop);
  }

  async function deliver(row: WebhookDelivery): Promise<void> {
    const hook = deps.hooks().find((one) => one.id === hookId);
    // Counted before it is sent, so that a call which brings the core down is not tried for ever.
    const counted: WebhookDelivery = { ...row, attempts: row.attempts + 1 };
    await keep(counted);
    const timeoutMs = deps.timeoutMs ?? ATTEMPT_TIMEOUT_MS;
    const { attempt, answer } =
      hook === undefined
        ? { attempt: { kind: 'unreached', reason: 'the hook was removed', final: true } as const, answer: {} }
        : await attemptDelivery(row, hook, { ...deps, timeoutMs, signal: stop });
    if (stop.aborted && attempt.kind === 'unreached') return;
    const settled = settle(counted, attempt, { now: deps.clock.now(), random: deps.random.next() });
    await keep(settled);
    if (settled.lastStatus === 429 && settled.state === 'waiting') pausedUntil = settled.nextAt;
    if (settled.state === 'failed')
      deps.log('warn', `webhook ${hookId}: gave up ${row.event}: ${settled.lastError}`);
    deps.onSettled?.(settled, answer);
  }

  async function keep(row: WebhookDelivery): Promise<void> {
    await deps.outbox.put([row]);
    if (row.state === 'waiting') rows.set(row.id, row);
    else rows.delete(row.id);
  }

  return {
    add(row) {
      rows.set(row.id, row);
    },
    run() {
      nap.abort();
      if (running) return;
      running = true;
      done = work();
    },
    size: () => rows.size,
    stopped: () => done,
  };
}
