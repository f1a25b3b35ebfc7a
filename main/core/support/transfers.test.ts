import { afterEach, describe, expect, it } from 'vitest';
import { type SupportTest, startSupportTest } from '../testing/support.ts';

const started: SupportTest[] = [];
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.core.close();
});

const id = (): string => crypto.randomUUID();

/** A conversation of `chen`, and a warehouse whose one worker is `wu`. */
async function start() {
  const test = await startSupportTest();
  started.push(test);
  const { support } = test.core.services;
  const { ticketDesk, groups } = support.settings.current();
  await test.configure({
    groups: [...groups, { id: 'gifts', name: '礼物组', topics: [], overflowTo: [] }],
    departments: ['技术'],
    ticketDesk: { ...ticketDesk, departments: [{ name: '仓库', members: ['wu', 'chen'], targets: null }] },
  });
  await test.agent.support.setState({ state: 'online' });
  const { client } = await test.viewer('u1');
  const { id: conversationId } = await client.start({ id: id() });
  await test.until(() => support.state.conversations.get(conversationId)?.agent?.id === 'chen');
  const told = async () =>
    (await client.messages({ conversationId })).messages.flatMap(({ body }) =>
      body.kind === 'notice' ? [body.text.zh] : [],
    );
  return { ...test, conversationId, told };
}

describe('a transfer', () => {
  it('H1 to a department asks whoever of it is there', async () => {
    const { agent, agent2, conversationId } = await start();
    await agent2.support.setState({ state: 'online' });
    const to = { kind: 'department', department: '仓库' } as const;
    const asked = await agent.support.transfer({ conversationId, to, note: '请查库存' });
    const taken = await agent2.support.accept({ conversationId });
    expect([asked.offer?.to.id, asked.offer?.note, asked.agent?.id, taken.agent?.id]).toEqual([
      'wu',
      '请查库存',
      'chen',
      'wu',
    ]);
  });

  it.each(['仓库', '技术'])('H2 to %s with nobody there is a ticket in its queue', async (department) => {
    const { agent, conversationId, told } = await start();
    const row = await agent.support.transfer({
      conversationId,
      to: { kind: 'department', department },
      note: '请查',
    });
    const [ticketId = ''] = row.ticketIds;
    const ticket = await agent.tickets.get({ ticketId });
    const notes = (await agent.support.messages({ conversationId })).filter(
      (message) => message.audience === 'staff',
    );
    expect({
      ticket: [ticket.department, ticket.conversationId, ticket.notes.map((note) => note.text)],
      stays: [row.state, row.agent?.id, row.offer],
      note: notes.map((message) => message.body),
      told: (await told()).at(-1),
    }).toEqual({
      ticket: [department, conversationId, ['请查']],
      stays: ['active', 'chen', undefined],
      note: [{ kind: 'text', text: '请查' }],
      told: `已为您登记工单 #${ticket.number}，处理进展会通知您。`,
    });
  });

  it('H3 knows no other departments, and nobody hands over what is not hers', async () => {
    const { agent, agent2, conversationId } = await start();
    const codeOf = (work: Promise<unknown>) => work.catch((error: { code: string }) => error.code);
    const input = { conversationId, note: '请看' };
    expect([
      await codeOf(
        agent.support.transfer({ ...input, to: { kind: 'department', department: '没有的部门' } }),
      ),
      await codeOf(agent2.support.transfer({ ...input, to: { kind: 'department', department: '技术' } })),
    ]).toEqual(['not_found', 'conflict']);
  });

  it('H4 to a group tells the viewer where she is now', async () => {
    const { agent, conversationId, told } = await start();
    await agent.support.transfer({ conversationId, to: { kind: 'group', groupId: 'gifts' }, note: '礼物' });
    expect((await told()).at(-1)).toBe('对话已转给 礼物组，之前的内容会一并转交。');
  });
});
