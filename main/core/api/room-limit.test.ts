import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../../shared/domain/actor.ts';
import { blankRule, type RuleDefinition } from '../../../shared/rules/rule.ts';
import { DEFAULT_VARIANTS } from '../../../shared/rules/words.ts';
import { chatEvent } from '../../../shared/testing/events.ts';
import { TABLES } from '../../store/index-fields.ts';
import type { Caller } from '../access/members.ts';
import { callByName, PROCEDURES } from '../testing/procedures.ts';
import { type SupportTest, startSupportTest } from '../testing/support.ts';

/** Stands in every text, name and title of the room that the session may not see. */
const SECRET = '机密';
/** May do everything, but only in `mine`. */
const LIMITED: Caller = { id: 'limited', name: '限', roles: [...ROLES], roomIds: ['mine'] };

let test: SupportTest;
let other: Readonly<
  Record<'flagId' | 'actionId' | 'ticketId' | 'escalationId' | 'conversationId' | 'ruleId' | 'listId', string>
>;
const eventId = 'demo:room:chat:s1';
const uuid = (): string => crypto.randomUUID();
const target = { id: 'demo:a', nativeId: 'a', name: `${SECRET}甲`, actionable: true };

beforeAll(async () => {
  test = await startSupportTest();
  const { supervisor, controller } = test;
  await supervisor.rooms.update({
    id: 'room',
    name: SECRET,
    plugin: 'test',
    settings: { apiToken: `${SECRET}-token` },
    enabled: true,
  });
  await supervisor.rooms.create({ id: 'mine', name: '我的', plugin: 'test', settings: {}, enabled: true });
  const say = (key: string, roomId: string, user: string, text: string) =>
    test.platform.say([chatEvent({ key, user, text, name: `${SECRET}${user}`, roomId, at: Date.now() })]);
  await say('s1', 'room', 'a', `傻逼${SECRET}`);
  await say('s2', 'room', 'b', `主播是傻逼${SECRET}`);
  await test.platform.say([
    chatEvent({ key: 'm1', user: 'a', name: '甲', text: '晚上好', roomId: 'mine', at: Date.now() }),
  ]);
  const { desk } = test.core.services;
  const flags = await test.until(() => {
    const found = [...desk.flags.values()].filter((flag) => flag.roomId === 'room');
    return found.length === 2 ? found : undefined;
  });
  const actionId = uuid();
  await controller.actions.perform({
    requests: [{ id: actionId, roomId: 'room', kind: 'mute', durationSec: 60, target, reason: SECRET }],
  });
  await test.until(() => desk.actions.get(actionId)?.state === 'confirmed');
  const ticket = await controller.tickets.open({ id: uuid(), roomId: 'room', eventId, title: SECRET });
  const escalation = await controller.escalations.create({
    id: uuid(),
    ticketId: ticket.id,
    note: SECRET,
    urgent: false,
  });
  await controller.people.note({ personId: 'demo:a', roomId: 'room', text: SECRET });
  const { client } = await test.viewer('a', { name: `${SECRET}甲` });
  const talk = await client.start({ id: uuid(), topic: 'gift' });
  await client.send({ conversationId: talk.id, id: uuid(), body: { kind: 'text', text: SECRET } });
  const { rules } = supervisor;
  const { id: listId, baseVersion, content } = listOfRoom();
  await rules.lists.save({ listId, baseVersion, content });
  await rules.save({ ruleId: 'geheim', baseVersion: 0, definition: ruleOfRoom() });
  await rules.stage({ ruleId: 'geheim', version: 1, state: 'shadow' });
  await say('s3', 'room', 'c', `暗号暗号${SECRET}`);
  other = {
    flagId: flags[0]?.id ?? '',
    actionId,
    ticketId: ticket.id,
    escalationId: escalation.id,
    conversationId: talk.id,
    ruleId: 'geheim',
    listId,
  };
});
afterAll(() => test.core.close());

/** A rule of the other room, and the list it names. */
function ruleOfRoom(): RuleDefinition {
  const when = { kind: 'words', lists: [{ id: 'geheim' }] } as const;
  return { ...blankRule(`规则${SECRET}`), roomIds: ['room'], when };
}

function listOfRoom() {
  const words = ['暗号暗号', `${SECRET}词`];
  const content = { name: `词库${SECRET}`, roomIds: ['room'], variants: DEFAULT_VARIANTS, words, except: [] };
  return { id: 'geheim', baseVersion: 0, content };
}

/** Ways to reach into the other room, by every id an input takes. */
function reaches(): Readonly<Record<string, readonly object[]>> {
  const { flagId, actionId, ticketId, escalationId, conversationId } = other;
  const roomId = 'room';
  const room = { id: roomId, name: 'x', plugin: 'test', settings: {}, enabled: true };
  const { ruleId, listId } = other;
  const definition = { ...ruleOfRoom(), name: 'x' };
  const { content } = listOfRoom();
  const inMine = { id: uuid(), roomId: 'mine', kind: 'say' as const, text: 'hi' };
  return {
    'session.invite': [
      { name: 'x', roles: ['supervisor'] },
      { name: 'x', roles: ['supervisor'], roomIds: [roomId] },
    ],
    'rooms.create': [{ ...room, id: 'third' }],
    'rooms.update': [room],
    'rooms.emergency': [{ roomId, on: true }],
    'rooms.control': [{ roomId, command: { kind: 'play' } }],
    'rooms.signInPaste': [{ roomId, token: '0123456789' }],
    'flags.dismiss': [{ flagId, reason: 'joke' }],
    'flags.allow': [{ flagId, what: 'text' }],
    'actions.perform': [
      { requests: [{ ...inMine, roomId }] },
      { requests: [{ ...inMine, id: actionId }] },
      { requests: [{ ...inMine, flagId }] },
    ],
    'actions.undo': [
      { actionIds: [actionId], undoIds: [uuid()] },
      { actionIds: [uuid()], undoIds: [actionId] },
    ],
    'actions.reason': [{ actionId, reason: 'x' }],
    'people.card': [
      { personId: 'demo:a', roomId },
      { personId: 'demo:a', roomId: 'mine' },
      { personId: 'demo:b', roomId: 'mine' },
    ],
    'people.note': [{ personId: 'demo:a', roomId, text: 'x' }],
    'tickets.open': [
      { id: uuid(), roomId, eventId },
      { id: uuid(), roomId: 'mine', eventId },
      { id: uuid(), roomId: 'mine', flagId },
      { id: ticketId, roomId: 'mine', eventId: 'demo:mine:chat:m1' },
      { id: uuid(), roomId: 'mine', conversationId },
    ],
    'tickets.note': [{ ticketId, text: 'x' }],
    'tickets.change': [{ ticketId, version: 1, priority: 'low' }],
    'tickets.handOver': [{ ticketId, version: 1, department: '财务', note: 'x' }],
    'tickets.link': [{ ticketId, kind: 'flag', id: flagId }],
    'tickets.unlink': [{ ticketId, kind: 'flag', id: flagId }],
    'tickets.rate': [{ ticketId, score: 1 }],
    'tickets.merge': [{ ticketId, version: 1, ticketIds: [ticketId] }],
    'tickets.unmerge': [{ ticketId, mergedId: ticketId }],
    'tickets.split': [{ ticketId, version: 1, id: uuid(), title: 'x', linkKeys: [`flag:${flagId}`] }],
    'tickets.bulk': [{ ticketIds: [ticketId], change: { kind: 'priority', priority: 'low' } }],
    'tickets.list': [{ text: SECRET }, { department: '客服' }, { stage: 'unfinished' }],
    'tickets.queue': [{ department: '客服' }, { department: '财务' }],
    'tickets.takeNext': [{ department: '客服' }, { department: '财务' }],
    'tickets.template': [{ templateId: 't', roomId: 'mine', conversationId }],
    'tickets.export': [{ format: 'json' }, { format: 'csv' }, { format: 'csv', roomId }],
    'tickets.saveDesk': [{ rules: [] }],
    'shop.orders': [{ ticketId }, { conversationId }],
    'shop.reveal': [{ ticketId, orderId: 'x', connectorId: 'x', reason: 'xxx' }],
    'shop.removeConnector': [{ connectorId: 'x' }],
    'shop.testConnector': [{ connectorId: 'x' }],
    'escalations.create': [{ id: uuid(), flagId }, { id: uuid(), ticketId }, { id: escalationId }],
    'escalations.resolve': [{ escalationId, resolution: 'x' }],
    'review.timeline': [{ roomId, from: 0, to: 1e13, bucketMs: 60_000 }],
    'review.events': [{ roomId }, {}, { personId: 'demo:a' }, { text: SECRET }],
    'review.csv': [{ roomId }, {}],
    'review.audit': [{ roomId }, {}, { limit: 1_000 }],
    'streamer.ask': [
      { roomId, text: 'x', id: uuid() },
      { roomId: 'mine', text: 'x', id: escalationId },
    ],
    'settings.put': [{ streamerDelaySec: 1 }],
    'rules.check': [{ definition }],
    'rules.try': [{ definition, texts: ['暗号暗号'] }],
    'rules.save': [
      { ruleId, baseVersion: 1, definition },
      { ruleId, baseVersion: 1, definition: { ...definition, roomIds: ['mine'] } },
      { ruleId: 'new', baseVersion: 0, definition },
      { ruleId: 'new', baseVersion: 0, definition: { ...definition, roomIds: ['mine', 'room'] } },
      { ruleId: 'new', baseVersion: 0, definition: { ...definition, roomIds: undefined } },
    ],
    'rules.stage': [{ ruleId, version: 1, state: 'live' }],
    'rules.rollBack': [{ ruleId, toVersion: 1 }],
    'rules.archive': [{ ruleId, archived: true }],
    'rules.importAll': [
      {
        bundle: {
          format: 'changkong.rules',
          version: 1,
          rules: [{ id: ruleId, definition }],
          lists: [{ id: listId, ...content, name: 'x' }],
        },
      },
    ],
    'rules.backtest.start': [
      { roomId, subject: { kind: 'definition', definition } },
      { roomId: 'mine', subject: { kind: 'version', ruleId, version: 1 } },
      {
        roomId: 'mine',
        subject: { kind: 'definition', definition },
        against: { ruleId, version: 1 },
      },
    ],
    'rules.lists.save': [{ listId, baseVersion: 1, content: { ...content, roomIds: ['mine'] } }],
    'rules.lists.import': [{ listId, baseVersion: 1, format: 'text', text: 'x', mode: 'add' }],
    'rules.lists.read': [{ listId, format: 'text', text: 'x', mode: 'add' }],
    'rules.lists.rollBack': [{ listId, toVersion: 1 }],
    'rules.lists.export': [{ listId, format: 'csv' }],
    'support.send': [{ conversationId, id: uuid(), body: { kind: 'text', text: 'x' } }],
    'support.ticket': [{ conversationId, id: uuid(), title: 'x', department: '客服' }],
    'support.escalate': [{ conversationId, id: uuid(), reason: 'x' }],
    'support.transfer': [{ conversationId, to: { kind: 'supervisor' }, note: 'x' }],
    'support.lift': [{ conversationId, undoId: uuid(), actionId, reason: 'x' }],
    'support.read': [{ conversationId, seq: 1 }],
    'support.recall': [{ conversationId, messageId: 'x' }],
  };
}

/** Anything else gets every id there is; its own schema takes what it knows. */
const general = (): object => ({ ...other, roomId: 'room', personId: 'demo:a', attachmentId: 'x' });

async function everything(): Promise<string> {
  const kept: unknown[] = [];
  for (const table of TABLES) {
    const { rows } = await test.store.list({ table, limit: 1_000 });
    kept.push(rows.filter((row) => 'roomId' in row && row.roomId === 'room'));
  }
  for (const table of ['rules', 'ruleVersions', 'wordLists', 'wordListVersions'] as const)
    kept.push((await test.store.list({ table, limit: 1_000 })).rows);
  const rooms = (await test.store.list({ table: 'rooms', limit: 10 })).rows;
  return JSON.stringify([kept, rooms.filter((row) => row.id === 'room')]);
}

async function seenOf(name: string, input: object): Promise<string> {
  try {
    const answer = await callByName(test.as(LIMITED), name, input);
    const feed = answer as AsyncGenerator<unknown> | undefined;
    if (typeof feed?.next !== 'function') return JSON.stringify(answer ?? null);
    const first = await Promise.race([feed.next(), new Promise((resolve) => setTimeout(resolve, 50))]);
    void feed.return?.(undefined);
    return JSON.stringify(first ?? null);
  } catch (error) {
    const { message, data } = error as { readonly message: string; readonly data?: unknown };
    return JSON.stringify([message, data]);
  }
}

describe('a session limited to one room', () => {
  it.each(PROCEDURES.filter((each) => each.name !== 'session.leave').map((each) => each.name))(
    'neither sees nor changes another room by %s',
    async (name) => {
      const before = await everything();
      const listed = reaches()[name] ?? [];
      for (const input of [general(), {}, ...listed]) {
        // Repeating the very text one searched for would be no leak.
        const seen = (await seenOf(name, input)).replaceAll(`"text":"${SECRET}"`, '');
        expect({ name, input, leaks: seen.includes(SECRET) }).toEqual({ name, input, leaks: false });
      }
      expect(await everything()).toBe(before);
    },
  );

  it('still works in its own room, and fills a page from behind others’ rows', async () => {
    const mine = test.as(LIMITED);
    const ticket = await mine.tickets.open({ id: uuid(), roomId: 'mine', eventId: 'demo:mine:chat:m1' });
    const listed = await mine.tickets.list({ limit: 1 });
    const events = await mine.review.events({ roomId: 'mine' });
    expect([listed.rows.map((row) => row.id), events.rows.map((row) => row.text)]).toEqual([
      [ticket.id],
      ['晚上好'],
    ]);
  });
});
