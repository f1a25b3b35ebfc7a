import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_DOORS } from '../../../shared/support/doors.ts';
import type { Caller } from '../access/members.ts';
import { type SupportTest, startSupportTest } from '../testing/support.ts';
import { createDoors, networkOf } from './doors.ts';

const started: SupportTest[] = [];
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.core.close();
});
async function start(): Promise<SupportTest> {
  const test = await startSupportTest();
  started.push(test);
  return test;
}
const id = (): string => crypto.randomUUID();
const text = (words = '在吗') => ({ id: id(), body: { kind: 'text' as const, text: words } });
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: { readonly code?: string }) => error.code ?? String(error),
  );
const DAY = 86_400_000;

describe('blocked viewers', () => {
  it('G1 may read, not write, and appeal once; a granted appeal lifts it', async () => {
    const test = await start();
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await client.send({ conversationId, ...text() });
    const block = await test.agent.support.blocks.add({
      id: id(),
      conversationId,
      reason: 'spam',
      note: '刷屏',
      until: Date.now() + 3_600_000,
    });
    const { blocked } = await test.viewerWith(null).open({ roomId: 'room' });
    const refused = await Promise.all([
      codeOf(client.start({ id: id() })),
      codeOf(client.send({ conversationId, ...text() })),
      codeOf(client.manager({ conversationId, id: id() })),
      codeOf(client.rate({ conversationId, score: 1, text: '差' })),
      codeOf(client.typing({ conversationId })),
    ]);
    const readable = (await client.messages({ conversationId })).messages.length;
    const told = await client.appeal({ text: '是我弟弟发的' });
    const twice = await codeOf(client.appeal({ text: '再说一次' }));
    const listed = await test.agent.support.blocks.list({ state: 'appealed' });
    const answered = await test.supervisor.support.blocks.answer({
      blockId: block.id,
      grant: true,
      answer: '下次注意',
    });
    const after = await codeOf(client.send({ conversationId, ...text() }));
    const over = await test.agent.support.blocks.list({ state: 'over' });
    expect({
      stranger: blocked,
      refused,
      readable: readable > 0,
      told: [told.reason, told.canAppeal, told.appeal?.state, JSON.stringify(told).includes('刷屏')],
      twice,
      listed: listed.rows.map((row) => [row.id, row.refused, row.appeal?.text]),
      answered: [answered.appeal?.state, answered.liftedBy?.id !== undefined],
      after,
      over: over.rows.map((row) => row.id),
      counts: test.core.services.support.doors.counts().counts.blockedRefused,
    }).toEqual({
      stranger: undefined,
      refused: ['blocked', 'blocked', 'blocked', 'blocked', 'blocked'],
      readable: true,
      told: ['spam', false, 'open', false],
      twice: 'conflict',
      listed: [[block.id, 5, '是我弟弟发的']],
      answered: ['granted', true],
      after: 'done',
      over: [block.id],
      counts: 5,
    });
  });

  it('G2 by agents for a day at most, by supervisors as long as needed; lifted by maker or supervisor; outlives a restart', async () => {
    const test = await start();
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    const add = (as: Caller, more: object) =>
      codeOf(test.as(as).support.blocks.add({ id: id(), conversationId, reason: 'abuse', ...more }));
    const agent: Caller = { id: 'chen', name: '陈', roles: ['agent'] };
    const boss: Caller = { id: 'zhou', name: '周', roles: ['supervisor'] };
    const results = [
      await add(agent, {}),
      await add(agent, { until: Date.now() + 2 * DAY }),
      await add(agent, { until: Date.now() - 1 }),
      await add(agent, { scope: 'address', until: Date.now() + 1_000_000 }),
    ];
    const forever = await test.as(boss).support.blocks.add({ id: id(), conversationId, reason: 'abuse' });
    const byAgent = await codeOf(test.agent.support.blocks.lift({ blockId: forever.id }));
    const again = await startSupportTest({ store: test.store });
    started.push(again);
    const still = await codeOf((await again.viewer('u1')).client.start({ id: id() }));
    const lifted = await test.as(boss).support.blocks.lift({ blockId: forever.id });
    expect([results, byAgent, still, lifted.liftedBy?.id]).toEqual([
      ['forbidden', 'forbidden', 'invalid', 'invalid'],
      'forbidden',
      'blocked',
      'zhou',
    ]);
  });

  it('G3 by address, whoever comes from it', async () => {
    const test = await start();
    const { support } = test.core.services;
    const here = support.doors.hashOf('203.0.113.7');
    const caller = (name: string, addressHash: string) => ({
      viewer: { id: `anon:${name}`, name, signed: false, vip: 0, language: 'zh' as const },
      roomId: 'room',
      addressHash,
    });
    const opened = await support.viewerDesk.start(caller('a', here), {
      id: id(),
      topic: 'other',
      person: true,
    });
    if (!opened.ok) throw new Error(opened.fault.code);
    await test.agent.support.blocks.add({
      id: id(),
      conversationId: opened.value.id,
      scope: 'both',
      reason: 'threat',
      until: Date.now() + 60_000,
    });
    expect([
      support.viewerDesk.refusal(caller('a', support.doors.hashOf('198.51.100.1')))?.code,
      support.viewerDesk.refusal(caller('b', here))?.code,
      support.viewerDesk.refusal(caller('b', support.doors.hashOf('203.0.113.8')))?.code,
      JSON.stringify(opened.value).includes('203.0.113'),
    ]).toEqual(['blocked', 'blocked', undefined, false]);
  });

  it('G4 counts "the manager" over restarts, and over new names of one address', async () => {
    const test = await start();
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await client.manager({ conversationId, id: id() });
    await client.manager({ conversationId, id: id() });
    const again = await startSupportTest({ store: test.store });
    started.push(again);
    const { support } = again.core.services;
    const later = await codeOf((await again.viewer('u1')).client.manager({ conversationId, id: id() }));
    const asks: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const caller = {
        viewer: { id: `anon:${index}`, name: 'x', signed: false, vip: 0, language: 'zh' as const },
        roomId: 'room',
        addressHash: 'one',
      };
      const row = await support.viewerDesk.start(caller, { id: id(), topic: 'other', person: true });
      const asked = row.ok ? await support.viewerDesk.manager(caller, row.value.id, id(), '') : row;
      asks.push(asked.ok ? 'done' : asked.fault.code);
    }
    expect([later, asks.filter((each) => each === 'done').length, asks.at(-1)]).toEqual([
      'rate_limited',
      10,
      'rate_limited',
    ]);
  });

  it('G5 hands up when the mood falls, with the reasons, and not again and again', async () => {
    const test = await start();
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    const { automatic } = test.core.services.support;
    for (const words of [
      '你好',
      '怎么还没好？？',
      '到底管不管！！！骗子！！',
      '太差劲了！！！怎么还没人回答！！',
      '太差劲了！！！怎么还没人回答！！',
    ])
      await client.send({ conversationId, ...text(words) });
    await automatic.settled();
    const row = await test.agent.support.get({ conversationId });
    const { rows } = await test.supervisor.escalations.list({ limit: 10 });
    expect([
      row.mood?.level,
      row.mood?.isFalling,
      rows.length,
      rows[0]?.by.id,
      rows[0]?.note?.startsWith('观众情绪恶化'),
    ]).toEqual(['angry', true, 1, 'rule:support.mood.0@1', true]);
  });
});

describe('the viewers’ doors', () => {
  const doors = (limits: object = {}) => {
    const time = { now: 60_000_000 };
    return {
      time,
      doors: createDoors({
        clock: { now: () => time.now },
        limits: () => ({ ...DEFAULT_DOORS, ...limits }),
        secret: 's',
      }),
    };
  };
  it('O1 count connects, lines and sessions by address and minute', () => {
    const { doors: of, time } = doors({ connectsPerMinute: 3, socketsPerAddress: 2, sessionsPerMinute: 2 });
    const first = of.connect('a');
    const opened = [
      first !== null,
      of.connect('a') !== null,
      of.connect('a') !== null,
      of.connect('b') !== null,
    ];
    first?.();
    first?.();
    const full = of.connect('a') !== null;
    const sessions = [of.session('a'), of.session('a'), of.session('a'), of.session('b')];
    time.now += 60_000;
    of.sweep();
    expect([opened, full, sessions, of.connect('a') !== null, of.session('a'), of.counts()]).toEqual([
      [true, true, false, true],
      false,
      [true, true, false, true],
      true,
      true,
      {
        since: 60_000_000,
        socketsNow: 3,
        addressesNow: 2,
        counts: expect.objectContaining({
          connects: 4,
          connectsRefused: 1,
          socketsRefused: 1,
          sessions: 4,
          sessionsRefused: 1,
        }),
      },
    ]);
  });
  it('O2 never let in more than the limits say, whatever comes and goes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.boolean(), fc.nat(20_000)), { maxLength: 200 }),
        (steps) => {
          const { doors: of, time } = doors({ connectsPerMinute: 5, socketsPerAddress: 3 });
          const open: Record<string, (() => void)[]> = { a: [], b: [] };
          const inMinute = new Map<string, number>();
          for (const [who, leaves, pause] of steps) {
            time.now += pause;
            if (leaves) open[who]?.shift()?.();
            else {
              const leave = of.connect(who);
              if (leave === null) continue;
              open[who]?.push(leave);
              const key = `${who}${Math.floor(time.now / 60_000)}`;
              inMinute.set(key, (inMinute.get(key) ?? 0) + 1);
            }
            expect((open[who] ?? []).length).toBeLessThanOrEqual(3);
          }
          for (const count of inMinute.values()) expect(count).toBeLessThanOrEqual(5);
          expect(of.counts().socketsNow).toBe((open.a ?? []).length + (open.b ?? []).length);
        },
      ),
    );
  });
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('O3 %s is the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
