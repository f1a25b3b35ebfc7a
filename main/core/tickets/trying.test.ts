import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TicketRule } from '../../../shared/domain/ticket-desk.ts';
import { type SupportTest, startSupportTest } from '../testing/support.ts';
import { codeOf, uuid } from '../testing/tickets.ts';

let now: number;
let test: SupportTest;
beforeEach(async () => {
  now = Date.parse('2026-03-02T10:00:00+08:00');
  test = await startSupportTest({ clock: { now: () => now } });
});
afterEach(() => test.core.close());

const rule = (part: Partial<TicketRule>): TicketRule => ({
  id: 'try',
  name: '试',
  enabled: false,
  at: 'closed',
  when: [{ kind: 'words', any: ['退款'] }],
  open: {},
  ...part,
});

async function talk(user: string, text: string, score: number): Promise<string> {
  const { client } = await test.viewer(user);
  const { id: conversationId } = await client.start({ id: uuid(), topic: 'refund' });
  await client.send({ conversationId, id: uuid(), body: { kind: 'text', text } });
  now += 1_000;
  await test.agent.support.close({ conversationId });
  await client.rate({ conversationId, score });
  now += 1_000;
  return conversationId;
}

describe('trying a rule', () => {
  it('says what it would have opened, counts each conversation once, and opens nothing', async () => {
    await test.agent.support.setState({ state: 'online' });
    const first = await talk('u1', '我要退款', 1);
    const second = await talk('u2', '谢谢', 5);
    const ask = async (part: Partial<TicketRule>) => {
      const { looked, hits, rows } = await test.supervisor.tickets.tryRule(rule(part));
      return [looked, hits, rows.map((row) => row.conversationId)];
    };
    expect([
      await ask({}),
      await ask({ when: [{ kind: 'topic', any: ['refund'] }] }),
      await ask({ at: 'rated', when: [{ kind: 'score', atMost: 2 }] }),
      await ask({ at: 'abandoned' }),
      // What was written after the moment is no reason at the moment.
      await ask({ at: 'queued' }),
      (await test.supervisor.tickets.list({})).rows,
      await codeOf(test.agent.tickets.tryRule(rule({}))),
    ]).toEqual([
      [2, 1, [first]],
      [2, 2, [second, first]],
      [2, 1, [first]],
      [0, 0, []],
      [2, 0, []],
      [],
      'forbidden',
    ]);
  });

  it('tries no word on veiled talks', async () => {
    await test.agent.support.setState({ state: 'online' });
    await talk('u1', '我要退款', 1);
    await test.configure({ privacy: { masked: true, exportRestricted: true, revealMinutes: 15 } });
    const asked = [rule({}), rule({ when: [{ kind: 'topic', any: ['refund'] }] })];
    const found = await Promise.all(asked.map((one) => test.supervisor.tickets.tryRule(one)));
    expect(found.map(({ looked, hits }) => [looked, hits])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});
