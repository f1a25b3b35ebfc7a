import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../shared/support/message.ts';
import { type SupportTest, startSupportTest } from '../testing/support.ts';

const started: SupportTest[] = [];
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.core.close();
});

const id = (): string => crypto.randomUUID();

async function start(withBot: boolean): Promise<SupportTest> {
  // Every look at the clock is a millisecond later: nobody queues at the same time.
  const time = { now: Date.now() };
  const now = (): number => {
    time.now += 1;
    return time.now;
  };
  const test = await startSupportTest({ clock: { now } });
  started.push(test);
  const { bot, routing } = test.core.services.support.settings.current();
  await test.configure({
    bot: { ...bot, enabled: withBot },
    routing: { ...routing, strategy: 'manual' },
  });
  await test.agent.support.setState({ state: 'online' });
  return test;
}

const saidIn = (messages: readonly Message[], what: string): string | undefined => {
  const found = messages.find(
    (message) => message.auto === what || (message.body.kind === 'notice' && message.body.code === what),
  );
  if (found?.body.kind === 'notice') return found.body.text.zh;
  return found?.body.kind === 'text' ? found.body.text : undefined;
};

describe('what a viewer is told of the wait', () => {
  it.each([
    [false, '您好，这里是小满的歌房客服。预计 1 分钟内接入。对话会保留 180 天，断线后可继续。'],
    [true, '您好，这里是小满的歌房客服。需要人工时，预计 1 分钟内接入。对话会保留 180 天，断线后可继续。'],
  ])('Q1 the welcome has it; with the bot first: %s', async (withBot, expected) => {
    const test = await start(withBot);
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id(), topic: 'gift' });
    expect(saidIn((await client.messages({ conversationId })).messages, 'welcome')).toBe(expected);
  });

  it('Q2 the line counts those who go first, not all who wait', async () => {
    const test = await start(false);
    for (const user of ['u1', 'u2'])
      await (await test.viewer(user)).client.start({ id: id(), topic: 'gift' });
    const { client } = await test.viewer('u3');
    const { id: conversationId, estimate } = await client.start({ id: id(), topic: 'complaint' });
    const { messages } = await client.messages({ conversationId });
    expect([estimate?.place, saidIn(messages, 'queued')]).toEqual([
      1,
      '正在为您转接人工客服，下一位就是您。',
    ]);
  });

  it('Q5 what is measured later is the range she was told, in whole minutes', async () => {
    const test = await start(false);
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id(), topic: 'gift' });
    const { promise } = await test.agent.support.get({ conversationId });
    expect([promise?.place, promise?.lowMs, promise?.highMs]).toEqual([1, 0, 60_000]);
  });

  it('Q3 whom a pick by hand passes over is on record', async () => {
    const test = await start(false);
    const first = await (await test.viewer('u1')).client.start({ id: id(), topic: 'gift' });
    const second = await (await test.viewer('u2')).client.start({ id: id(), topic: 'gift' });
    await test.agent.support.claim({ conversationId: second.id });
    const decisions = await test.agent.support.decisions({ conversationId: second.id });
    expect(decisions.find((trace) => trace.kind === 'assigned')?.overtook).toEqual([
      { conversationId: first.id, reason: 'manual' },
    ]);
  });
});

describe('where a conversation waits', () => {
  it('Q4 goes to the group of what it turned out to be about, and needs what the group says', async () => {
    const test = await start(true);
    await test.configure({
      groups: [
        { id: 'general', name: '客服', topics: [], overflowTo: [] },
        { id: 'gifts', name: '礼物', topics: ['refund'], overflowTo: [], skills: ['财务'] },
      ],
    });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await client.send({ conversationId, id: id(), body: { kind: 'text', text: '我要退款' } });
    await test.core.services.support.bot.settled();
    const queued = await test.agent.support.get({ conversationId });
    const moved = await test.agent.support.change({ conversationId, topic: 'event' });
    const named = await test.agent.support.change({ conversationId, skills: ['英语'], priority: 'urgent' });
    expect(
      [queued, moved, named].map(({ topic, groupId, skills, priority }) => [
        topic,
        groupId,
        skills,
        priority,
      ]),
    ).toEqual([
      ['refund', 'gifts', ['财务'], 'complaint'],
      ['event', 'general', [], 'complaint'],
      ['event', 'general', ['英语'], 'urgent'],
    ]);
  });
});
