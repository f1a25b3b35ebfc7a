import { describe, expect, it } from 'vitest';
import { id, startTimed } from './timed.fixture.ts';

describe('a transfer', () => {
  it('N12 that nobody accepts returns to whom it came from; one to a group waits there with its place', async () => {
    const test = await startTimed();
    await test.supervisor.support.presets.apply({ preset: 'show' });
    const { routing } = test.support.settings.current();
    await test.configure({ routing: { ...routing, acceptWithinSec: 0 } });
    await test.agent.support.setState({ state: 'online' });
    await test.supervisor.support.saveAgent({
      id: 'chen',
      groups: ['general', 'gifts'],
      skills: [],
      capacity: 5,
      languages: [],
    });
    await test.configure({
      groups: test.support.settings.current().groups.map((group) => ({ ...group, overflowTo: [] })),
    });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id(), person: true });
    await test.until(() => test.support.state.conversations.get(conversationId)?.agent?.id === 'chen');
    await test.agent2.support.setState({ state: 'online' });
    await test.agent.support.transfer({ conversationId, to: { kind: 'agent', agentId: 'wu' }, note: '请看' });
    await test.pass(60);
    const back = await test.agent.support.get({ conversationId });
    const late = await test.agent2.support
      .accept({ conversationId })
      .catch((error: { code: string }) => error.code);
    await test.agent.support.transfer({
      conversationId,
      to: { kind: 'group', groupId: 'gifts' },
      note: '礼物',
    });
    await test.support.tick();
    const moved = await test.agent.support.get({ conversationId });
    const ticket = await test.agent.support.ticket({
      conversationId,
      id: id(),
      title: '核对',
      department: '技术',
    });
    expect([back.agent?.id, back.offer, late, moved.groupId, moved.agent?.id, ticket.department]).toEqual([
      'chen',
      undefined,
      'conflict',
      'gifts',
      undefined,
      '技术',
    ]);
    const kinds = (await test.agent.support.decisions({ conversationId })).map((trace) => trace.kind);
    expect(kinds).toEqual(['opened', 'queued', 'assigned', 'offered', 'returned', 'requeued', 'ticket']);
  });
});
