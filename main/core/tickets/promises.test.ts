import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TargetClock, Ticket } from '../../../shared/domain/ticket.ts';
import { DEFAULT_TARGETS } from '../../../shared/domain/ticket-desk.ts';
import { type SupportTest, startSupportTest } from '../testing/support.ts';
import { desk, invite, own, uuid } from '../testing/tickets.ts';

const MIN = 60_000;
const missing: TargetClock = { targetMs: 0, usedMs: 0, startedAt: 0 };
let now: number;
let test: SupportTest;
beforeEach(async () => {
  now = Date.parse('2026-03-02T10:00:00+08:00');
  test = await startSupportTest({ clock: { now: () => now } });
});
afterEach(() => test.core.close());

describe('promises', () => {
  const policy = {
    ...DEFAULT_TARGETS,
    hours: {
      timeZone: 'Asia/Shanghai',
      days: [[], ...Array.from({ length: 5 }, () => [{ from: '09:00', to: '18:00' }]), []],
      closed: [],
    },
    times: {
      ...DEFAULT_TARGETS.times,
      normal: { firstResponse: 60, nextResponse: 30, resolution: 600 },
    },
  };
  const departments = [{ name: '财务', members: ['chen'], targets: policy }];
  const states = (ticket: Ticket) =>
    Object.fromEntries(
      Object.entries(ticket.targets ?? {}).map(([name, clock = missing]) => [
        name,
        clock.metAt !== undefined
          ? 'met'
          : clock.runningSince === undefined
            ? 'still'
            : new Date(clock.dueAt ?? 0).toISOString(),
      ]),
    );

  it('run in open time, stand still while pending, are met by an answer and begin anew with a question', async () => {
    await desk(test, { departments });
    const opened = await own(test, { department: '财务' });
    now += 30 * MIN;
    const replied = await test.agent.tickets.note({ ticketId: opened.id, text: '在查了', kind: 'reply' });
    const asked = await test.agent.tickets.note({ ticketId: opened.id, text: '好了吗', kind: 'viewer' });
    const open = await test.agent.tickets.change({
      ticketId: opened.id,
      version: asked.version,
      state: 'open',
    });
    const pending = await test.agent.tickets.change({
      ticketId: opened.id,
      version: open.version,
      state: 'pending',
    });
    now += 24 * 60 * MIN;
    const again = await test.agent.tickets.change({
      ticketId: opened.id,
      version: pending.version,
      state: 'open',
    });
    expect([states(opened), states(replied), states(asked), states(pending), states(again)]).toEqual([
      { firstResponse: '2026-03-02T03:00:00.000Z', resolution: '2026-03-03T03:00:00.000Z' },
      { firstResponse: 'met', resolution: '2026-03-03T03:00:00.000Z' },
      {
        firstResponse: 'met',
        nextResponse: '2026-03-02T03:00:00.000Z',
        resolution: '2026-03-03T03:00:00.000Z',
      },
      // Taken out of `new` is an answer too.
      { firstResponse: 'met', nextResponse: 'met', resolution: 'still' },
      { firstResponse: 'met', nextResponse: 'met', resolution: '2026-03-04T03:00:00.000Z' },
    ]);
  });

  it('are warned of and missed once each, told to whom it concerns, counted and listed', async () => {
    const chen = await invite(test, '陈晨');
    await desk(test, { departments: [{ name: '财务', members: [chen.id], targets: policy }] });
    const { id } = await own(test, { department: '财务' });
    const tick = async (minutes: number) => {
      now += minutes * MIN;
      await test.core.services.tickets.tick();
      await test.core.services.tickets.tick();
    };
    await tick(47);
    const before = await test.agent.tickets.get({ ticketId: id });
    await tick(1);
    const warned = await test.agent.tickets.list({ target: 'warned' });
    await tick(13);
    const missed = await test.agent.tickets.list({ target: 'breached', department: '财务' });
    const notices = await test.as(chen).tickets.notices({});
    const [finance] = (await test.agent.tickets.departments()).filter((each) => each.name === '财务');
    expect([
      before.targets?.firstResponse?.warnedAt,
      warned.rows.map((row) => row.id),
      missed.rows.map((row) => row.targets?.firstResponse?.breachedAt),
      notices.rows.map((notice) => notice.kind).toSorted(),
      [finance?.unfinished, finance?.breached, finance?.breaches, finance?.warnings],
    ]).toEqual([
      undefined,
      [id],
      [Date.parse('2026-03-02T11:00:00+08:00')],
      ['breached', 'handover', 'warning'],
      [1, 1, 1, 1],
    ]);
  });

  it('change for what is open when the department’s policy changes', async () => {
    await desk(test, { departments });
    const { id } = await own(test, { department: '财务' });
    await test.core.services.tickets.tick();
    now += 30 * MIN;
    const faster = {
      ...policy,
      times: { ...policy.times, normal: { firstResponse: 40, nextResponse: 30, resolution: 0 } },
    };
    await desk(test, { departments: [{ name: '财务', members: [], targets: faster }] });
    await test.core.services.tickets.tick();
    expect(states(await test.agent.tickets.get({ ticketId: id }))).toEqual({
      firstResponse: '2026-03-02T02:40:00.000Z',
      resolution: 'met',
    });
  });

  it('are moved by the talk with the viewer', async () => {
    const { client } = await test.viewer('u1', { name: '小雨' });
    const talk = await client.start({ id: uuid(), topic: 'refund' });
    const say = (text: string) =>
      client.send({ conversationId: talk.id, id: uuid(), body: { kind: 'text', text } });
    await say('在吗');
    await test.agent.support.setState({ state: 'online' });
    await test.agent.support.claim({ conversationId: talk.id }).catch(() => undefined);
    const made = await test.agent.support.ticket({
      conversationId: talk.id,
      id: uuid(),
      title: '退款',
      department: '财务',
    });
    now += MIN;
    const answer = (text: string) =>
      test.agent.support.send({ conversationId: talk.id, id: uuid(), body: { kind: 'text', text } });
    await answer('在查');
    await answer('请稍等');
    await test.core.services.ticketTalks.settled();
    const answered = await test.agent.tickets.get({ ticketId: made.id });
    now += MIN;
    await say('好了吗');
    await say('？');
    await test.core.services.ticketTalks.settled();
    const waiting = await test.agent.tickets.get({ ticketId: made.id });
    expect([
      answered.targets?.firstResponse?.metAt,
      answered.version,
      waiting.targets?.nextResponse?.runningSince,
      waiting.version,
    ]).toEqual([now - MIN, 2, now, 3]);
  });

  it('are moved by a talk that was linked, and by one whose ticket was merged', async () => {
    const { client } = await test.viewer('u1', { name: '小雨' });
    const talk = await client.start({ id: uuid(), topic: 'refund' });
    await test.agent.support.setState({ state: 'online' });
    await test.agent.support.claim({ conversationId: talk.id }).catch(() => undefined);
    const [merged, survivor] = [await own(test), await own(test)];
    await test.agent.tickets.link({ ticketId: merged.id, kind: 'conversation', id: talk.id });
    const linked = await test.agent.support.get({ conversationId: talk.id });
    const { version, id } = survivor;
    await test.agent.tickets.merge({ ticketId: id, version, ticketIds: [merged.id] });
    now += MIN;
    const body = { kind: 'text', text: '在查' } as const;
    await test.agent.support.send({ conversationId: talk.id, id: uuid(), body });
    await test.core.services.ticketTalks.settled();
    const answered = await test.agent.tickets.get({ ticketId: id });
    await test.agent.tickets.unmerge({ ticketId: id, mergedId: merged.id });
    await test.agent.tickets.unlink({ ticketId: merged.id, kind: 'conversation', id: talk.id });
    const loose = await test.agent.support.get({ conversationId: talk.id });
    expect([linked.ticketIds, answered.targets?.firstResponse?.metAt, loose.ticketIds]).toEqual([
      [merged.id],
      now,
      [],
    ]);
  });
});
