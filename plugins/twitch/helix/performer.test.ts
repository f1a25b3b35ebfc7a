import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Action } from '../../../shared/domain/action.ts';
import { closedPort } from '../simulator/closed-port.ts';
import { type Harness, QUICK_PLAN, startHarness } from '../simulator/harness.ts';
import { makeAction } from '../simulator/make-action.ts';
import {
  startTwitchSimulator,
  type TwitchSimulator,
  type TwitchSimulatorOptions,
} from '../simulator/twitch.ts';

let sim: TwitchSimulator;
let core: Harness;

async function start(options: TwitchSimulatorOptions = {}, scopes?: readonly string[]): Promise<void> {
  sim = await startTwitchSimulator(options);
  const { name, value } = sim.signedIn(scopes);
  core = startHarness(sim.settings, QUICK_PLAN, { [name]: value });
  await core.until('live', () => core.statuses.at(-1)?.state === 'live');
}
afterEach(async () => {
  await core.connection.close();
  await sim.close();
});

const perform = (kind: Action['kind'], more: Partial<Action> = {}, nativeId?: string) =>
  core.connection.perform(makeAction(kind, more, nativeId));
const callsOf = (text: string) => sim.helix.calls.filter(({ call }) => call.startsWith(text));
const BANS = 'POST /moderation/bans';

describe('actions against a strict Helix', () => {
  beforeEach(() => start());

  test('a timeout is accepted with its end, and seen in chat', async () => {
    const before = Date.now();
    const result = await perform('mute', { durationSec: 600, reason: 'flood' });
    expect(result).toEqual({ kind: 'accepted', expiresAt: expect.any(Number) });
    const end = result.kind === 'accepted' ? (result.expiresAt ?? 0) : 0;
    expect(end).toBeGreaterThanOrEqual(before + 599_000);
    await core.until('CLEARCHAT', () => core.of('mod_action').length === 1);
    const [event] = core.of('mod_action');
    expect([event?.target?.id, event?.body.action, event?.body.durationSec, event?.body.origin]).toEqual([
      '2001',
      'mute',
      600,
      'unknown',
    ]);
  });

  test('ban, unban, and both again', async () => {
    expect(await perform('ban', { reason: 'ads' })).toEqual({ kind: 'accepted', expiresAt: null });
    expect(sim.helix.state.bans.get('2001')).toEqual({ until: null, reason: 'ads', by: '900' });
    expect(await perform('ban')).toMatchObject({ kind: 'accepted', noop: true, confirmed: true });
    expect(await perform('unban')).toEqual({ kind: 'accepted', confirmed: true });
    expect(await perform('unban')).toEqual({ kind: 'accepted', noop: true, confirmed: true });
    expect(sim.helix.state.bans.size).toBe(0);
  });

  test('warn, say, delete, slow mode', async () => {
    const messageId = sim.viewerSays({ id: '2001', login: 'loud' }, 'bad words');
    await core.until('heard', () => core.of('chat').length === 1);
    expect(await perform('warn', { text: '请文明发言' })).toEqual({ kind: 'accepted', confirmed: true });
    expect(sim.helix.state.warnings).toEqual([{ userId: '2001', reason: '请文明发言' }]);
    const said = await perform('say', { text: 'welcome' });
    expect(said).toEqual({ kind: 'accepted', confirmed: true, nativeId: sim.helix.state.said[0]?.messageId });
    expect(await perform('delete', { messageId })).toEqual({ kind: 'accepted' });
    expect(await perform('slow_mode', { value: 30 })).toEqual({ kind: 'accepted' });
    await core.until(
      'both seen',
      () => core.of('mod_action').length === 1 && core.of('room_state').length === 2,
    );
    expect(core.of('mod_action')[0]?.body).toMatchObject({ action: 'delete', messageId });
    expect(core.of('room_state')[1]?.body.slowSec).toBe(30);
    expect(await perform('slow_mode', { value: 30 })).toMatchObject({ noop: true, confirmed: true });
    expect(await perform('slow_mode', { value: 0 })).toEqual({ kind: 'accepted' });
    expect(sim.helix.state.settings.slow_mode).toBe(false);
  });

  test.each([
    ['a moderator', 'ban', '900', 'target_protected'],
    ['the broadcaster', 'warn', '100', 'target_protected'],
  ] as const)('%s is protected', async (_, kind, id, errorClass) => {
    const text = { text: 'x' };
    expect(await perform(kind, text, id)).toMatchObject({
      kind: 'failed',
      errorClass,
      fault: { native: '400' },
    });
  });

  test('a message nobody knows, and one older than six hours', async () => {
    sim.helix.state.messages.set('old', { userId: '2001', at: Date.now() - 21_600_001 });
    for (const messageId of ['nope', 'old']) {
      expect(await perform('delete', { messageId })).toMatchObject({
        kind: 'failed',
        errorClass: 'not_found',
      });
    }
  });

  test('200 with is_sent false is a failure with the reason', async () => {
    await perform('say', { text: 'twice' });
    expect(await perform('say', { text: 'twice' })).toMatchObject({
      kind: 'failed',
      errorClass: 'invalid',
      fault: { code: 'platform_refused', native: 'msg_duplicate' },
    });
  });

  test('what is not offered is never sent', async () => {
    expect(await perform('room_mute', { value: 1 })).toMatchObject({ errorClass: 'unsupported' });
    expect(await perform('mute', { durationSec: null })).toMatchObject({ errorClass: 'invalid' });
    expect(sim.helix.calls).toEqual([]);
  });

  test('409: looks again and repeats', async () => {
    sim.helix.trouble({ what: { status: 409 }, times: 2, on: BANS });
    expect(await perform('mute', { durationSec: 60 })).toMatchObject({ kind: 'accepted' });
    expect(callsOf(BANS).map(({ status }) => status)).toEqual([409, 409, 200]);
  });

  test('409 because somebody banned meanwhile: nothing is sent again', async () => {
    sim.helix.trouble({ what: { status: 409 }, times: 4, on: BANS });
    sim.irc.send(`@target-user-id=2001;tmi-sent-ts=${Date.now()} :tmi.twitch.tv CLEARCHAT #sample :x`);
    expect(await perform('mute', { durationSec: 60 })).toMatchObject({ noop: true, expiresAt: null });
    expect(callsOf(BANS).length).toBeLessThanOrEqual(1);
  });

  test('409 four times: given up', async () => {
    sim.helix.trouble({ what: { status: 409 }, times: 9, on: BANS });
    expect(await perform('ban')).toMatchObject({ kind: 'failed', errorClass: 'conflict' });
    expect(callsOf(BANS).length).toBe(4);
  });

  test.each(['hang', 'cut'] as const)('a timeout whose answer is lost (%s) is sent once', async (what) => {
    sim.helix.trouble({ what, afterDoing: true, on: BANS });
    expect(await perform('mute', { durationSec: 60 })).toMatchObject({
      kind: 'failed',
      errorClass: 'unknown_outcome',
    });
    expect(callsOf(BANS).length).toBe(1);
  });

  test.each([
    ['warn', { text: 'x' }, 'POST /moderation/warnings'],
    ['say', { text: 'x' }, 'POST /chat/messages'],
  ] as const)('a %s answered with 500 is not repeated', async (kind, more, call) => {
    sim.helix.trouble({ what: { status: 500 }, on: call });
    expect(await perform(kind, more)).toMatchObject({ kind: 'failed', errorClass: 'unknown_outcome' });
    expect(callsOf(call).length).toBe(1);
  });

  test('a ban and a delete whose answer is lost are repeated, and count as done by us', async () => {
    sim.helix.trouble({ what: 'cut', afterDoing: true, on: BANS });
    expect(await perform('ban')).toMatchObject({ kind: 'accepted' });
    const messageId = sim.viewerSays({ id: '2002', login: 'two' }, 'x');
    sim.helix.trouble({ what: 'cut', afterDoing: true, on: 'DELETE /moderation/chat' });
    expect(await perform('delete', { messageId })).toMatchObject({ kind: 'accepted', confirmed: true });
  });

  test('5xx on a call that may be repeated: repeated, and then unknown', async () => {
    sim.helix.trouble({ what: { status: 503 }, times: 2, on: BANS });
    expect(await perform('ban')).toMatchObject({ kind: 'accepted' });
    sim.helix.trouble({ what: { status: 503 }, times: 9, on: 'DELETE /moderation/bans' });
    expect(await perform('unban')).toMatchObject({ errorClass: 'unknown_outcome' });
    expect(callsOf('DELETE /moderation/bans').length).toBe(4);
  });

  test('a server that nobody answers at did nothing: transient', async () => {
    const { name, value } = sim.signedIn();
    const helixUrl = `http://127.0.0.1:${await closedPort()}/helix`;
    const away = startHarness({ ...sim.settings, helixUrl }, QUICK_PLAN, {
      [name]: value,
    });
    const result = await away.connection.perform(makeAction('warn', { text: 'x' }));
    expect(result).toMatchObject({ kind: 'failed', errorClass: 'transient', fault: { code: 'unreachable' } });
    await away.connection.close();
  });

  test('403 is final', async () => {
    sim.helix.state.moderators.delete('900');
    expect(await perform('ban')).toMatchObject({ kind: 'failed', errorClass: 'forbidden' });
    expect(callsOf(BANS).length).toBe(1);
  });
});

describe('limits', () => {
  test('the bucket is empty: waits for its reset', async () => {
    await start({ bucket: { limit: 3, windowMs: 1_000 } });
    const results = await Promise.all(['1', '2', '3', '4'].map((id) => perform('ban', {}, id)));
    expect(results.map((result) => result.kind)).toEqual(Array(4).fill('accepted'));
    expect(sim.helix.state.bans.size).toBe(4);
  });

  test('429 per broadcaster though points remain: backs off, then done', async () => {
    await start();
    const headers = { 'Ratelimit-Remaining': '700' };
    sim.helix.trouble({ what: { status: 429, headers }, on: BANS });
    expect(await perform('ban')).toMatchObject({ kind: 'accepted' });
    expect(callsOf(BANS).map(({ status }) => status)).toEqual([429, 200]);
  });

  test('a wait that is too long for one action ends it, with the time to try again', async () => {
    await start();
    sim.helix.trouble({ what: { status: 429, headers: { 'Retry-After': '30' } }, on: BANS });
    expect(await perform('ban')).toMatchObject({
      kind: 'failed',
      errorClass: 'rate_limited',
      fault: { code: 'rate_limited', retryAt: expect.any(Number) },
    });
  });

  test('one call at a time, in order', async () => {
    await start({ delayMs: 5 });
    const ids = ['11', '12', '13', '14', '15'];
    await Promise.all(ids.map((id) => perform('mute', { durationSec: 60 }, id)));
    expect(sim.helix.mostAtOnce()).toBe(1);
    expect([...sim.helix.state.bans.keys()]).toEqual(ids);
  });
});

describe('sign-in', () => {
  test('nobody is signed in: actions say so, reading goes on', async () => {
    sim = await startTwitchSimulator();
    core = startHarness(sim.settings);
    await core.until('live', () => core.statuses.at(-1)?.state === 'live');
    expect(await perform('ban')).toMatchObject({ kind: 'failed', errorClass: 'auth_expired' });
    expect(core.statuses.at(-1)).toMatchObject({ state: 'live', fault: { code: 'auth_expired' } });
    expect(sim.helix.calls).toEqual([]);
  });

  test('401: renewed once, repeated once, the new pair is kept', async () => {
    await start();
    await perform('ban');
    const before = core.secrets.all.get('twitch:modone');
    sim.helix.expireTokens();
    expect(await perform('unban')).toMatchObject({ kind: 'accepted' });
    expect(core.secrets.all.get('twitch:modone')).not.toBe(before);
    expect(callsOf('DELETE /moderation/bans').map(({ status }) => status)).toEqual([401, 204]);
  });

  test('401 and the renewal refused: parked, nothing more is sent until another sign-in', async () => {
    await start();
    await perform('ban');
    sim.helix.expireTokens(true);
    expect(await perform('unban')).toMatchObject({ kind: 'failed', errorClass: 'auth_expired' });
    const sent = sim.helix.calls.length;
    expect(await perform('unban')).toMatchObject({ kind: 'failed', errorClass: 'auth_expired' });
    expect(sim.helix.calls.length).toBe(sent);
    expect(core.statuses.at(-1)).toMatchObject({ state: 'live', fault: { code: 'auth_expired' } });

    const { name, value } = sim.signedIn();
    await core.secrets.set(name, value);
    expect(await perform('unban')).toMatchObject({ kind: 'accepted' });
    expect(core.statuses.at(-1)).toEqual({ state: 'live' });
  });

  test('actions of the last two minutes wait for another sign-in, and are then done in order', async () => {
    await start();
    await perform('ban', {}, '1');
    sim.helix.expireTokens(true);
    const waiting = ['2', '3'].map((id) => perform('ban', { requestedAt: Date.now() }, id));
    await core.until('the operator is asked', () => core.statuses.at(-1)?.fault?.code === 'auth_expired');
    const { name, value } = sim.signedIn();
    await core.secrets.set(name, value);
    expect(await Promise.all(waiting)).toEqual(Array(2).fill({ kind: 'accepted', expiresAt: null }));
    expect([...sim.helix.state.bans.keys()]).toEqual(['1', '2', '3']);
  });

  test('401 with a token that was just renewed: parked', async () => {
    await start();
    sim.helix.trouble({ what: { status: 401, message: 'Invalid OAuth token' }, times: 2, on: BANS });
    expect(await perform('ban')).toMatchObject({ errorClass: 'auth_expired' });
    expect(await perform('ban')).toMatchObject({ errorClass: 'auth_expired' });
    expect(callsOf(BANS).length).toBe(2);
  });

  test('a missing right is told before anything is sent', async () => {
    await start({}, ['user:write:chat']);
    expect(await perform('ban')).toMatchObject({ kind: 'failed', errorClass: 'forbidden' });
    expect(callsOf(BANS)).toEqual([]);
    expect(await perform('say', { text: 'hi' })).toMatchObject({ kind: 'accepted' });
  });

  test('no log line and no status holds a token', async () => {
    await start();
    await perform('ban');
    sim.helix.expireTokens(true);
    await perform('unban');
    const told = JSON.stringify([core.logs, core.statuses, core.events, core.counts]);
    expect(told).not.toMatch(/tok[0-9a-f]{32}|ref[0-9a-f]{32}/);
  });
});
