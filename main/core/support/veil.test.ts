import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../access/members.ts';
import { callByName, PROCEDURES } from '../testing/procedures.ts';
import { AGENT, type SupportTest, startSupportTest } from '../testing/support.ts';

/** Stands in everything the viewer writes. */
const SECRET = '机密甲乙丙';
const BOSS: Caller = { id: 'boss', name: '周', roles: ['supervisor'] };
const uuid = (): string => crypto.randomUUID();
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let test: SupportTest;
let ids: { readonly conversationId: string; readonly messageId: string; readonly attachmentId: string };
let calls: readonly unknown[] = [];

beforeAll(async () => {
  test = await startSupportTest();
  const { support } = test.core.services;
  await test.configure({
    privacy: { ...support.settings.current().privacy, masked: true },
    webhook: { url: 'https://elsewhere.invalid/', secret: 'x'.repeat(32) },
  });
  await test.agent.support.setState({ state: 'online' });
  const { client } = await test.viewer('u1');
  const conversationId = uuid();
  await client.start({ id: conversationId, topic: 'gift' });
  // Words that raise every trigger, a mood, and an open question of the bot.
  const texts = [
    SECRET,
    `骗子${SECRET}！！！`,
    `曝光你们${SECRET}！！！`,
    `我儿子${SECRET}`,
    `傻逼${SECRET}！！！`,
  ];
  const messageId = uuid();
  for (const [index, text] of texts.entries())
    await client.send({
      conversationId,
      id: index === 0 ? messageId : uuid(),
      body: { kind: 'text', text },
    });
  const uploaded = await support.uploads.accept({ conversationId, by: 'demo:u1' }, new Uint8Array(PIXEL));
  if (!uploaded.ok) throw new Error(uploaded.fault.code);
  const attachmentId = uploaded.value.attachment.id;
  await client.send({ conversationId, id: uuid(), body: { kind: 'picture', attachmentId } });
  await support.automatic.settled();
  await client.manager({ conversationId, id: uuid(), text: SECRET });
  await test.agent.support.send({
    conversationId,
    id: uuid(),
    body: { kind: 'text', text: `您说的${SECRET}我在看` },
  });
  await test.agent.support.ticket({ conversationId, id: uuid(), title: '核对', department: '客服' });
  await client.close({ conversationId });
  await client.rate({ conversationId, score: 1, text: SECRET });
  ids = { conversationId, messageId, attachmentId };
  calls = (await test.store.list({ table: 'deliveries', limit: 1_000 })).rows;
});
afterAll(() => test.core.close());

/** Everything a procedure may be asked with; its own schema takes what it knows. */
function inputFor(name: string): object {
  const span = { from: 0, to: 9_999_999_999_999, timeZone: 'UTC' };
  const general = { ...ids, roomId: 'room', personId: 'demo:u1', viewerId: 'demo:u1', ...span, limit: 200 };
  switch (name) {
    case 'support.send':
      return { ...general, id: uuid(), audience: 'staff', body: { kind: 'text', text: '备注' } };
    case 'support.transfer':
      return { ...general, to: { kind: 'supervisor' }, note: '请看' };
    case 'support.escalate':
    case 'support.ticket':
      return { ...general, id: uuid(), reason: '请看', title: '请看', department: '客服' };
    case 'support.kb.questions':
      return { state: 'open' };
    case 'support.reveal':
      return {};
    default:
      return general;
  }
}

async function answerOf(caller: Caller, name: string): Promise<string> {
  try {
    const answer = await callByName(test.as(caller), name, inputFor(name));
    const feed = answer as AsyncGenerator<unknown> | undefined;
    if (typeof feed?.next !== 'function') return JSON.stringify(answer ?? null);
    const frames: unknown[] = [];
    for (let index = 0; index < 3; index += 1) {
      const next = await Promise.race([feed.next(), new Promise((resolve) => setTimeout(resolve, 60))]);
      if (next === undefined) break;
      frames.push(next);
    }
    void feed.return?.(undefined);
    return JSON.stringify(frames);
  } catch (error) {
    return JSON.stringify(error);
  }
}

const names = PROCEDURES.map((each) => each.name).filter((name) => name !== 'session.pair');

describe('what viewers write in private', () => {
  it('V1 is walked over by every procedure of the contract', () => {
    expect(names.filter((name) => name.startsWith('support.')).length).toBeGreaterThan(45);
  });

  it.each(names)('V2 %s tells nobody, not even a supervisor', async (name) => {
    expect(await answerOf(BOSS, name)).not.toContain(SECRET);
  });

  it.each(names.filter((name) => name.startsWith('support.') || name.startsWith('tickets.')))(
    'V3 %s tells no other agent',
    async (name) => {
      expect(await answerOf({ id: 'wu', name: '吴', roles: ['agent'] }, name)).not.toContain(SECRET);
    },
  );

  it('V4 goes to no other system either', () => {
    expect([calls.length > 3, JSON.stringify(calls).includes(SECRET)]).toEqual([true, false]);
  });

  it('V5 is in no record that others read: escalations, tickets, audit, traces, questions', async () => {
    const kept: unknown[] = [];
    for (const table of ['escalations', 'tickets', 'traces', 'questions', 'histories', 'notices'] as const)
      kept.push((await test.store.list({ table, limit: 1_000 })).rows);
    const audit = await test.as(BOSS).review.audit({ limit: 1_000 });
    expect(JSON.stringify([kept, audit])).not.toContain(SECRET);
  });

  it('V6 is shown with a reason, to that one person, for a while, and the reason is in the audit log', async () => {
    const { conversationId, attachmentId } = ids;
    const boss = test.as(BOSS);
    await expect(boss.support.file({ conversationId, attachmentId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const { until } = await boss.support.reveal({ conversationId, reason: '核对骚扰投诉' });
    const seen = await boss.support.messages({ conversationId, limit: 100 });
    const other = await test.agent2.support.messages({ conversationId, limit: 100 });
    const picture = seen.find((message) => message.body.kind === 'picture');
    const expires = Number(new URL(`http://x${picture?.url}`).searchParams.get('e'));
    const { entries } = await boss.review.audit({ limit: 1_000 });
    const entry = entries.find((each) => each.what === 'support.reveal');
    expect({
      boss: JSON.stringify(seen).includes(SECRET),
      other: JSON.stringify(other).includes(SECRET),
      masked: other.filter((message) => message.masked === true).length > 4,
      noAddress: other.every((message) => message.url === undefined && message.thumbUrl === undefined),
      file: (await boss.support.file({ conversationId, attachmentId })).mime,
      address: expires <= until,
      entry: [entry?.actor.id, entry?.detail],
    }).toEqual({
      boss: true,
      other: false,
      masked: true,
      noAddress: true,
      file: 'image/png',
      address: true,
      entry: ['boss', '核对骚扰投诉'],
    });
  });

  it('V7 stays private when the preset is undone, and exports stay closed while it stands', async () => {
    const { support } = test.core.services;
    await expect(test.as(BOSS).support.stats.csv({ from: 0, to: 1 })).resolves.toBeDefined();
    await test.configure({ privacy: { masked: false, exportRestricted: true, revealMinutes: 15 } });
    const messages = await test.agent2.support.messages({ conversationId: ids.conversationId, limit: 100 });
    const csv = await test
      .as(BOSS)
      .support.stats.csv({ from: 0, to: 1 })
      .then(
        () => 'given',
        (error: { readonly code?: string }) => error.code,
      );
    expect([
      JSON.stringify(messages).includes(SECRET),
      csv,
      support.isPrivate({ channel: 'one_to_one' } as never),
    ]).toEqual([false, 'forbidden', true]);
  });

  it('V8 shows an agent her own words', async () => {
    const messages = await test
      .as(AGENT)
      .support.messages({ conversationId: ids.conversationId, limit: 100 });
    const own = messages.filter((message) => message.from.id === AGENT.id && message.audience === 'all');
    expect(own.map((message) => message.masked)).toEqual([undefined]);
  });
});
