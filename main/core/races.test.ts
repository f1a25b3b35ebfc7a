import { afterEach, describe, expect, it } from 'vitest';
import type { Flag } from '../../shared/domain/flag.ts';
import { anyEvent, chatEvent, giftEvent } from '../../shared/testing/events.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { Store } from '../store/store.ts';
import { CONTROLLER, SUPERVISOR, startTestCore, type TestCore } from './testing/core.ts';

const started: TestCore[] = [];
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.core.close();
});
async function start(given: Parameters<typeof startTestCore>[0] = {}): Promise<TestCore> {
  const made = await startTestCore(given);
  started.push(made);
  return made;
}
const uuid = (): string => crypto.randomUUID();
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: { readonly code?: string }) => error.code ?? String(error),
  );
const target = { id: 'demo:a', nativeId: 'a', name: 'a', actionable: true };

async function insult(test: TestCore, key = '1', user = 'a'): Promise<Flag> {
  await test.platform.say([chatEvent({ key, user, text: '主播是傻逼', at: Date.now() })]);
  return test.until(() =>
    [...test.core.services.desk.flags.values()].find((flag) => flag.person?.id === `demo:${user}`),
  );
}

/** A store that refuses to write while told to. */
function failingStore(): { readonly store: Store; fail: boolean } {
  const inner = createMemoryStore();
  const made = {
    fail: false,
    store: {
      ...inner,
      write: (ops: Parameters<Store['write']>[0]) =>
        made.fail ? Promise.reject(new Error('disk full')) : inner.write(ops),
    },
  };
  return made;
}

describe('two people at once', () => {
  it('one claims, the other is told who', async () => {
    const test = await start();
    const flag = await insult(test);
    const others = test.as({ ...CONTROLLER, id: 'wu', name: '吴' });
    const both = await Promise.all([
      codeOf(test.controller.flags.claim({ flagId: flag.id })),
      codeOf(others.flags.claim({ flagId: flag.id })),
    ]);
    expect(both.toSorted()).toEqual(['conflict', 'ok']);
  });

  it('an undo asked twice sends one inverse; the same undo again is the same answer', async () => {
    const test = await start();
    const id = uuid();
    await test.controller.actions.perform({
      requests: [{ id, roomId: 'room', kind: 'mute', durationSec: 600, target }],
    });
    const { desk } = test.core.services;
    await test.until(() => desk.actions.get(id)?.state === 'confirmed');
    const undoId = uuid();
    const ask = (undo: string) => test.controller.actions.undo({ actionIds: [id], undoIds: [undo] });
    const answers = await Promise.all([ask(undoId), ask(uuid()), ask(undoId)]);
    await test.until(() => desk.actions.get(undoId)?.state === 'confirmed');
    expect(answers.map(({ results }) => results[0]?.fault?.code ?? results[0]?.action?.id)).toEqual([
      undoId,
      'conflict',
      undoId,
    ]);
    expect(test.platform.asked.map((action) => action.kind)).toEqual(['mute', 'unmute']);
  });

  it('an id that is taken cannot be used for an undo', async () => {
    const test = await start();
    const [mute, say] = [uuid(), uuid()];
    await test.controller.actions.perform({
      requests: [
        { id: mute, roomId: 'room', kind: 'mute', durationSec: 600, target },
        { id: say, roomId: 'room', kind: 'say', text: 'hi' },
      ],
    });
    const { results } = await test.controller.actions.undo({ actionIds: [mute], undoIds: [say] });
    expect([results[0]?.fault?.code, test.core.services.desk.actions.get(say)?.kind]).toEqual([
      'conflict',
      'say',
    ]);
  });

  it('a ticket opened twice is one ticket, with one number', async () => {
    const test = await start();
    const flag = await insult(test);
    const open = (id: string) => test.controller.tickets.open({ id, roomId: 'room', flagId: flag.id });
    const id = uuid();
    const [first, again] = await Promise.all([open(id), open(id)]);
    const next = await open(uuid());
    expect([again.number, next.number]).toEqual([first.number, first.number + 1]);
    expect(test.core.services.desk.flags.get(flag.id)?.ticketIds).toEqual([first.id, next.id]);
  });

  it('the same action twice in one request is sent once', async () => {
    const test = await start();
    const request = { id: uuid(), roomId: 'room', kind: 'say' as const, text: 'hi' };
    await test.controller.actions.perform({ requests: [request, request] });
    await test.until(() => test.core.services.desk.actions.get(request.id)?.state === 'confirmed');
    expect(test.platform.asked.length).toBe(1);
  });

  it('a room that is connected twice at once has one connection', async () => {
    const test = await start();
    const { rooms } = test.core.services;
    await rooms.disconnect('room', { kind: 'system', id: 's', name: 's' });
    let opened = 0;
    const { connect } = test.platform.plugin;
    Object.assign(test.platform.plugin, {
      connect: (context: Parameters<typeof connect>[0]) => {
        opened += 1;
        return connect(context);
      },
    });
    await Promise.all([
      test.supervisor.rooms.connect({ roomId: 'room' }),
      test.supervisor.rooms.connect({ roomId: 'room' }),
    ]);
    expect(opened).toBe(1);
  });
});

describe('receipts', () => {
  it('an undo that fails leaves the mute in force, to be undone again', async () => {
    const test = await start();
    const { desk } = test.core.services;
    const id = uuid();
    await test.controller.actions.perform({
      requests: [{ id, roomId: 'room', kind: 'mute', durationSec: 600, target }],
    });
    await test.until(() => desk.actions.get(id)?.state === 'confirmed');
    test.platform.answer = () => ({
      kind: 'failed',
      errorClass: 'transient',
      fault: { code: 'unreachable' },
    });
    const failed = uuid();
    await test.controller.actions.undo({ actionIds: [id], undoIds: [failed] });
    await test.until(() => desk.actions.get(failed)?.state === 'failed' && !desk.actions.get(id)?.undoneBy);
    test.platform.answer = () => ({ kind: 'accepted' });
    const again = uuid();
    await test.controller.actions.undo({ actionIds: [id], undoIds: [again] });
    await test.until(() => desk.actions.get(again)?.state === 'confirmed');
    expect(desk.actions.get(id)?.undoneBy).toBe(again);
  });

  it('somebody who was let speak again does not contradict the mute', async () => {
    const test = await start();
    const { desk, actions } = test.core.services;
    const id = uuid();
    await test.controller.actions.perform({
      requests: [{ id, roomId: 'room', kind: 'mute', durationSec: 600, target }],
    });
    await test.until(() => desk.actions.get(id)?.state === 'confirmed');
    const lifted = anyEvent(
      'mod_action',
      { action: 'unmute', origin: 'other_mod' },
      { key: 'lift', at: Date.now() },
    );
    const user = { id: 'a', idKind: 'uid', name: 'a', roles: [], badges: [], anonymous: false } as const;
    await test.platform.say([{ ...lifted, target: { ...user, roles: [], badges: [], actionable: true } }]);
    await test.until(() => actions.ledgerOf('room').of('demo:a').length === 0);
    await test.platform.say([chatEvent({ key: '9', user: 'a', text: '谢谢', at: Date.now() + 10_000 })]);
    await test.until(() => test.core.services.push.chatSource('room').ring.newest() === 3);
    expect(desk.actions.get(id)?.state).toBe('confirmed');
  });

  it('what others did before a restart still stands in the way of an undo', async () => {
    const store = createMemoryStore();
    const test = await start({ store });
    const id = uuid();
    await test.controller.actions.perform({
      requests: [{ id, roomId: 'room', kind: 'mute', durationSec: 60, target }],
    });
    await test.until(() => test.core.services.desk.actions.get(id)?.state === 'confirmed');
    const ban = anyEvent(
      'mod_action',
      {
        action: 'ban',
        origin: 'other_mod',
        moderator: {
          id: 'm',
          idKind: 'uid',
          name: '阿周',
          roles: [],
          badges: [],
          anonymous: false,
          actionable: true,
        },
      },
      { key: 'ban', at: Date.now() + 20_000 },
    );
    await test.platform.say([
      {
        ...ban,
        target: {
          id: 'a',
          idKind: 'uid',
          name: 'a',
          roles: [],
          badges: [],
          anonymous: false,
          actionable: true,
        },
      },
    ]);
    await test.until(() => test.core.services.push.chatSource('room').ring.newest() === 2);
    const again = await start({ store: { ...store, close: async () => undefined } });
    const { results } = await again.controller.actions.undo({ actionIds: [id], undoIds: [uuid()] });
    expect(results[0]?.fault).toEqual({ code: 'undo_would_lift_other', detail: '阿周' });
  });
});

describe('a disk that does not write', () => {
  it('shows nothing that is not stored, counts it, and takes it when it comes again', async () => {
    const disk = failingStore();
    const test = await start({ store: disk.store });
    const { desk, push } = test.core.services;
    const said = chatEvent({ key: '1', user: 'a', text: '主播是傻逼', at: Date.now() });
    disk.fail = true;
    await test.platform.say([said]);
    await test.until(() => push.gauges().refused === 1);
    expect([desk.flags.size, push.gauges().storeFault]).toEqual([0, 'Error: disk full']);
    disk.fail = false;
    await test.platform.say([said]);
    await test.until(() => desk.flags.size === 1);
    expect((await test.store.events({ roomId: 'room', order: 'oldest', limit: 9 })).rows.length).toBe(1);
  });

  it('an action that could not be written down is not lost: it is sent when the disk is back', async () => {
    const disk = failingStore();
    const test = await start({ store: disk.store });
    const id = uuid();
    disk.fail = true;
    expect(
      await codeOf(
        test.controller.actions.perform({ requests: [{ id, roomId: 'room', kind: 'say', text: 'x' }] }),
      ),
    ).toBe('store_failed');
    disk.fail = false;
    await test.controller.actions.perform({ requests: [{ id, roomId: 'room', kind: 'say', text: 'x' }] });
    await test.until(() => test.core.services.desk.actions.get(id)?.state === 'confirmed');
  });
});

describe('hostile money', () => {
  it('a unit that comes with two scales stops nothing and mixes nothing', async () => {
    const test = await start();
    const coin = (scale: number) =>
      ({ kind: 'virtual', unit: 'constructor', amountMinor: '100', scale }) as const;
    for (const [index, scale] of [0, 2, 0].entries()) {
      await test.platform.say([
        giftEvent({ key: `g${index}`, user: 'a', money: coin(scale), at: Date.now() }),
      ]);
      await test.until(() => test.core.services.push.gauges().storedEvents === index + 1);
    }
    await insult(test);
    const card = await test.controller.people.card({ personId: 'demo:a', roomId: 'room' });
    expect(card.totals.map((money) => [money.scale, money.amountMinor]).toSorted()).toEqual([
      [0, '200'],
      [2, '100'],
    ]);
  });
});

describe('tickets', () => {
  it('carry the lines nearest to the danmaku in a fast room, before and after', async () => {
    const test = await start();
    const at = Date.now() - 100_000;
    await test.platform.say(
      Array.from({ length: 1_500 }, (_, i) =>
        chatEvent({ key: `c${i}`, user: `u${i}`, text: `第${i}句`, at: at + i * 20 }),
      ),
    );
    await test.until(() => test.core.services.push.gauges().storedEvents === 1_500);
    const ticket = await test.controller.tickets.open({
      id: uuid(),
      roomId: 'room',
      eventId: 'demo:room:chat:c700',
    });
    const texts = ticket.context.lines.map((line) => line.text);
    expect([texts[0], texts[500], texts.at(-1), ticket.context.completeAt]).toEqual([
      '第200句',
      '第700句',
      '第1199句',
      undefined,
    ]);
  });

  it('refuse an assignee who is nobody, and a department that is not there', async () => {
    const test = await start();
    const flag = await insult(test);
    const { id } = await test.controller.tickets.open({ id: uuid(), roomId: 'room', flagId: flag.id });
    const change = (more: object) =>
      codeOf(test.controller.tickets.change({ ticketId: id, version: 1, ...more }));
    expect([await change({ assignee: 'ghost' }), await change({ department: '外星' })]).toEqual([
      'invalid',
      'invalid',
    ]);
  });
});

describe('secrets', () => {
  it('go in and never come out; a form sent back keeps them', async () => {
    const test = await start();
    const { supervisor, controller } = test;
    await supervisor.settings.put({
      ticketHook: { url: 'https://example.test/h', secret: 'hush-hush-hush' },
    });
    const shown = (await controller.settings.get()).ticketHook;
    await supervisor.settings.put({
      ticketHook: { url: 'https://example.test/i', secret: shown?.secret ?? '' },
    });
    await supervisor.rooms.update({
      id: 'room',
      name: 'r',
      plugin: 'test',
      settings: { secret: 'sixteen-letters!', secretName: 'n' },
      enabled: true,
    });
    const [view] = await supervisor.rooms.list();
    const settings = view?.room.settings ?? {};
    await supervisor.rooms.update({ id: 'room', name: 'r2', plugin: 'test', settings, enabled: true });
    expect({
      shown: shown?.secret,
      room: settings,
      keptHook: test.core.services.settings.current().ticketHook,
      keptRoom: test.core.services.rooms.get('room')?.room.settings,
    }).toEqual({
      shown: '••••',
      room: { secret: '••••', secretName: 'n' },
      keptHook: { url: 'https://example.test/i', secret: 'hush-hush-hush' },
      keptRoom: { secret: 'sixteen-letters!', secretName: 'n' },
    });
  });

  it('a session whose access ended sees no further frame of a feed', async () => {
    const test = await start();
    const { members } = test.core.services;
    const invited = await members.invite(
      { name: 'x', roles: ['controller'], ttlMinutes: 5 },
      { kind: 'person', id: SUPERVISOR.id, name: SUPERVISOR.name },
    );
    if (!invited.ok) throw new Error('not invited');
    const paired = await members.pair(invited.value.token);
    if (!paired.ok) throw new Error('not paired');
    const { createRouterClient } = await import('@orpc/server');
    const id = paired.value.member.id;
    const client = createRouterClient(test.core.router, {
      context: {
        caller: { id, name: 'x', roles: ['controller'] },
        transport: 'local',
        room: () => Promise.resolve(),
        stands: () => members.stands(id),
      },
    });
    const feed = await client.feeds.desk({});
    expect((await feed.next()).value).toMatchObject({ kind: 'snapshot' });
    await test.supervisor.session.revoke({ memberId: id });
    expect(await codeOf(feed.next())).toBe('unauthenticated');
  });
});
