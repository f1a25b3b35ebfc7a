import { describe, expect, it } from 'vitest';
import { chatEvent, giftEvent } from '../../../shared/testing/events.ts';
import { id, startTimed, text } from './timed.fixture.ts';

describe('an evening', () => {
  it('N1 goes from a mute in the room to its lifting from the conversation, with a ticket and a receipt', async () => {
    const test = await startTimed();
    const { desk } = test.core.services;
    await test.platform.say([
      giftEvent({ key: 'g', user: 'a', gift: 'rocket', fen: 50_000, at: test.time.now }),
      chatEvent({ key: '1', user: 'a', text: '主播是傻逼', at: test.time.now }),
    ]);
    const flag = await test.until(() => [...desk.flags.values()].find((each) => each.category === 'abuse'));
    const muteId = id();
    const target = flag.person === undefined ? {} : { target: { ...flag.person, roles: [] } };
    await test.controller.actions.perform({
      requests: [{ id: muteId, roomId: 'room', kind: 'mute', durationSec: 600, flagId: flag.id, ...target }],
    });
    await test.until(() => desk.actions.get(muteId)?.state === 'confirmed');

    const platform = flag.person?.id.split(':')[0] ?? '';
    const [key] = test.support.settings.current().tokenKeys;
    await test.configure({ tokenKeys: key === undefined ? [] : [{ ...key, platform }] });
    const { client } = await test.viewer('a');
    const { id: conversationId } = await client.start({
      id: id(),
      context: { actionId: muteId, eventId: flag.evidence[0]?.eventId },
    });
    await client.send({ conversationId, ...text('凭什么禁我，我只是开玩笑') });
    await test.agent.support.setState({ state: 'online' });
    await test.until(() => test.support.state.conversations.get(conversationId)?.agent);
    const row = await test.agent.support.get({ conversationId });
    const card = await test.agent.support.card({ conversationId });
    const { action } = await test.agent.support.lift({ conversationId, undoId: id(), reason: '玩笑，误判' });
    await test.until(() => desk.actions.get(action.id)?.state === 'confirmed');
    const ticket = await test.agent.support.ticket({
      conversationId,
      id: id(),
      title: '礼物核对',
      department: '财务',
    });
    const { escalation } = await test.agent.support.escalate({
      conversationId,
      id: id(),
      reason: '金额较大',
    });
    expect({
      topic: row.topic,
      appeal: desk.flags.get(flag.id)?.appeal?.conversationId === conversationId,
      context: [row.context?.verified, row.context?.text, row.context?.actionId === muteId],
      card: [
        card.person?.person.name,
        card.sanction?.id === muteId,
        card.person?.gifts.length,
        card.person?.streamTotals.map((money) => money.cnyFen),
      ],
      lifted: [action.kind, action.actor.id, desk.actions.get(muteId)?.undoneBy === action.id],
      ticket: [
        ticket.department,
        ticket.conversationId === conversationId,
        ticket.person?.id,
        ticket.context.gifts.length,
      ],
      escalation: [escalation.conversationId === conversationId, desk.escalations.has(escalation.id)],
      told: (await client.messages({ conversationId })).messages.flatMap((message) =>
        message.body.kind === 'notice' ? [message.body.code] : [],
      ),
    }).toEqual({
      topic: 'mute',
      appeal: true,
      context: [true, '主播是傻逼', true],
      card: ['a', true, 1, ['50000']],
      lifted: ['unmute', 'chen', true],
      ticket: ['财务', true, flag.person?.id, 1],
      escalation: [true, true],
      told: ['opened', 'queued', 'assigned', 'lifted', 'ticket', 'escalated'],
    });
  });

  it('N2 carries no context of another room or person as if it were the viewer’s own', async () => {
    const test = await startTimed();
    await test.platform.say([chatEvent({ key: '1', user: 'b', text: '主播是傻逼', at: test.time.now })]);
    const flag = await test.until(() => [...test.core.services.desk.flags.values()][0]);
    const { client } = await test.viewer('a');
    const { id: conversationId } = await client.start({
      id: id(),
      context: { eventId: flag.evidence[0]?.eventId, actionId: 'no-such' },
    });
    const { context } = await test.agent.support.get({ conversationId });
    expect([context?.verified, context?.actionId]).toEqual([false, undefined]);
  });
});
