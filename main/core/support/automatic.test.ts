import { describe, expect, it } from 'vitest';
import { id, startTimed, text } from './timed.fixture.ts';

describe('what happens by itself', () => {
  const keywords = [{ id: 'k', words: ['充值'], reply: { zh: '请准备订单号', en: 'x' } }];

  it('N3 keyword replies only while nobody answered, with cool-down and budget', async () => {
    const test = await startTimed();
    const { auto } = test.support.settings.current();
    await test.configure({
      auto: { ...auto, keywords, keywordAfterSec: 60, keywordCooldownSec: 120, keywordBudget: 2 },
    });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    const replies = async () =>
      (await client.messages({ conversationId })).messages.filter((message) => message.auto === 'keyword')
        .length;
    const seen: number[] = [];
    const say = async (words: string, wait: number) => {
      await client.send({ conversationId, ...text(words) });
      await test.pass(wait);
      seen.push(await replies());
    };
    await say('充值没到', 30);
    await test.pass(31);
    seen.push(await replies());
    await test.pass(300);
    seen.push(await replies());
    await say('还是充值', 61);
    await say('充值充值', 200);
    await say('充值', 200);
    await test.agent.support.claim({ conversationId });
    await say('充值', 10);
    await test.agent.support.send({ conversationId, ...text('来了') });
    await test.pass(200);
    seen.push(await replies());
    expect(seen).toEqual([0, 1, 1, 2, 2, 2, 2, 2]);
  });

  it('N4 asks whether the viewer is there, then closes; her answer in between keeps it open', async () => {
    const test = await startTimed();
    const { auto } = test.support.settings.current();
    await test.configure({ auto: { ...auto, idleAfterSec: 600, closeAfterSec: 300 } });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await test.agent.support.claim({ conversationId });
    await test.agent.support.send({ conversationId, ...text('请稍等') });
    const states: unknown[] = [];
    const look = async () => {
      const { messages, status } = await client.messages({ conversationId });
      states.push([status.state, messages.filter((message) => message.auto === 'idle').length]);
    };
    await test.pass(601);
    await look();
    await client.send({ conversationId, ...text('在的') });
    await test.agent.support.send({ conversationId, ...text('好') });
    await test.pass(301);
    await look();
    await test.pass(600);
    await look();
    await test.pass(301);
    await look();
    expect(states).toEqual([
      ['active', 1],
      ['active', 1],
      ['active', 2],
      ['closed', 2],
    ]);
  });

  it('N5 hands up on insults, exposure, minors, money and long waits, once each, and never twice a second', async () => {
    const test = await startTimed();
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await client.send({ conversationId, ...text('你们这群废物') });
    await client.send({ conversationId, ...text('废物废物') });
    await client.send({ conversationId, ...text('我要找记者') });
    await client.send({ conversationId, ...text('我女儿充的钱') });
    await client.send({ conversationId, ...text('我要退款') });
    await test.support.automatic.settled();
    for (let round = 0; round < 3; round += 1) await test.pass(901);
    await test.support.automatic.settled();
    const summaries = [...test.core.services.desk.escalations.values()]
      .map((each) => each.note?.split('：')[0])
      .sort();
    expect(summaries).toEqual(
      [
        '涉及未成年人',
        '等待已超过 15 分钟',
        '观众提到曝光或投诉到外部',
        '观众要求退款或赔偿',
        '观众辱骂客服',
      ].sort(),
    );
  });

  it('N6 takes a conversation from an agent who is silent, and asks another', async () => {
    const test = await startTimed();
    await test.agent.support.setState({ state: 'online' });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await test.until(() => test.support.state.conversations.get(conversationId)?.agent?.id === 'chen');
    await client.send({ conversationId, ...text('在吗') });
    await test.agent2.support.setState({ state: 'online' });
    await test.pass(301);
    await test.pass(1);
    const row = test.support.state.conversations.get(conversationId);
    const kinds = (await test.agent.support.decisions({ conversationId })).map((trace) => trace.kind);
    expect([row?.agent?.id, kinds.slice(-2)]).toEqual(['wu', ['lapsed', 'assigned']]);
  });

  it('N7 lets a viewer call the manager twice a day', async () => {
    const test = await startTimed();
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    const ask = () =>
      client.manager({ conversationId, id: id() }).then(
        (status) => status.managerLeft,
        (error: { code: string }) => error.code,
      );
    expect([await ask(), await ask(), await ask()]).toEqual([1, 0, 'rate_limited']);
  });
});
