import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../../shared/domain/actor.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { WebhookDelivery } from '../../store/records.ts';
import type { HookAnswer } from './attempt.ts';
import { MAX_ATTEMPTS, type Webhook } from './deliveries.ts';
import { createWebhookSender, type WebhookDeps, type WebhookOutbox, type WebhookSender } from './sender.ts';
import { startTicketSystem } from './simulator/ticket-system.ts';

const SECRET = 'hook-secret-of-tests';
const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

function ticket(id: string, change: Partial<Ticket> = {}): Ticket {
  return {
    id,
    number: 1_001,
    roomId: 'r1',
    title: '退款',
    category: 'dispute',
    state: 'new',
    department: '财务',
    priority: 'high',
    createdBy: SYSTEM,
    createdAt: 1,
    updatedAt: 1,
    context: { lines: [], gifts: [], totals: [], messages: 0, flagIds: [], actionIds: [] },
    notes: [],
    version: 1,
    ...change,
  };
}

/** Time that passes only while something sleeps. */
function setTime() {
  let now = 1_760_000_000_000;
  const waits: number[] = [];
  return {
    waits,
    clock: { now: () => now },
    sleep: async (ms: number, signal: AbortSignal) => {
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) return;
      waits.push(ms);
      now += ms;
    },
  };
}

async function setUp(change: Partial<Webhook> = {}) {
  const time = setTime();
  const ids = { next: () => randomUUID() };
  const system = await startTicketSystem({ secret: SECRET, clock: time.clock, ids });
  opened.push(system.close);
  const table = new Map<string, WebhookDelivery>();
  const history: string[] = [];
  const outbox: WebhookOutbox = {
    async put(rows) {
      for (const row of rows) {
        table.set(row.id, row);
        history.push(`${row.event}#${row.attempts} ${row.state}`);
      }
    },
    waiting: async () => [...table.values()].filter((row) => row.state === 'waiting'),
  };
  const hooks: Webhook[] = [{ id: 'tickets', url: system.url, secret: SECRET, ...change }];
  const answers: HookAnswer[] = [];
  const log: string[] = [];
  let sender: WebhookSender;
  const make = (more: Partial<WebhookDeps> = {}) => {
    sender = createWebhookSender({
      outbox,
      hooks: () => hooks,
      fetch,
      clock: time.clock,
      ids,
      random: { next: () => 0.5 },
      sleep: time.sleep,
      log: (_, text) => log.push(text),
      onSettled: (_, answer) => answers.push(answer),
      ...more,
    });
    opened.push(sender.stop);
    return sender;
  };
  const quiet = async (of: WebhookSender) => {
    while (Object.values(of.waiting()).some((n) => n > 0))
      await new Promise((resolve) => setImmediate(resolve));
  };
  return { time, system, table, history, outbox, hooks, answers, log, make, quiet };
}

const states = (table: ReadonlyMap<string, WebhookDelivery>) =>
  [...table.values()].map(({ event, state, attempts, lastStatus, lastError }) => ({
    event,
    state,
    attempts,
    lastStatus,
    lastError,
  }));

describe('webhook sender', () => {
  it('stores before it sends, signs, and hears what the system says', async () => {
    const { system, history, answers, make, quiet } = await setUp();
    const sender = make();
    await sender.start();
    await sender.send('ticket.opened', ticket('t1'));
    expect(history[0]).toBe('ticket.opened#0 waiting');
    await quiet(sender);
    expect(history).toEqual([
      'ticket.opened#0 waiting',
      'ticket.opened#1 waiting',
      'ticket.opened#1 delivered',
    ]);
    expect([system.refusals, system.taken.map(({ event }) => event)]).toEqual([[], ['ticket.opened']]);
    expect(answers).toEqual([
      { externalId: 'EXT-1', url: 'https://tickets.example/EXT-1', status: 'received' },
    ]);
  });

  it('keeps a ticket’s events in order while others go ahead', async () => {
    const { system, time, make, quiet, table } = await setUp();
    system.script([
      { kind: 'fail', status: 503 },
      { kind: 'fail', status: 500 },
    ]);
    const sender = make();
    await sender.send('ticket.opened', ticket('t1'));
    await sender.send('ticket.updated', ticket('t1', { state: 'open' }));
    await sender.send('ticket.solved', ticket('t1', { state: 'solved' }));
    expect(system.taken).toEqual([]);
    await sender.start();
    await sender.send('ticket.opened', ticket('t2'));
    await quiet(sender);
    expect(system.taken.filter(({ ticketId }) => ticketId === 't1').map(({ event }) => event)).toEqual([
      'ticket.opened',
      'ticket.updated',
      'ticket.solved',
    ]);
    expect(states(table).map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
    expect(time.waits[0]).toBe(1_000);
  });

  it('gives up after twelve attempts, with the waits between', async () => {
    const { system, time, table, log, make, quiet } = await setUp();
    system.script(Array.from({ length: MAX_ATTEMPTS }, () => ({ kind: 'fail', status: 500 }) as const));
    const sender = make();
    await sender.start();
    await sender.send('ticket.opened', ticket('t1'));
    await quiet(sender);
    expect(time.waits).toEqual(Array.from({ length: MAX_ATTEMPTS - 1 }, (_, i) => 1_000 * 2 ** i));
    expect(states(table)).toEqual([
      { event: 'ticket.opened', state: 'failed', attempts: 12, lastStatus: 500, lastError: 'status 500' },
    ]);
    expect(log).toEqual(['webhook tickets: gave up ticket.opened: status 500']);
    const [row] = table.values();
    if (row !== undefined) await sender.again(row);
    await quiet(sender);
    expect(states(table)[0]).toMatchObject({ state: 'delivered', attempts: 1 });
  });

  it('does not repeat what was refused, and goes on with the next', async () => {
    const { system, table, make, quiet } = await setUp();
    system.script([{ kind: 'fail', status: 422 }]);
    const sender = make();
    await sender.start();
    await sender.send('ticket.opened', ticket('t1'));
    await sender.send('ticket.updated', ticket('t1'));
    await quiet(sender);
    expect(states(table).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['failed', 1],
      ['delivered', 1],
    ]);
  });

  it('pauses the whole hook when asked to', async () => {
    const { system, time, make, quiet } = await setUp();
    system.script([{ kind: 'fail', status: 429, retryAfterSec: 30 }]);
    const sender = make();
    await sender.send('ticket.opened', ticket('t1'));
    await sender.send('ticket.opened', ticket('t2'));
    await sender.start();
    await quiet(sender);
    expect(time.waits).toEqual([30_000]);
    expect(system.taken.map(({ ticketId }) => ticketId)).toEqual(['t1', 't2']);
  });

  it('goes on after a restart, and a delivery that came twice is known by its id', async () => {
    const { system, table, make, quiet } = await setUp();
    system.script([{ kind: 'take_and_cut' }]);
    const first = make({
      sleep: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    });
    await first.start();
    await first.send('ticket.opened', ticket('t1'));
    await first.send('ticket.updated', ticket('t1'));
    while (states(table)[0]?.lastError === undefined) await new Promise((resolve) => setImmediate(resolve));
    await first.stop();
    expect(states(table).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    const second = make();
    await second.start();
    await quiet(second);
    expect(states(table).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['delivered', 2],
      ['delivered', 1],
    ]);
    expect([system.taken.map(({ event }) => event), system.repeats(), system.refusals]).toEqual([
      ['ticket.opened', 'ticket.updated'],
      1,
      [],
    ]);
  });

  it('a call in flight when the core stops is taken up again', async () => {
    const { system, table, make, quiet } = await setUp();
    system.script([{ kind: 'hang' }]);
    const first = make();
    await first.start();
    await first.send('ticket.opened', ticket('t1'));
    while (system.hanging() === 0) await new Promise((resolve) => setImmediate(resolve));
    await first.stop();
    expect(states(table)[0]).toMatchObject({ state: 'waiting', attempts: 1 });
    const second = make();
    await second.start();
    await quiet(second);
    expect(states(table)[0]).toMatchObject({ state: 'delivered', attempts: 2 });
  });

  it('prepares rows for the caller’s own transaction, in growing order', async () => {
    const { outbox, make, quiet, system } = await setUp();
    const sender = make();
    await sender.start();
    const rows = [
      ...sender.prepare('ticket.opened', ticket('t1')),
      ...sender.prepare('ticket.updated', ticket('t1')),
    ];
    expect((rows[1]?.createdAt ?? 0) - (rows[0]?.createdAt ?? 0)).toBe(1);
    await outbox.put(rows);
    sender.accept(rows);
    await quiet(sender);
    expect(system.taken.map(({ event }) => event)).toEqual(['ticket.opened', 'ticket.updated']);
  });

  it('survives a store that fails for a moment', async () => {
    const { outbox, make, quiet, table, log } = await setUp();
    let failures = 1;
    const shaky: WebhookOutbox = {
      ...outbox,
      put: (rows) =>
        rows[0]?.attempts === 1 && failures-- > 0 ? Promise.reject(new Error('disk full')) : outbox.put(rows),
    };
    const sender = make({ outbox: shaky });
    await sender.start();
    await sender.send('ticket.opened', ticket('t1'));
    await quiet(sender);
    expect(log).toEqual(['webhook tickets: disk full']);
    expect(states(table)[0]).toMatchObject({ state: 'delivered', attempts: 1 });
  });

  it.each([
    ['a wrong secret', { secret: 'not-the-hook-secret' }, 'status 401'],
    [
      'plain http elsewhere',
      { url: 'http://tickets.example/' },
      '必须是 https，本机地址除外 / https is needed, except on this machine',
    ],
  ])('fails at once with %s', async (_, change, lastError) => {
    const { make, quiet, table, hooks } = await setUp();
    hooks.splice(0, 1, { ...(hooks[0] ?? { id: '', url: '', secret: '' }), ...change });
    const sender = make();
    await sender.start();
    await sender.send('ticket.opened', ticket('t1'));
    await quiet(sender);
    expect(states(table)[0]).toMatchObject({ state: 'failed', attempts: 1, lastError });
  });

  it('tells only the hooks of the department, and drops what a removed hook had left', async () => {
    const { make, quiet, table, hooks } = await setUp({ department: '客服' });
    const sender = make();
    expect(await sender.send('ticket.opened', ticket('t1'))).toEqual([]);
    await sender.send('ticket.opened', ticket('t2', { department: '客服' }));
    hooks.length = 0;
    await sender.start();
    await quiet(sender);
    expect(states(table)).toMatchObject([{ state: 'failed', lastError: 'the hook was removed' }]);
  });
});
