import { afterEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Message } from '../../../shared/support/message.ts';
import { type SupportTest, startSupportTest } from '../testing/support.ts';
import { type OpenAiSimulator, startOpenAiSimulator, type Temper } from './simulator/openai.ts';

const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
});

interface BotTest extends SupportTest {
  readonly ask: (...texts: readonly string[]) => Promise<{
    readonly row: Conversation;
    readonly said: readonly string[];
    readonly messages: readonly Message[];
  }>;
}

async function start(
  simulator?: OpenAiSimulator,
  limits: { conversationTokens?: number } = {},
): Promise<BotTest> {
  const test = await startSupportTest();
  cleanup.push(() => test.core.close());
  const { bot } = test.core.services.support.settings.current();
  const provider =
    simulator === undefined
      ? null
      : {
          url: simulator.url,
          key: 'k',
          model: 'm',
          timeoutSec: 1,
          maxTokens: 200,
          conversationTokens: 10_000,
          dailyTokens: 100_000,
          ...limits,
        };
  await test.configure({ bot: { ...bot, enabled: true, provider } });
  const { client } = await test.viewer('u1');
  const { id } = await client.start({ id: crypto.randomUUID() });
  return {
    ...test,
    async ask(...texts) {
      const { support } = test.core.services;
      for (const text of texts) {
        await client.send({ conversationId: id, id: crypto.randomUUID(), body: { kind: 'text', text } });
        await support.bot.settled();
      }
      const row = await support.state.get(id);
      const messages = await support.state.talks.messages(id);
      if (!row.ok) throw new Error('gone');
      const said = messages
        .slice(2)
        .map(
          (message) =>
            `${message.from.kind}:${message.body.kind === 'text' ? message.body.text.slice(0, 14) : message.body.kind === 'notice' ? message.body.code : message.body.kind}`,
        );
      return { row: row.value, said, messages };
    },
  };
}

async function simulate(temper: Temper): Promise<OpenAiSimulator> {
  const simulator = await startOpenAiSimulator();
  cleanup.push(simulator.close);
  simulator.temper = temper;
  return simulator;
}

describe('the bot without a provider', () => {
  it('B1 answers from an article, names it, and takes “was this it?”', async () => {
    const test = await start();
    const { messages, row } = await test.ask('充值没到账怎么办');
    const answer = messages.findLast((message) => message.auto === 'answer');
    expect([row.state, row.topic, answer?.sources?.[0]?.articleId]).toEqual([
      'bot',
      'recharge',
      'recharge-missing',
    ]);
    const { client } = await test.viewer('u1');
    const status = await client.helped({
      conversationId: row.id,
      messageId: answer?.id ?? '',
      helped: false,
    });
    expect(status.state).toBe('queued');
  });

  it.each([
    ['转人工', 'asked'],
    ['我要退款，把钱还我', 'money'],
    ['我儿子偷偷充了五千', 'minor'],
    ['不想活了', 'danger'],
    ['你个傻逼', 'abused'],
    ['我要找记者曝光你们', 'exposure'],
  ])('B2 hands “%s” to a person at once: %s', async (text, why) => {
    const { row, said } = await (await start()).ask(text);
    expect([row.state, row.bot.handover, said.slice(0, 2)]).toEqual([
      'queued',
      why,
      [`viewer:${text.slice(0, 14)}`, 'system:handed_over'],
    ]);
  });

  it('B3 says once that it does not know, then asks for a person, and keeps the questions without personal data', async () => {
    const test = await start();
    const { row, said } = await test.ask('明天股票会涨吗 我手机13812345678', '地球有多大');
    const page = await test.agent.support.kb.questions({});
    expect([row.state, row.bot.handover, said.map((each) => each.split(':')[0])]).toEqual([
      'queued',
      'unsure',
      ['viewer', 'bot', 'viewer', 'system'],
    ]);
    expect(page.rows.map((question) => question.text).sort()).toEqual([
      '地球有多大',
      '明天股票会涨吗 我手机[手机号]',
    ]);
  });

  it('B4 is silent once a person has the word', async () => {
    const test = await start();
    const { said } = await test.ask('转人工', '充值没到账怎么办');
    expect(said.filter((each) => each.startsWith('bot:'))).toEqual([]);
  });
});

describe('the bot with a provider', () => {
  it('B5 words the answer from the articles, with sources, and sends no personal data out', async () => {
    const simulator = await simulate({ kind: 'good', text: '请先刷新余额，再准备支付订单号。[1]' });
    const test = await start(simulator);
    const { messages, row } = await test.ask('充值没到账，我手机13812345678，身份证110101199003077777');
    const answer = messages.findLast((message) => message.auto === 'answer');
    expect({
      text: answer?.body,
      source: answer?.sources?.map((source) => source.articleId),
      leaked: /13812345678|110101199003077777/.test(simulator.asked.join('')),
      masked: simulator.asked.join('').includes('[手机号]'),
      tokens: row.bot.tokens,
    }).toEqual({
      text: { kind: 'text', text: '请先刷新余额，再准备支付订单号。' },
      source: ['recharge-missing'],
      leaked: false,
      masked: true,
      tokens: 120,
    });
  });

  it.each<[string, Temper]>([
    ['slow', { kind: 'slow' }],
    ['cut off', { kind: 'cut_off' }],
    ['failing', { kind: 'error', status: 500 }],
    ['not the protocol', { kind: 'noise' }],
    ['endless', { kind: 'endless' }],
    ['without a source', { kind: 'good', text: '您好，随便说点什么' }],
    ['citing what was not given', { kind: 'good', text: '见资料[9]' }],
    ['promising money', { kind: 'good', text: '我们会退您 500 元。[1]' }],
    ['sending elsewhere', { kind: 'good', text: '请打开 https://evil.example 登录。[1]' }],
  ])('B6 gives the article’s own words when the service is %s', async (_, temper) => {
    const test = await start(await simulate(temper));
    const { messages, row } = await test.ask('充值没到账怎么办');
    const answers = messages.filter((message) => message.from.kind === 'bot');
    expect([
      row.state,
      answers.length,
      answers[0]?.body.kind === 'text' && answers[0].body.text.startsWith('支付成功后一般'),
    ]).toEqual(['bot', 1, true]);
  });

  it('B7 hands over when the service finds no answer in the articles', async () => {
    const { row } = await (await start(await simulate({ kind: 'good', text: 'NO_ANSWER' }))).ask(
      '充值没到账怎么办',
    );
    expect([row.state, row.bot.handover]).toEqual(['queued', 'unsure']);
  });

  it('B8 stops at once when the viewer asks for a person: one speaker, and the hand-over line is there', async () => {
    const simulator = await simulate({ kind: 'slow' });
    const test = await start(simulator);
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: crypto.randomUUID() });
    await client.send({
      conversationId,
      id: crypto.randomUUID(),
      body: { kind: 'text', text: '充值没到账怎么办' },
    });
    await test.until(() => simulator.asked.length > 0);
    await client.person({ conversationId });
    await test.core.services.support.bot.settled();
    await test.until(() => simulator.hungUp() === 1);
    const { messages, status } = await client.messages({ conversationId });
    expect([
      status.state,
      messages.filter((message) => message.from.kind === 'bot').length,
      messages.some((message) => message.body.kind === 'notice' && message.body.code === 'handed_over'),
    ]).toEqual(['queued', 0, true]);
  });

  it('B9 stops paying at the conversation’s limit and answers from retrieval', async () => {
    const simulator = await simulate({ kind: 'good', text: '好的。[1]' });
    const test = await start(simulator, { conversationTokens: 100 });
    await test.ask('充值没到账怎么办', '直播卡顿怎么办');
    expect(simulator.asked.length).toBe(1);
  });
});
