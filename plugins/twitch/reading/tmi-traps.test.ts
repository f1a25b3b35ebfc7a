import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, QUICK_PLAN, startHarness } from '../simulator/harness.ts';
import { startTwitchSimulator, type TwitchSimulator } from '../simulator/twitch.ts';
import { openReader } from './tmi-reader.ts';

/** PROTOCOLS §1.4: each trap of tmi.js 1.8.5, through a real socket. */
let sim: TwitchSimulator;
let core: Harness;

beforeEach(async () => {
  sim = await startTwitchSimulator();
  core = startHarness(sim.settings);
  await core.until('live', () => core.statuses.at(-1)?.state === 'live');
});
afterEach(async () => {
  await core.connection.close();
  await sim.close();
});

const WHO = ':ann!ann@ann.tmi.twitch.tv';
const chatIs = (n: number) => core.until(`${n} chat events`, () => core.of('chat').length >= n);

describe('traps of tmi.js 1.8.5', () => {
  test('the version is the one whose insides are known', () => {
    expect(createRequire(import.meta.url)('tmi.js/package.json').version).toBe('1.8.5');
  });

  test('trap 1: a cheer, which tmi.js does not emit as a message, is a chat event with its text and bits', async () => {
    sim.irc.send(
      `@bits=100;id=c1;tmi-sent-ts=1700000000000;user-id=7 ${WHO} PRIVMSG #sample :Cheer100 hello`,
    );
    await chatIs(1);
    expect(core.of('chat')[0]?.body).toMatchObject({
      text: 'Cheer100 hello',
      paid: { counted: true, money: { unit: 'bits', amountMinor: '100' } },
    });
  });

  test('trap 2: tag values "1" and "0" stay strings', async () => {
    sim.irc.send(
      `@display-name=1;id=1;tmi-sent-ts=1700000000000;user-id=1 ${WHO} PRIVMSG #sample :one`,
      `@display-name=0;id=0;tmi-sent-ts=1700000000000;user-id=0 ${WHO} PRIVMSG #sample :nought`,
      '@id=g1;login=ann;msg-id=submysterygift;msg-param-mass-gift-count=1;msg-param-sub-plan=1000;user-id=1 :tmi.twitch.tv USERNOTICE #sample',
    );
    await core.until('the gift', () => core.of('membership').length === 1);
    expect(core.of('chat').map(({ actor, body }) => [actor?.id, actor?.name, body.messageId])).toEqual([
      ['1', '1', '1'],
      ['0', '0', '0'],
    ]);
    expect(core.of('membership')[0]?.body).toMatchObject({ count: 1, source: 'gift_batch' });
  });

  test('trap 3: a batch of three gifts and its three lines count three memberships, also across a cut', async () => {
    const gift = (id: string, to: string) =>
      `@id=${id};login=ann;msg-id=subgift;msg-param-community-gift-id=77;msg-param-recipient-id=${to};msg-param-sub-plan=1000;user-id=7 :tmi.twitch.tv USERNOTICE #sample`;
    sim.irc.send(
      '@id=b0;login=ann;msg-id=submysterygift;msg-param-community-gift-id=77;msg-param-mass-gift-count=3;msg-param-sub-plan=1000;user-id=7 :tmi.twitch.tv USERNOTICE #sample',
      gift('b1', '11'),
    );
    await core.until('two', () => core.of('membership').length === 2);
    await sim.irc.cut();
    await core.until('the gap', () => core.of('gap').length === 1);
    sim.irc.send(gift('b2', '12'), gift('b3', '13'));
    await core.until('all', () => core.of('membership').length === 4);
    const counted = core.of('membership').map((event) => [event.body.count, event.body.paid.counted]);
    expect(counted).toEqual([
      [3, true],
      [0, false],
      [0, false],
      [0, false],
    ]);
  });

  test('trap 4: bans and timeouts carry the target id and their own time, no invented reason or moderator', async () => {
    sim.irc.send(
      '@ban-duration=1;target-user-id=1;tmi-sent-ts=1700000000000 :tmi.twitch.tv CLEARCHAT #sample :bob',
      '@target-user-id=22;tmi-sent-ts=1700000000001 :tmi.twitch.tv CLEARCHAT #sample :eve',
      '@tmi-sent-ts=1700000000002 :tmi.twitch.tv CLEARCHAT #sample',
    );
    await core.until('three', () => core.of('mod_action').length === 3);
    expect(
      core.of('mod_action').map(({ occurredAt, target, body }) => [occurredAt, target?.id, body]),
    ).toEqual([
      [1700000000000, '1', { action: 'mute', durationSec: 1, expiresAt: 1700000001000, origin: 'unknown' }],
      [1700000000001, '22', { action: 'ban', origin: 'unknown' }],
      [1700000000002, undefined, { action: 'clear', origin: 'unknown' }],
    ]);
  });

  test('trap 5: trailing spaces of every line of a frame are kept', async () => {
    sim.irc.send(
      `@id=a;user-id=7 ${WHO} PRIVMSG #sample :first  `,
      `@id=b;user-id=7 ${WHO} PRIVMSG #sample :last   `,
    );
    await chatIs(2);
    expect(core.of('chat').map((event) => event.body.text)).toEqual(['first  ', 'last   ']);
  });

  test('trap 6: an abnormal close, for which tmi.js says nothing, is a gap with a reason', async () => {
    await sim.irc.cut();
    await core.until('the gap', () => core.of('gap').length === 1);
    expect(core.of('gap')[0]?.body.reason).toBe('connection cut');
  });

  test('trap 6: RECONNECT makes one new connection, not two, and one gap', async () => {
    await sim.irc.askReconnect();
    await core.until('the gap', () => core.of('gap').length === 1);
    expect(core.of('gap')[0]?.body.reason).toBe('the server asked to reconnect');
    expect(sim.irc.listeners()).toBe(1);
    expect(sim.irc.connections()).toBe(2);
  });

  test('trap 7: the reader has no way to send a chat command, and none was sent', async () => {
    const reader = openReader(
      { host: sim.irc.host, port: sim.irc.port, secure: false, channel: 'sample' },
      { lines: () => undefined, down: () => undefined, fault: () => undefined },
    );
    await sim.irc.joined(2);
    reader.drop();
    expect(Object.keys(reader).sort()).toEqual(['drop', 'ping']);
    expect(sim.irc.heard.filter((line) => !/^(?:CAP|PASS|NICK|JOIN|PING|PONG)\b/.test(line))).toEqual([]);
  });

  test('trap 8: the process has a global WebSocket, so no agent is offered and reading works through it', () => {
    expect(typeof globalThis.WebSocket).toBe('function');
    expect(Object.keys(sim.settings).filter((name) => /agent|proxy/i.test(name))).toEqual([]);
    expect(sim.irc.listeners()).toBe(1);
  });

  test('a line that breaks tmi.js or is no IRC at all is kept or counted, and the next one is read', async () => {
    sim.irc.send(
      '@msg-id=room_mods :tmi.twitch.tv NOTICE #sample',
      '@broken',
      ':tmi.twitch.tv NEWTHING #sample :x',
      `@id=${'y'.repeat(2_000)};user-id=7 ${WHO} PRIVMSG #sample :an id that is too long`,
      `@id=z;user-id=7 ${WHO} PRIVMSG #sample :still here`,
    );
    await chatIs(1);
    expect(core.counts).toEqual({ refused: 2, unknown_kind: 1 });
    expect(core.events.map((event) => event.seq)).toEqual(core.events.map((_, at) => at));
    expect(core.of('system').map((event) => event.body.code)).toEqual(['room_mods']);
    expect(core.of('unknown').map((event) => event.body.nativeKind)).toEqual(['NEWTHING']);
  });

  test('a PONG with a prefix, which tmi.js does not know, counts as a sign of life', async () => {
    const plan = { ...QUICK_PLAN.reading, silence: { askAfterMs: 30, answerWithinMs: 400 } };
    const quiet = startHarness(sim.settings, { ...QUICK_PLAN, reading: plan });
    await quiet.until(
      'asked twice',
      () => sim.irc.heard.filter((line) => line.startsWith('PING')).length >= 2,
    );
    expect(quiet.of('gap')).toEqual([]);
    await quiet.connection.close();
  });
});
