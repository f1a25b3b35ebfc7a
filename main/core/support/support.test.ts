import { afterEach, describe, expect, it } from 'vitest';
import type { ViewerFrame } from '../../../shared/support/views.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import { AGENT_2, type SupportTest, startSupportTest, TOKEN_SECRET } from '../testing/support.ts';
import { signJwt } from './jwt.ts';

const started: SupportTest[] = [];
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.core.close();
});

async function start(given: Parameters<typeof startSupportTest>[0] = {}): Promise<SupportTest> {
  const made = await startSupportTest(given);
  started.push(made);
  return made;
}

const id = (): string => crypto.randomUUID();
const text = (words: string) => ({ id: id(), body: { kind: 'text' as const, text: words } });
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: { code?: string }) => error.code ?? String(error),
  );

async function talk(test: SupportTest, user = 'u1') {
  const { client } = await test.viewer(user);
  const status = await client.start({ id: id(), topic: 'gift' });
  return { viewer: client, conversationId: status.id };
}

describe('a conversation', () => {
  it('C1 goes from the viewer to the next agent and back, ordered, marked, closed and rated once', async () => {
    const test = await start();
    await test.agent.support.setState({ state: 'online' });
    const { viewer, conversationId } = await talk(test);
    await viewer.send({ conversationId, ...text('礼物没显示') });
    await test.until(() => test.core.services.support.state.conversations.get(conversationId)?.agent);
    await test.agent.support.send({ conversationId, ...text('您好，我来查一下') });
    await test.agent.support.read({ conversationId, seq: 99 });
    await test.agent.support.close({ conversationId, reason: 'solved' });
    await viewer.rate({ conversationId, score: 5, text: '很快' });
    const again = await codeOf(viewer.rate({ conversationId, score: 1 }));
    const { messages, status } = await viewer.messages({ conversationId, after: 0 });
    expect({
      said: messages.map((message) => [
        message.seq,
        message.from.kind,
        message.body.kind === 'text'
          ? message.body.text.slice(0, 8)
          : message.body.kind === 'notice'
            ? message.body.code
            : '',
      ]),
      read: messages.find((message) => message.from.kind === 'viewer')?.readAt !== undefined,
      status: [status.state, status.rated, status.canRate],
      again,
    }).toEqual({
      said: [
        [1, 'system', 'opened'],
        [2, 'system', '您好，这里是小满'],
        [3, 'system', 'queued'],
        [4, 'system', 'assigned'],
        [5, 'viewer', '礼物没显示'],
        [6, 'agent', '您好，我来查一下'],
        [7, 'system', '本次服务已结束，'],
        [8, 'system', 'closed'],
        [9, 'system', 'rating_asked'],
        [10, 'system', 'rated'],
      ],
      read: true,
      status: ['closed', true, false],
      again: 'conflict',
    });
    const kinds = (await test.agent.support.decisions({ conversationId })).map((trace) => trace.kind);
    expect(kinds).toEqual(['opened', 'queued', 'assigned', 'first_reply', 'closed', 'rated']);
  });

  it('C2 stores a message sent twice once, and a feed resumes by revision without loss or double', async () => {
    const test = await start();
    const { viewer, conversationId } = await talk(test);
    const seen: string[] = [];
    const take = async (after: number, until: number): Promise<number> => {
      const stop = new AbortController();
      for await (const frame of (await viewer.feed(
        { conversationId, after },
        { signal: stop.signal },
      )) as AsyncIterable<ViewerFrame>) {
        if (frame.kind !== 'messages') continue;
        for (const message of frame.messages)
          if (message.body.kind === 'text' && message.from.kind === 'viewer') seen.push(message.body.text);
        if (seen.length >= until) {
          stop.abort();
          return frame.rev;
        }
      }
      throw new Error('feed ended');
    };
    const twice = text('第0句');
    const [first, second] = [
      await viewer.send({ conversationId, ...twice }),
      await viewer.send({ conversationId, ...twice }),
    ];
    for (let at = 1; at < 10; at += 1) await viewer.send({ conversationId, ...text(`第${at}句`) });
    const rev = await take(0, 10);
    await Promise.all(
      Array.from({ length: 10 }, (_, at) => viewer.send({ conversationId, ...text(`第${10 + at}句`) })),
    );
    await take(rev, 20);
    expect(first).toEqual(second);
    expect(seen).toEqual(Array.from({ length: 20 }, (_, at) => `第${at}句`));
  });

  it('C3 survives a restart: the same order, and the next message after it', async () => {
    const store = { ...createMemoryStore(), close: async () => undefined };
    const test = await start({ store });
    const { viewer, conversationId } = await talk(test);
    for (const words of ['一', '二', '三']) await viewer.send({ conversationId, ...text(words) });
    const before = await viewer.messages({ conversationId, after: 0 });
    await started.pop()?.core.close();
    const again = await start({ store });
    const { client } = await again.viewer('u1');
    await client.send({ conversationId, ...text('四') });
    const after = await client.messages({ conversationId, after: before.rev });
    const all = await client.messages({ conversationId, after: 0 });
    expect(after.messages.map((message) => message.body)).toEqual([{ kind: 'text', text: '四' }]);
    expect(all.messages.slice(0, before.messages.length)).toEqual(before.messages);
  });

  it('C4 takes a message back within two minutes, and nobody else’s', async () => {
    const test = await start();
    const { viewer, conversationId } = await talk(test);
    const mine = await viewer.send({ conversationId, ...text('说错了') });
    const welcome = (await viewer.messages({ conversationId, after: 0 })).messages[1];
    await viewer.recall({ conversationId, messageId: mine.id });
    const seen = (await test.agent.support.messages({ conversationId })).find(
      (message) => message.id === mine.id,
    );
    expect(seen?.body).toEqual({ kind: 'recalled' });
    expect(await codeOf(viewer.recall({ conversationId, messageId: welcome?.id ?? '' }))).toBe('forbidden');
  });

  it('C5 keeps staff’s notes from the viewer', async () => {
    const test = await start();
    const { viewer, conversationId } = await talk(test);
    await test.agent.support.send({ conversationId, ...text('此人多次要求退款'), audience: 'staff' });
    const { messages } = await viewer.messages({ conversationId, after: 0 });
    expect(messages.some((message) => message.audience === 'staff')).toBe(false);
  });
});

describe('viewers', () => {
  it('V1 are who the platform signed; forged, expired, other-room and unsigned tokens are refused', async () => {
    const test = await start();
    const nobody = test.viewerWith(null);
    const exp = Math.floor(Date.now() / 1_000) + 600;
    const open = (token: string) => codeOf(nobody.open({ roomId: 'room', token }));
    const good = signJwt({ sub: 'a', room: 'room', exp }, TOKEN_SECRET);
    const [, payload] = good.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    expect({
      good: await open(good),
      forged: await open(signJwt({ sub: 'a', room: 'room', exp }, 'x'.repeat(40))),
      expired: await open(signJwt({ sub: 'a', room: 'room', exp: 1 }, TOKEN_SECRET)),
      endless: await open(signJwt({ sub: 'a', room: 'room' }, TOKEN_SECRET)),
      otherRoom: await open(signJwt({ sub: 'a', room: 'elsewhere', exp }, TOKEN_SECRET)),
      unsigned: await open(none),
      noise: await open('x.y.z'),
      noRoom: await codeOf(nobody.open({ roomId: 'nowhere' })),
    }).toEqual({
      good: 'ok',
      forged: 'bad_signature',
      expired: 'bad_timestamp',
      endless: 'bad_timestamp',
      otherRoom: 'forbidden',
      unsigned: 'bad_signature',
      noise: 'bad_signature',
      noRoom: 'not_found',
    });
  });

  it('V2 never read, write, rate or close another’s conversation', async () => {
    const test = await start();
    const { conversationId } = await talk(test, 'u1');
    const { client: other } = await test.viewer('u2');
    const { client: nobody } = await test.viewer();
    const tries = [other, nobody].flatMap((client) => [
      client.messages({ conversationId, after: 0 }),
      client.send({ conversationId, ...text('偷看') }),
      client.recall({ conversationId, messageId: 'x' }),
      client.close({ conversationId }),
      client.rate({ conversationId, score: 1 }),
      client.start({ id: conversationId, topic: 'gift' }),
    ]);
    expect(new Set(await Promise.all(tries.map(codeOf)))).toEqual(new Set(['not_found']));
    expect(await codeOf(test.viewerWith(null).messages({ conversationId, after: 0 }))).toBe(
      'unauthenticated',
    );
    expect(await codeOf(test.viewerWith('forged').messages({ conversationId, after: 0 }))).toBe(
      'unauthenticated',
    );
  });

  it('V3 stay the same anonymous viewer with their session', async () => {
    const test = await start();
    const { client, session } = await test.viewer();
    const { id: conversationId } = await client.start({ id: id(), topic: 'other' });
    const again = await test.viewerWith(null).open({ roomId: 'room', session });
    expect(again.conversationId).toBe(conversationId);
  });
});

describe('assignment', () => {
  it('A1 goes round the agents, respects capacity, and tells places', async () => {
    const test = await start();
    await test.agent.support.setState({ state: 'online' });
    await test.agent2.support.setState({ state: 'online' });
    for (const agentId of ['chen', 'wu'])
      await test.supervisor.support.saveAgent({
        id: agentId,
        groups: ['general'],
        skills: [],
        capacity: 1,
        languages: [],
      });
    const talks = [];
    for (const user of ['a', 'b', 'c', 'd']) {
      talks.push(await talk(test, user));
      await test.core.services.support.tick();
      // Two who come in the same millisecond have no order.
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const rows = talks.map(({ conversationId }) =>
      test.core.services.support.state.conversations.get(conversationId),
    );
    const statuses = await Promise.all(
      talks
        .slice(2)
        .map(async ({ viewer, conversationId }) => (await viewer.messages({ conversationId })).status),
    );
    expect(rows.map((row) => row?.agent?.id)).toEqual(['chen', 'wu', undefined, undefined]);
    expect(statuses.map((status) => status.estimate?.place)).toEqual([1, 2]);
    expect(statuses.every((status) => (status.estimate?.highMs ?? 0) > 0)).toBe(true);
  });

  it('A2 offers, and a refusal or a lost agent passes it on with its place kept', async () => {
    const test = await start();
    const { support } = test.core.services;
    await test.configure({ routing: { ...support.settings.current().routing, acceptWithinSec: 30 } });
    await test.agent.support.setState({ state: 'online' });
    const { conversationId } = await talk(test);
    const offered = await test.until(() => support.state.conversations.get(conversationId)?.offer);
    await test.agent.support.refuse({ conversationId });
    await test.agent2.support.setState({ state: 'online' });
    await test.until(() => support.state.conversations.get(conversationId)?.offer?.to.id === 'wu');
    const queuedAt = support.state.conversations.get(conversationId)?.queuedAt;
    await test.agent2.support.accept({ conversationId });
    await test.agent2.support.setState({ state: 'offline' });
    const back = await test.until(() => {
      const row = support.state.conversations.get(conversationId);
      return row?.state === 'queued' ? row : null;
    });
    const kinds = (await test.agent.support.decisions({ conversationId })).map((trace) => trace.kind);
    expect({ first: offered.to.id, kept: back.queuedAt === queuedAt, kinds: kinds.slice(0, 7) }).toEqual({
      first: 'chen',
      kept: true,
      kinds: ['opened', 'queued', 'offered', 'refused', 'offered', 'accepted', 'requeued'],
    });
  });

  it('A3 lets only its owner speak, and a supervisor watch, whisper and take over', async () => {
    const test = await start();
    const { viewer, conversationId } = await talk(test);
    await test.agent.support.setState({ state: 'online' });
    await test.until(() => test.core.services.support.state.conversations.get(conversationId)?.agent);
    const other = await codeOf(test.as(AGENT_2).support.send({ conversationId, ...text('我也来') }));
    await test.supervisor.support.watch({ conversationId });
    await test.supervisor.support.send({ conversationId, ...text('先安抚'), audience: 'staff' });
    const silent = await codeOf(test.supervisor.support.send({ conversationId, ...text('您好') }));
    await test.supervisor.support.takeOver({ conversationId });
    await test.supervisor.support.send({ conversationId, ...text('我是主管') });
    const late = await codeOf(test.agent.support.send({ conversationId, ...text('还在') }));
    const controller = await codeOf(test.controller.support.send({ conversationId, ...text('x') }));
    const { messages } = await viewer.messages({ conversationId });
    expect({ other, silent, late, controller, last: messages.at(-1)?.body }).toEqual({
      other: 'conflict',
      silent: 'conflict',
      late: 'conflict',
      controller: 'forbidden',
      last: { kind: 'text', text: '我是主管' },
    });
  });

  it('A4 transfers with a note: hers only when she accepts', async () => {
    const test = await start();
    const { support } = test.core.services;
    const { conversationId } = await talk(test);
    await test.agent.support.setState({ state: 'online' });
    await test.until(() => support.state.conversations.get(conversationId)?.agent);
    await test.agent2.support.setState({ state: 'online' });
    await test.agent.support.transfer({
      conversationId,
      to: { kind: 'agent', agentId: 'wu' },
      note: '懂财务',
    });
    const before = support.state.conversations.get(conversationId)?.agent?.id;
    const row = await test.agent2.support.accept({ conversationId });
    const notes = (await test.agent2.support.messages({ conversationId })).filter(
      (message) => message.audience === 'staff',
    );
    expect([before, row.agent?.id, notes.map((message) => message.body)]).toEqual([
      'chen',
      'wu',
      [{ kind: 'text', text: '懂财务' }],
    ]);
  });
});
