import { afterEach, describe, expect, it } from 'vitest';
import { type SupportTest, startSupportTest } from '../testing/support.ts';

const started: SupportTest[] = [];
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.core.close();
});

describe('the desk’s memory', () => {
  it('H1 lets go of what was said when a conversation is over, and of the conversation an hour later; both can be read again', async () => {
    const time = { now: Date.now() };
    const test = await startSupportTest({ clock: { now: () => time.now } });
    started.push(test);
    const { support } = test.core.services;
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const { client } = await test.viewer(`u${index}`);
      const { id } = await client.start({ id: crypto.randomUUID() });
      await client.send({
        conversationId: id,
        id: crypto.randomUUID(),
        body: { kind: 'text', text: '你好' },
      });
      if (index > 1) await client.close({ conversationId: id });
      ids.push(id);
    }
    const held = () => [support.state.conversations.size, support.state.talks.loaded()];
    const pass = async (minutes: number) => {
      time.now += minutes * 60_000;
      support.state.forget();
      return held();
    };
    const sizes = [held(), await pass(1), await pass(6), await pass(60)];
    const again = await test.agent.support.messages({ conversationId: ids.at(-1) ?? '', limit: 100 });
    expect([sizes, again.filter((message) => message.from.kind === 'viewer').length]).toEqual([
      [
        [12, 12],
        [12, 12],
        [12, 2],
        [2, 2],
      ],
      1,
    ]);
  });
});
