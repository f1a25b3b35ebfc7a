import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LinkableRow } from '../../../shared/api/ticket-views.ts';
import { chatEvent, giftEvent } from '../../../shared/testing/events.ts';
import type { Caller } from '../access/members.ts';
import { type SupportTest, startSupportTest } from '../testing/support.ts';
import { codeOf, own, uuid } from '../testing/tickets.ts';

const now = Date.parse('2026-03-02T10:00:00+08:00');
const STRANGER: Caller = { id: 'far', name: '远', roles: ['agent'], roomIds: ['elsewhere'] };
let test: SupportTest;
beforeEach(async () => {
  test = await startSupportTest({ clock: { now: () => now } });
});
afterEach(() => test.core.close());

async function evening() {
  const { desk } = test.core.services;
  await test.platform.say([
    giftEvent({ key: 'g1', user: 'a', gift: 'rocket', fen: 50_000, at: now }),
    giftEvent({ key: 'g2', user: 'b', gift: 'rose', fen: 100, at: now }),
    chatEvent({ key: '1', user: 'a', text: '主播是傻逼', at: now }),
  ]);
  const flag = await test.until(() => [...desk.flags.values()].find((each) => each.category === 'abuse'));
  const personId = flag.person?.id ?? '';
  const [key] = test.core.services.support.settings.current().tokenKeys;
  await test.configure({
    tokenKeys: key === undefined ? [] : [{ ...key, platform: personId.split(':')[0] ?? '' }],
  });
  const talks = [];
  for (const [user, text] of [
    ['a', '凭什么禁我'],
    ['b', '礼物没到'],
  ] as const) {
    const { client } = await test.viewer(user);
    const { id } = await client.start({ id: uuid() });
    await client.send({ conversationId: id, id: uuid(), body: { kind: 'text', text } });
    talks.push(id);
  }
  const ticket = await own(test, { personId });
  return { ticket, flag, talks, personId };
}

describe('what may be linked', () => {
  it('is the viewer’s or the room’s, found by its words, and says what is linked already', async () => {
    const { ticket, flag, talks, personId } = await evening();
    const other = await own(test, { title: '另一张', personId });
    const target = flag.person === undefined ? {} : { target: { ...flag.person, roles: [] } };
    const actionId = uuid();
    await test.controller.actions.perform({
      requests: [{ id: actionId, roomId: 'room', kind: 'mute', durationSec: 600, ...target }],
    });
    const ask = async (kind: LinkableRow['kind'], more: object = {}) =>
      (await test.agent.tickets.linkable({ ticketId: ticket.id, kind, ...more })).rows;
    await test.agent.tickets.link({ ticketId: ticket.id, kind: 'flag', id: flag.id });
    const short = (rows: readonly LinkableRow[]) =>
      rows.map((row) => [row.code, row.name, row.text, row.money?.cnyFen, row.linked]);
    expect({
      talks: short(await ask('conversation')),
      room: short(await ask('conversation', { whose: 'room', text: '礼物' })),
      number: (await ask('conversation', { whose: 'room', text: '#1' })).length > 0,
      nothing: await ask('conversation', { text: '礼物' }),
      later: await ask('conversation', { from: now + 1 }),
      ids: (await ask('conversation')).map((row) => row.id),
      gifts: short(await ask('gift')),
      flags: short(await ask('flag')),
      actions: (await ask('action')).map((row) => [row.id, row.code, row.name]),
      tickets: (await ask('ticket')).map((row) => [row.id, row.text]),
    }).toEqual({
      talks: [['other', 'a', '凭什么禁我', undefined, false]],
      room: [['other', 'b', '礼物没到', undefined, false]],
      number: true,
      nothing: [],
      later: [],
      ids: [talks[0]],
      gifts: [['gift', 'a', 'rocket ×1', '50000', false]],
      flags: [['abuse', 'a', '主播是傻逼', undefined, true]],
      actions: [[actionId, 'mute', 'a']],
      tickets: [[other.id, '另一张']],
    });
  });

  it('shows no words of a veiled talk, nothing of a viewer that is not known, and no other room’s ticket', async () => {
    const { ticket } = await evening();
    await test.configure({ privacy: { masked: true, exportRestricted: false, revealMinutes: 15 } });
    const alone = await own(test, { title: '没有观众' });
    expect([
      (await test.agent.tickets.linkable({ ticketId: ticket.id, kind: 'conversation' })).rows.map(
        (row) => row.text,
      ),
      (await test.agent.tickets.linkable({ ticketId: alone.id, kind: 'gift' })).rows,
      (await test.agent.tickets.linkable({ ticketId: alone.id, kind: 'gift', whose: 'room' })).rows.length,
      await codeOf(test.as(STRANGER).tickets.linkable({ ticketId: ticket.id, kind: 'flag' })),
    ]).toEqual([[''], [], 2, 'forbidden']);
  });
});
