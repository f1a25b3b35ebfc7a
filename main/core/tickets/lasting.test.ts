import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../store/memory-store.ts';
import { openSqliteStore } from '../../store/sqlite-store.ts';
import type { Store } from '../../store/store.ts';
import { startTestCore, type TestCore } from '../testing/core.ts';
import { startTicketSystem } from '../webhooks/simulator/ticket-system.ts';

const uuid = (): string => crypto.randomUUID();
const clock = { now: () => 1_800_000_000_000 };
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** The same data opened again, as after a restart. */
type Reopen = () => Promise<Store>;
const memory = async (): Promise<Reopen> => {
  const kept = createMemoryStore();
  // Closing is what a restart does; what is kept in memory must outlive it here.
  return async () => ({ ...kept, close: async () => undefined });
};
const sqlite = async (): Promise<Reopen> => {
  const dir = mkdtempSync(join(tmpdir(), 'changkong-tickets-'));
  closing.push(() => rmSync(dir, { recursive: true, force: true }));
  return async () => {
    const opened = await openSqliteStore({ dir, clock, log: () => undefined });
    if (!opened.ok) throw new Error(opened.fault.code);
    return opened.value;
  };
};

describe.each([
  ['memory', memory],
  ['sqlite', sqlite],
])('on %s', (_, open) => {
  it('everything of a ticket is there again after a restart', async () => {
    const reopen = await open();
    const first = await startTestCore({ store: await reopen(), clock });
    await first.supervisor.tickets.saveDesk({
      departments: [{ name: '仓库', members: [], targets: null }],
      templates: [{ id: 't', name: 'T', title: '{viewer}', description: '', fields: {} }],
    });
    const invited = await first.supervisor.session.invite({ name: '吴', roles: ['agent'], ttlMinutes: 5 });
    const ticket = async (title: string) =>
      first.controller.tickets.open({
        id: uuid(),
        roomId: 'room',
        title,
        type: 'refund',
        personId: 'demo:u1',
      });
    const [a, b] = [await ticket('甲'), await ticket('乙')];
    await first.controller.tickets.note({ ticketId: a.id, text: '@吴 看一下' });
    const noted = await first.controller.tickets.get({ ticketId: a.id });
    const merged = await first.controller.tickets.merge({
      ticketId: a.id,
      version: noted.version,
      ticketIds: [b.id],
    });
    await first.controller.tickets.handOver({
      ticketId: a.id,
      version: merged.version,
      department: '仓库',
      note: '查库存',
    });
    const seen = async (test: TestCore) => ({
      a: await test.controller.tickets.get({ ticketId: a.id }),
      b: await test.controller.tickets.get({ ticketId: b.id }),
      history: (await test.controller.tickets.history({ ticketId: a.id })).rows,
      queue: (await test.controller.tickets.queue({ department: '仓库' })).rows.map((row) => row.id),
      desk: await test.controller.tickets.desk(),
      unread: test.core.services.tickets.notices.unreadOf(invited.member.id),
      listed: (await test.controller.tickets.list({ department: '仓库', stage: 'unfinished' })).rows.length,
    });
    const before = await seen(first);
    await first.core.close();
    const second = await startTestCore({ store: await reopen(), clock });
    closing.push(() => second.core.close());
    const after = await seen(second);
    const next = await second.controller.tickets.open({ id: uuid(), roomId: 'room', title: '丙' });
    const undone = await second.controller.tickets.unmerge({ ticketId: a.id, mergedId: b.id });
    expect(after).toEqual(before);
    expect([before.unread.length, before.queue, next.number, undone.ticket.state]).toEqual([
      1,
      [a.id],
      1003,
      'new',
    ]);
  });
});

it('other systems hear of each step, signed and in order', async () => {
  const system = await startTicketSystem({
    secret: 'a-hook-secret-of-some-length',
    clock: { now: Date.now },
    ids: { next: () => uuid() },
  });
  closing.push(() => system.close());
  const test = await startTestCore();
  closing.push(() => test.core.close());
  await test.supervisor.settings.put({
    ticketHook: { url: system.url, secret: 'a-hook-secret-of-some-length' },
  });
  const open = (title: string) => test.controller.tickets.open({ id: uuid(), roomId: 'room', title });
  const [a, b] = [await open('甲'), await open('乙')];
  /** A delivery that settles in between makes a version too: then it is tried again. */
  const onNewest = async (make: (version: number) => Promise<unknown>): Promise<void> => {
    for (;;) {
      const { version } = await test.controller.tickets.get({ ticketId: a.id });
      const code = await make(version).then(
        () => 'done',
        (error: { readonly code?: string }) => error.code,
      );
      if (code !== 'conflict') return;
    }
  };
  await test.until(() => system.taken.length === 2);
  const base = { ticketId: a.id };
  await onNewest((version) =>
    test.controller.tickets.handOver({ ...base, version, department: '财务', note: 'x' }),
  );
  await onNewest((version) => test.controller.tickets.merge({ ...base, version, ticketIds: [b.id] }));
  await test.controller.tickets.unmerge({ ticketId: a.id, mergedId: b.id });
  await test.controller.tickets.rate({ ticketId: a.id, score: 4 });
  await test.until(() => system.taken.filter((each) => each.ticketId === a.id).length === 5);
  expect([
    system.taken.filter((each) => each.ticketId === a.id).map((each) => each.event),
    system.refusals,
  ]).toEqual([
    ['ticket.opened', 'ticket.handed_over', 'ticket.merged', 'ticket.unmerged', 'ticket.rated'],
    [],
  ]);
});
