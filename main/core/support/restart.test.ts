import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../store/memory-store.ts';
import { type SupportTest, startSupportTest } from '../testing/support.ts';
import { startOpenAiSimulator } from './simulator/openai.ts';

const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
});

const id = (): string => crypto.randomUUID();

/** The same store under one core after the other. */
function hubs() {
  const store = { ...createMemoryStore(), close: async () => undefined };
  const time = { now: Date.now() };
  return {
    time,
    async start(): Promise<SupportTest> {
      const test = await startSupportTest({ store, clock: { now: () => time.now } });
      cleanup.push(() => test.core.close());
      return test;
    },
    async end(test: SupportTest): Promise<void> {
      cleanup.pop();
      await test.core.close();
    },
  };
}

describe('after a restart', () => {
  it('R1 the bot answers what it was asked before', async () => {
    const simulator = await startOpenAiSimulator();
    simulator.temper = { kind: 'slow' };
    const { start, end } = hubs();
    const before = await start();
    const { bot } = before.core.services.support.settings.current();
    const provider = { url: simulator.url, key: 'k', model: 'm', timeoutSec: 30, maxTokens: 200 };
    await before.configure({
      bot: {
        ...bot,
        enabled: true,
        provider: { ...provider, conversationTokens: 9_000, dailyTokens: 9_000 },
      },
    });
    const { client } = await before.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await client.send({ conversationId, id: id(), body: { kind: 'text', text: '充值没到账怎么办' } });
    await before.until(() => simulator.asked.length > 0);
    await end(before);
    await simulator.close();

    const after = await start();
    await after.core.services.support.bot.settled();
    const { messages } = await (await after.viewer('u1')).client.messages({ conversationId });
    expect(messages.map((message) => message.auto ?? message.from.kind)).toEqual([
      'system',
      'welcome',
      'viewer',
      'answer',
    ]);
  });

  it('R2 a wait that was handed up is not handed up again', async () => {
    const { start, end, time } = hubs();
    const waitLong = async (test: SupportTest): Promise<number> => {
      time.now += 901_000;
      await test.core.services.support.tick();
      await test.core.services.support.automatic.settled();
      return (await test.supervisor.escalations.list({ limit: 10 })).rows.length;
    };
    const before = await start();
    await (await before.viewer('u1')).client.start({ id: id() });
    const first = await waitLong(before);
    await end(before);
    expect([first, await waitLong(await start())]).toEqual([1, 1]);
  });
});
