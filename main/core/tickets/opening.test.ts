import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatEvent } from '../../../shared/testing/events.ts';
import { type SupportTest, startSupportTest } from '../testing/support.ts';
import { codeOf, desk, field, own, uuid } from '../testing/tickets.ts';

let now: number;
let test: SupportTest;
beforeEach(async () => {
  now = Date.parse('2026-03-02T10:00:00+08:00');
  test = await startSupportTest({ clock: { now: () => now } });
});
afterEach(() => test.core.close());

describe('opening', () => {
  it('takes type, department, priority, viewer, description and fields from what was asked, the type and the forms', async () => {
    await desk(test, {
      forms: [
        {
          id: 'money',
          department: '财务',
          fields: [field('amount', { kind: 'money', required: 'open' }), field('paidAt', { kind: 'date' })],
        },
      ],
    });
    const wrong = await Promise.all([
      codeOf(own(test, { type: 'refund' })),
      codeOf(own(test, { type: 'refund', fields: { amount: '=1+1' } })),
      codeOf(own(test, { type: 'refund', fields: { amount: '1', other: 'x' } })),
      codeOf(own(test, { type: 'nothing' })),
      codeOf(own(test, { title: undefined })),
    ]);
    const ticket = await own(test, {
      type: 'refund',
      personId: 'demo:u1',
      personName: '小雨',
      description: '重复扣款',
      fields: { amount: '12.50' },
    });
    const { type, department, priority, person, description, fields, state } = ticket;
    expect([wrong, { type, department, priority, person, description, fields, state }]).toEqual([
      ['invalid', 'invalid', 'invalid', 'invalid', 'invalid'],
      {
        type: 'refund',
        department: '财务',
        priority: 'high',
        person: { id: 'demo:u1', nativeId: 'u1', name: '小雨', actionable: false },
        description: '重复扣款',
        fields: { amount: '12.50' },
        state: 'new',
      },
    ]);
  });

  it('from a template, with its variables', async () => {
    await desk(test, {
      templates: [
        {
          id: 't',
          name: '退款',
          title: '{viewer} 的退款（{room}）',
          description: '{conversation}',
          type: 'refund',
          fields: {},
        },
      ],
    });
    const ticket = await own(test, {
      title: undefined,
      templateId: 't',
      personId: 'demo:u1',
      personName: '小雨',
    });
    const filled = await test.agent.tickets.template({ templateId: 't', roomId: 'room', personName: '甲' });
    expect([ticket.title, ticket.department, filled.title, filled.missing]).toEqual([
      '小雨 的退款（小满的歌房）',
      '财务',
      '甲 的退款（小满的歌房）',
      ['conversation'],
    ]);
  });

  it('from a danmaku at once, with its form to be filled in before it is solved', async () => {
    await desk(test, {
      forms: [{ id: 'all', fields: [field('amount', { kind: 'money', required: 'open' })] }],
    });
    await test.platform.say([
      chatEvent({ key: 'q1', user: 'u1', text: '退钱', name: '小雨', roomId: 'room', at: now }),
    ]);
    await expect.poll(() => test.store.eventById('demo:room:chat:q1')).not.toBe(null);
    const ticket = await test.controller.tickets.open({
      id: uuid(),
      roomId: 'room',
      eventId: 'demo:room:chat:q1',
    });
    const solve = {
      ticketId: ticket.id,
      version: ticket.version,
      state: 'solved',
      resolution: '已退',
    } as const;
    const refused = await codeOf(test.controller.tickets.change(solve));
    const solved = await test.controller.tickets.change({ ...solve, fields: { amount: '6' } });
    expect([ticket.person?.name, refused, solved.state, solved.fields]).toEqual([
      '小雨',
      'invalid',
      'solved',
      { amount: '6' },
    ]);
  });

  it('from a conversation by a rule, once, and the rating becomes its satisfaction', async () => {
    await desk(test, {
      rules: [
        {
          id: 'money',
          name: '退款转财务',
          enabled: true,
          at: 'queued',
          when: [
            { kind: 'topic', any: ['refund', 'recharge'] },
            { kind: 'signed', is: true },
          ],
          open: { type: 'refund' },
        },
      ],
    });
    const { client } = await test.viewer('u1', { name: '小雨' });
    const talk = await client.start({ id: uuid(), topic: 'refund' });
    await client.send({ conversationId: talk.id, id: uuid(), body: { kind: 'text', text: '重复扣款了' } });
    const { ticketTalks, support } = test.core.services;
    const ticket = await test.until(() => [...test.core.services.desk.tickets.values()][0]);
    await ticketTalks.settled();
    await test.agent.support.claim({ conversationId: talk.id });
    await test.agent.support.release({ conversationId: talk.id });
    await ticketTalks.settled();
    const linked = await support.state.get(talk.id);
    await test.agent.support.claim({ conversationId: talk.id });
    await test.agent.support.close({ conversationId: talk.id });
    await client.rate({ conversationId: talk.id, score: 4, text: '还行' });
    await ticketTalks.settled();
    const rated = await test.agent.tickets.get({ ticketId: ticket.id });
    expect([
      test.core.services.desk.tickets.size,
      [ticket.title, ticket.department, ticket.ruleId, ticket.createdBy.id, ticket.conversationId],
      linked.ok && linked.value.ticketIds,
      ticketTalks.counts(),
      [rated.satisfaction?.score, rated.satisfaction?.text, rated.satisfaction?.by.name],
    ]).toEqual([
      1,
      ['退款转财务', '财务', 'money', 'rule:money', talk.id],
      [ticket.id],
      { opened: 1, failed: 0 },
      [4, '还行', '小雨'],
    ]);
  });
});
