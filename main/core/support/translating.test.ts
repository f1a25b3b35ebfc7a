import { afterEach, describe, expect, it } from 'vitest';
import type { MessageView } from '../../../shared/support/views.ts';
import { type SupportTest, startSupportTest } from '../testing/support.ts';
import { type OpenAiSimulator, startOpenAiSimulator, type Temper } from './simulator/openai.ts';

const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
});
const uuid = (): string => crypto.randomUUID();

interface Talk extends SupportTest {
  readonly conversationId: string;
  readonly simulator: OpenAiSimulator;
  /** The viewer writes; what staff then see of it. */
  readonly hear: (text: string) => Promise<MessageView>;
  /** The agent writes; what the viewer then sees of it. */
  readonly say: (text: string) => Promise<MessageView>;
}

async function start(
  temper: Temper,
  limits: { conversationTokens?: number; dailyTokens?: number } = {},
): Promise<Talk> {
  const simulator = await startOpenAiSimulator();
  cleanup.push(simulator.close);
  simulator.temper = temper;
  const test = await startSupportTest();
  cleanup.push(() => test.core.close());
  const { support } = test.core.services;
  const { bot, translation } = support.settings.current();
  const provider = {
    url: simulator.url,
    key: 'k',
    model: 'm',
    timeoutSec: 1,
    maxTokens: 200,
    conversationTokens: 10_000,
    dailyTokens: 100_000,
  };
  await test.configure({
    bot: { ...bot, enabled: false, provider },
    translation: { ...translation, enabled: true, ...limits },
  });
  await test.agent.support.setState({ state: 'online' });
  const { client } = await test.viewer('u1');
  const { id: conversationId } = await client.start({ id: uuid() });
  await support.routing.run();
  return {
    ...test,
    conversationId,
    simulator,
    async hear(text) {
      const id = uuid();
      await client.send({ conversationId, id, body: { kind: 'text', text } });
      await support.translating.settled();
      const messages = await test.agent.support.messages({ conversationId, limit: 500 });
      return only(messages, id);
    },
    async say(text) {
      const id = uuid();
      await test.agent.support.send({ conversationId, id, body: { kind: 'text', text } });
      await support.translating.settled();
      return only((await client.messages({ conversationId })).messages, id);
    },
  };
}

function only(messages: readonly MessageView[], id: string): MessageView {
  const found = messages.find((message) => message.id === id);
  if (found === undefined) throw new Error('gone');
  return found;
}

const shown = (message: MessageView) => [
  message.body.kind === 'text' && message.body.text,
  message.language,
  message.translation?.state,
  message.translation?.text ?? message.translation?.reason,
];
const SPANISH = 'hola necesito ayuda con mi recarga';

describe('translation', () => {
  it('T1 goes both ways, beside the original', async () => {
    const talk = await start({ kind: 'good', text: '您好，我的充值需要帮助' });
    const heard = await talk.hear(SPANISH);
    talk.simulator.temper = { kind: 'good', text: 'Hola, lo estoy comprobando.' };
    const said = await talk.say('您好，正在核对。');
    const row = await talk.agent.support.get({ conversationId: talk.conversationId });
    expect([shown(heard), shown(said), row.language, (row.translationTokens ?? 0) > 0]).toEqual([
      [SPANISH, 'es', 'done', '您好，我的充值需要帮助'],
      ['您好，正在核对。', 'zh', 'done', 'Hola, lo estoy comprobando.'],
      'es',
      true,
    ]);
  });

  it('T2 leaves alone what both sides read, notes, and what is too short to tell', async () => {
    const talk = await start({ kind: 'good', text: 'x' });
    const [zh, short] = [await talk.hear('我的礼物没有显示'), await talk.hear('ok')];
    const said = await talk.say('好的，马上看');
    await talk.agent.support.send({
      conversationId: talk.conversationId,
      id: uuid(),
      audience: 'staff',
      body: { kind: 'text', text: 'this viewer was here yesterday already' },
    });
    await talk.core.services.support.translating.settled();
    expect([zh.translation, short.translation, said.translation, talk.simulator.asked.length]).toEqual([
      undefined,
      undefined,
      undefined,
      0,
    ]);
  });

  it('T3 sends no personal data, and puts it back', async () => {
    const talk = await start({ kind: 'good', text: '我的电话是 ⟦2⟧，邮箱 ⟦1⟧，请打给我' });
    const heard = await talk.hear('please call me back, my phone is 13812345678 and mail a.b@example.com');
    expect([
      talk.simulator.asked.some((body) => /13812345678|example\.com/.test(body)),
      heard.translation?.text,
    ]).toEqual([false, '我的电话是 a.b@example.com，邮箱 13812345678，请打给我']);
  });

  it.each<readonly [string, Temper, string]>([
    ['is broken', { kind: 'error', status: 500 }, 'failed'],
    ['cuts off', { kind: 'cut_off' }, 'failed'],
    ['speaks another protocol', { kind: 'noise' }, 'failed'],
    ['never stops', { kind: 'endless' }, 'failed'],
    ['is too slow', { kind: 'slow' }, 'timeout'],
    ['injects markup', { kind: 'good', text: '你好<img src=x onerror=alert(1)>' }, 'refused'],
    ['adds a link', { kind: 'good', text: '请到 https://evil.example 领取' }, 'refused'],
    ['adds a bare address', { kind: 'good', text: '请到 evil.example/pay 领取' }, 'refused'],
    ['adds a number to call', { kind: 'good', text: '请加 QQ 987654321' }, 'refused'],
    ['speaks as the desk', { kind: 'good', text: '好的\n系统：您的账号已被封禁' }, 'refused'],
    ['speaks as somebody in brackets', { kind: 'good', text: '【主管】同意全额处理' }, 'refused'],
    ['promises money', { kind: 'good', text: '我们会退款给您' }, 'done'],
    ['turns the direction of writing', { kind: 'good', text: '好\u202e的' }, 'refused'],
    ['answers with an essay', { kind: 'good', text: '好'.repeat(400) }, 'refused'],
    ['invents a placeholder', { kind: 'good', text: '您的 ⟦7⟧' }, 'refused'],
    ['says nothing', { kind: 'good', text: '  ' }, 'refused'],
  ])('T4 shows the original when the service %s', async (_, temper, result) => {
    const talk = await start(temper);
    const heard = await talk.hear(SPANISH);
    expect([
      heard.body,
      heard.from.kind,
      heard.translation?.state === 'done' ? 'done' : heard.translation?.reason,
    ]).toEqual([{ kind: 'text', text: SPANISH }, 'viewer', result]);
  });

  it('T5 promises no money in the agent’s name', async () => {
    const talk = await start({ kind: 'good', text: '您好' });
    await talk.hear(SPANISH);
    talk.simulator.temper = { kind: 'good', text: 'OK, we give you a full refund' };
    expect(shown(await talk.say('您好，正在核对。'))[3]).toBe('refused');
  });

  it('T6 stops at its limits and says so', async () => {
    const talk = await start({ kind: 'good', text: '您好，我的充值需要帮助' }, { conversationTokens: 100 });
    const [first, second] = [await talk.hear(SPANISH), await talk.hear(`${SPANISH} por favor`)];
    expect([first.translation?.state, second.translation?.reason, talk.simulator.asked.length]).toEqual([
      'done',
      'limit',
      1,
    ]);
  });

  it('T7 is switched for one conversation, and one message is tried again', async () => {
    const talk = await start({ kind: 'error', status: 500 });
    const { conversationId, agent } = talk;
    const failed = await talk.hear(SPANISH);
    talk.simulator.temper = { kind: 'good', text: '您好，我的充值需要帮助' };
    const again = await agent.support.translate({ conversationId, messageId: failed.id });
    await agent.support.change({ conversationId, translate: false });
    const off = await talk.hear(`${SPANISH} hoy`);
    await agent.support.change({ conversationId, translate: null });
    const on = await talk.hear(`${SPANISH} ahora`);
    expect([failed, again, off, on].map((message) => message.translation?.state)).toEqual([
      'failed',
      'done',
      undefined,
      'done',
    ]);
  });

  it('T8 goes with the message when it is taken back, and does not come later', async () => {
    const talk = await start({ kind: 'good', text: '您好，我的充值需要帮助' });
    const heard = await talk.hear(SPANISH);
    const { client } = await talk.viewer('u1');
    const mine = (await client.messages({ conversationId: talk.conversationId })).messages;
    await client.recall({ conversationId: talk.conversationId, messageId: heard.id });
    const after = await talk.agent.support.messages({ conversationId: talk.conversationId, limit: 500 });
    expect([
      only(mine, heard.id).translation,
      JSON.stringify(only(after, heard.id)).includes('充值'),
    ]).toEqual([undefined, false]);
  });

  it('T9 makes the bot answer once, not again when the translation comes', async () => {
    const talk = await start({ kind: 'error', status: 500 });
    const { support } = talk.core.services;
    await talk.configure({ bot: { ...support.settings.current().bot, enabled: true } });
    const { client } = await talk.viewer('u2');
    const { id: conversationId } = await client.start({ id: uuid() });
    await client.send({
      conversationId,
      id: uuid(),
      body: { kind: 'text', text: 'where is the gift that I sent yesterday evening' },
    });
    await support.bot.settled();
    await support.translating.settled();
    await support.bot.settled();
    const { messages } = await client.messages({ conversationId });
    expect(messages.filter((message) => message.from.kind === 'bot').length).toBeLessThanOrEqual(1);
  });
});
