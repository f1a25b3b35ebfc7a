import { afterEach, describe, expect, it } from 'vitest';
import type { DeskFrame } from '../../shared/api/views.ts';
import { fault } from '../../shared/domain/fault.ts';
import type { Flag } from '../../shared/domain/flag.ts';
import { anyEvent, chatEvent, giftEvent } from '../../shared/testing/events.ts';
import { startTestCore, type TestCore } from './testing/core.ts';

const started: TestCore[] = [];
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.core.close();
});

async function start(given: Parameters<typeof startTestCore>[0] = {}): Promise<TestCore> {
  const made = await startTestCore(given);
  started.push(made);
  return made;
}

const now = (): number => Date.now();
const said = (key: string, user: string, text: string) => chatEvent({ key, user, text, at: now() });

async function flagged(test: TestCore, category: string): Promise<Flag> {
  return test.until(() =>
    [...test.core.services.desk.flags.values()].find((flag) => flag.category === category),
  );
}

describe('the live road', () => {
  it('R1 flags an insult once, with evidence, and counts a repeat on the same flag', async () => {
    const test = await start();
    await test.platform.say([
      said('1', 'a', '主播是傻逼'),
      said('1', 'a', '主播是傻逼'),
      said('2', 'a', '傻逼主播滚出去'),
    ]);
    await test.core.services.store.gauges();
    const flag = await test.until(() =>
      [...test.core.services.desk.flags.values()].find((each) => each.count === 2),
    );
    expect({
      category: flag.category,
      state: flag.state,
      count: flag.count,
      evidence: flag.evidence.map((each) => each.text),
    }).toEqual({
      category: 'abuse',
      state: 'open',
      count: 2,
      evidence: ['主播是傻逼', '傻逼主播滚出去'],
    });
    expect(
      (await test.store.events({ roomId: 'room', order: 'oldest', limit: 10 })).rows.map((row) => row.offset),
    ).toEqual([1, 2]);
  });

  it('R2 mutes by key: requested, accepted, confirmed by what the room tells; undo lifts it', async () => {
    const test = await start();
    await test.platform.say([said('1', 'a', '主播是傻逼')]);
    const flag = await flagged(test, 'abuse');
    const id = crypto.randomUUID();
    const [asked] = (
      await test.controller.actions.perform({
        requests: [
          {
            id,
            roomId: 'room',
            kind: 'mute',
            durationSec: 600,
            flagId: flag.id,
            ...(flag.person ? { target: { ...flag.person, roles: [] } } : {}),
          },
        ],
      })
    ).actions;
    expect(asked?.state).toBe('requested');
    const { desk } = test.core.services;
    const confirmed = await test.until(() =>
      desk.actions.get(id)?.state === 'confirmed' ? desk.actions.get(id) : undefined,
    );
    expect(confirmed.receipts.map((receipt) => receipt.state).at(-1)).toBe('confirmed');
    expect(desk.flags.get(flag.id)).toMatchObject({
      state: 'resolved',
      outcome: 'actioned',
      actionIds: [id],
    });

    const undoId = crypto.randomUUID();
    const { results } = await test.controller.actions.undo({ actionIds: [id], undoIds: [undoId] });
    expect(results.map((result) => [result.action?.kind, result.fault])).toEqual([['unmute', undefined]]);
    await test.until(() => desk.actions.get(undoId)?.state === 'confirmed');
    expect(desk.actions.get(id)?.undoneBy).toBe(undoId);
    const again = await test.controller.actions.undo({ actionIds: [id], undoIds: [crypto.randomUUID()] });
    expect(again.results[0]?.fault?.code).toBe('conflict');
  });

  it('R3 asks the platform once for the same action id, whatever the page repeats', async () => {
    const test = await start();
    const request = { id: crypto.randomUUID(), roomId: 'room', kind: 'say' as const, text: '晚上好' };
    await Promise.all([
      test.controller.actions.perform({ requests: [request] }),
      test.controller.actions.perform({ requests: [request] }),
    ]);
    await test.controller.actions.perform({ requests: [request] });
    await test.until(() => test.core.services.desk.actions.get(request.id)?.state === 'confirmed');
    expect(test.platform.asked.map((action) => action.id)).toEqual([request.id]);
  });

  it('R4 says so when a muted person talks on, and when the platform refuses', async () => {
    const test = await start();
    test.platform.tells = false;
    const target = { id: 'demo:a', nativeId: 'a', name: 'a', actionable: true };
    const silent = crypto.randomUUID();
    const refused = crypto.randomUUID();
    const { desk } = test.core.services;
    await test.controller.actions.perform({
      requests: [{ id: silent, roomId: 'room', kind: 'mute', durationSec: 600, target }],
    });
    await test.until(() => desk.actions.get(silent)?.state === 'accepted');
    await test.platform.say([chatEvent({ key: '9', user: 'a', text: '我还能说话', at: now() + 5_000 })]);
    await test.until(() => desk.actions.get(silent)?.state === 'contradicted');
    test.platform.answer = () => ({
      kind: 'failed',
      errorClass: 'target_protected',
      fault: fault('target_protected', 'mod'),
    });
    await test.controller.actions.perform({
      requests: [{ id: refused, roomId: 'room', kind: 'warn', text: '请文明发言', target }],
    });
    await test.until(() => desk.actions.get(refused)?.state === 'failed');
    expect(desk.actions.get(refused)?.receipts.at(-1)?.fault?.code).toBe('target_protected');
  });

  it('R5 never lifts another moderator’s stricter sanction', async () => {
    const test = await start();
    const target = { id: 'demo:a', nativeId: 'a', name: 'a', actionable: true };
    const id = crypto.randomUUID();
    const { desk } = test.core.services;
    await test.controller.actions.perform({
      requests: [{ id, roomId: 'room', kind: 'mute', durationSec: 60, target }],
    });
    await test.until(() => desk.actions.get(id)?.state === 'confirmed');
    const ban = anyEvent(
      'mod_action',
      { action: 'ban', origin: 'other_mod' },
      { key: 'ban', at: now() + 20_000 },
    );
    await test.platform.say([
      {
        ...ban,
        target: {
          id: 'a',
          idKind: 'uid',
          name: 'a',
          roles: [],
          badges: [],
          anonymous: false,
          actionable: true,
        },
      },
    ]);
    await test.until(() => test.core.services.actions.ledgerOf('room').of('demo:a').length === 2);
    const { results } = await test.controller.actions.undo({
      actionIds: [id],
      undoIds: [crypto.randomUUID()],
    });
    expect(results[0]?.fault?.code).toBe('undo_would_lift_other');
  });

  it('R6 after a restart sends what was never sent, and never repeats what may have been', async () => {
    const first = await start();
    const target = { id: 'demo:a', nativeId: 'a', name: 'a', actionable: true };
    const base = {
      roomId: 'room',
      kind: 'mute' as const,
      durationSec: 60,
      target,
      actor: { kind: 'person' as const, id: 'lin', name: '林' },
      requestedAt: now(),
      state: 'requested' as const,
      receipts: [],
      undo: { possible: true, inverse: 'unmute' as const },
    };
    await first.store.write([
      { op: 'put', table: 'actions', row: { ...base, id: 'never-sent' } },
      { op: 'put', table: 'actions', row: { ...base, id: 'perhaps-sent', sentAt: now() } },
    ]);
    const second = await start({ store: { ...first.store, close: async () => undefined } });
    const { desk } = second.core.services;
    await second.until(() => desk.actions.get('never-sent')?.state === 'confirmed');
    expect(desk.actions.get('perhaps-sent')).toMatchObject({ state: 'unconfirmed' });
    expect(second.platform.asked.map((action) => action.id)).toEqual(['never-sent']);
  });

  it('R7 opens a ticket with the room around it, and escalates a dispute up to its end', async () => {
    const test = await start();
    await test.platform.say([
      giftEvent({ key: 'g', user: 'q', name: '青柠不酸', fen: 131_400, at: now() - 9_000 }),
      said('1', 'b', '好听'),
      said('2', 'q', '骗我送嘉年华说加微信，退款，我要投诉'),
    ]);
    const flag = await flagged(test, 'dispute');
    const ticketId = crypto.randomUUID();
    const ticket = await test.controller.tickets.open({ id: ticketId, roomId: 'room', flagId: flag.id });
    expect({
      lines: ticket.context.lines.map((line) => line.text),
      gifts: ticket.context.gifts.length,
      totals: ticket.context.totals.map((money) => money.amountMinor),
      department: ticket.department,
    }).toEqual({
      lines: ['rose ×1', '好听', '骗我送嘉年华说加微信，退款，我要投诉'],
      gifts: 1,
      totals: ['131400'],
      department: '财务',
    });
    const escalation = await test.controller.escalations.create({ id: crypto.randomUUID(), flagId: flag.id });
    expect(
      (await test.streamer.streamer.cards({ roomId: 'room' })).map((card) => [card.topic, card.status]),
    ).toEqual([['refund', 'with_supervisor']]);
    await test.platform.say([said('3', 'q', '不退款我就去投诉，骗子')]);
    await test.until(() => test.core.services.desk.flags.get(flag.id)?.count === 2);
    expect(
      [...test.core.services.desk.flags.values()].filter((each) => each.category === 'dispute'),
    ).toHaveLength(1);
    await test.supervisor.escalations.take({ escalationId: escalation.id });
    const done = await test.supervisor.escalations.resolve({
      escalationId: escalation.id,
      resolution: '已联系财务退回',
    });
    expect(done).toMatchObject({ state: 'resolved', owner: { name: '周' } });
    const [card] = await test.streamer.streamer.cards({ roomId: 'room' });
    expect([card?.status, card?.steps.at(-1)?.zh]).toEqual(['done', '主管已处理完：已联系财务退回']);
    expect((await test.supervisor.review.audit({ limit: 100 })).intact).toBe(true);
  });

  it('R7 a streamer’s question goes to the board, and who took it and the answer come back to the page', async () => {
    const test = await start();
    const asked = { roomId: 'room', id: crypto.randomUUID(), text: '青柠的退款怎么样了？' };
    const seen = async () =>
      (await test.streamer.streamer.cards({ roomId: 'room' })).map((card) => [
        card.topic,
        card.status,
        card.text.zh,
        card.steps.map((step) => step.zh),
      ]);
    await test.streamer.streamer.ask(asked);
    expect(await seen()).toEqual([['question', 'asked', asked.text, ['已送到主管台']]]);
    await test.supervisor.escalations.take({ escalationId: asked.id });
    await test.supervisor.escalations.resolve({ escalationId: asked.id, resolution: '今晚退回' });
    expect(await seen()).toEqual([
      ['question', 'done', asked.text, ['已送到主管台', '主管 周 已接手', '主管已处理完：今晚退回']],
    ]);
  });

  it('R10 makes one flag of a raid, with all its accounts, and puts away what its first lines had raised', async () => {
    const test = await start();
    const spellings = [
      '小满假唱滚出直播间',
      '小满叚唱滚出直播间！',
      '小滿假唱滾出直播间',
      '小满假chang滚出直播间',
      '小 满 假 唱 滚 出 直 播 间',
    ];
    for (let i = 0; i < 15; i += 1) {
      await test.platform.say([
        chatEvent({
          key: `r${i}`,
          user: `raider${i}`,
          text: spellings[i % spellings.length] ?? '',
          at: now() + i * 300,
        }),
      ]);
    }
    const raid = await test.until(() =>
      [...test.core.services.desk.flags.values()].find(
        (flag) => flag.category === 'raid' && flag.memberCount === 15,
      ),
    );
    const open = [...test.core.services.desk.flags.values()].filter((flag) => flag.state !== 'resolved');
    expect({
      open: open.map((flag) => flag.category),
      accounts: raid.members.length,
      messages: raid.count,
    }).toEqual({ open: ['raid'], accounts: 15, messages: 15 });
  });

  it('R8 keeps each role to its own', async () => {
    const test = await start();
    const calls: [string, () => Promise<unknown>][] = [
      ['nobody reads flags', () => test.as(null).flags.list({})],
      ['a streamer reads no flags', () => test.streamer.flags.list({})],
      ['a streamer sees her own room only', () => test.streamer.streamer.cards({ roomId: 'other' })],
      [
        'a controller invites nobody',
        () => test.controller.session.invite({ name: 'x', roles: ['supervisor'] }),
      ],
      ['a controller takes no escalation', () => test.controller.escalations.take({ escalationId: 'x' })],
    ];
    const codes = await Promise.all(
      calls.map(async ([name, call]) => [
        name,
        await call().then(
          () => 'allowed',
          (error: { code: string }) => error.code,
        ),
      ]),
    );
    expect(codes).toEqual([
      ['nobody reads flags', 'unauthenticated'],
      ['a streamer reads no flags', 'forbidden'],
      ['a streamer sees her own room only', 'forbidden'],
      ['a controller invites nobody', 'forbidden'],
      ['a controller takes no escalation', 'forbidden'],
    ]);
  });

  it('R9 feeds the desk by snapshot and then every change, and resumes without loss', async () => {
    const test = await start();
    const frames: DeskFrame[] = [];
    const stop = new AbortController();
    const feed = await test.controller.feeds.desk({}, { signal: stop.signal });
    const reading = (async () => {
      for await (const frame of feed) {
        frames.push(frame);
        if (
          frames.some(
            (each) => each.kind === 'batch' && each.changes.some((change) => change.kind === 'flag'),
          )
        )
          break;
      }
    })();
    await test.until(() => frames.length > 0);
    await test.platform.say([said('1', 'a', '主播是傻逼')]);
    await reading;
    stop.abort();
    expect(frames[0]?.kind).toBe('snapshot');
    const position = frames[0]?.position;
    const resumed = await test.controller.feeds.desk({ resume: position });
    const { value } = await resumed.next();
    expect((value as DeskFrame | undefined)?.kind).toBe('batch');
    await resumed.return?.(undefined);
  });
});
