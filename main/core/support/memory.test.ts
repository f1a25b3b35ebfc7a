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

  it('H2 deletes private conversations after 30 days whatever the others are kept for, files with them', async () => {
    const time = { now: Date.now() };
    const test = await startSupportTest({ clock: { now: () => time.now } });
    started.push(test);
    const { support } = test.core.services;
    const { privacy } = support.settings.current();
    const talk = async (user: string): Promise<string> => {
      const { client } = await test.viewer(user);
      const { id } = await client.start({ id: crypto.randomUUID() });
      await client.send({
        conversationId: id,
        id: crypto.randomUUID(),
        body: { kind: 'text', text: '你好' },
      });
      await client.close({ conversationId: id });
      return id;
    };
    await test.configure({ privacy: { ...privacy, masked: true }, retentionDays: 180 });
    const hidden = await talk('u1');
    await test.configure({ privacy: { ...privacy, masked: false } });
    const open = await talk('u2');
    const left = async (days: number) => {
      time.now += days * 86_400_000;
      await support.tick();
      const { rows } = await test.store.list({ table: 'conversations', limit: 10 });
      return rows.map((row) => (row.id === hidden ? 'private' : row.id === open ? 'other' : row.id)).sort();
    };
    expect([await left(29), await left(2), await left(148), await left(2)]).toEqual([
      ['other', 'private'],
      ['other'],
      ['other'],
      [],
    ]);
  });

  it('H3 tells the page when a reveal is over', async () => {
    const time = { now: Date.now() };
    const test = await startSupportTest({ clock: { now: () => time.now } });
    started.push(test);
    const { support } = test.core.services;
    await test.configure({ privacy: { masked: true, exportRestricted: true, revealMinutes: 5 } });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: crypto.randomUUID() });
    const { until } = await test.agent.support.reveal({ conversationId, reason: '核对投诉' });
    const feed = await test.agent.support.talk({ conversationId });
    const seen: unknown[] = [];
    for await (const frame of feed) {
      if (frame.kind !== 'status') continue;
      seen.push([frame.isPrivate, frame.revealedUntil]);
      if (seen.length === 2) break;
      time.now += 6 * 60_000;
      for (const agent of support.state.agents.keys()) support.state.touchAgent(agent);
      await support.tick();
    }
    expect(seen).toEqual([
      [true, until],
      [true, undefined],
    ]);
  });
});
