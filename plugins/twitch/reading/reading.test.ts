import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, QUICK_PLAN, startHarness } from '../simulator/harness.ts';
import { startTwitchSimulator, type TwitchSimulator } from '../simulator/twitch.ts';

let sim: TwitchSimulator;
let core: Harness;

beforeEach(async () => {
  sim = await startTwitchSimulator();
});
afterEach(async () => {
  await core.connection.close();
  await sim.close();
});

const ANN = { id: '7', login: 'ann' };
const isLive = () => core.statuses.at(-1)?.state === 'live';

describe('a connection that breaks', () => {
  test('every connection has its own session, numbered from 0 without holes', async () => {
    core = startHarness(sim.settings);
    await core.until('live', isLive);
    sim.viewerSays(ANN, 'before');
    await core.until('heard', () => core.of('chat').length === 1);
    await sim.irc.cut();
    await core.until('back', () => core.of('gap').length === 1);
    sim.viewerSays(ANN, 'after');
    await core.until('heard again', () => core.of('chat').length === 2);
    const sessions = [...new Set(core.events.map((event) => event.session))];
    const numbers = sessions.map((session) =>
      core.events.filter((event) => event.session === session).map((event) => event.seq),
    );
    expect(numbers).toEqual([
      [0, 1],
      [0, 1, 2],
    ]);
    expect(core.events.map((event) => event.kind)).toEqual([
      'room_state',
      'chat',
      'gap',
      'room_state',
      'chat',
    ]);
    expect(new Set(core.events.map((event) => event.eventId)).size).toBe(5);
  });

  test('the gap spans from the last line to the resumption and says how much is probably missing', async () => {
    core = startHarness(sim.settings);
    await core.until('live', isLive);
    sim.viewerSays(ANN, 'last words');
    await core.until('heard', () => core.of('chat').length === 1);
    const lastAt = core.events.at(-1)?.receivedAt ?? 0;
    await sim.irc.cut();
    await core.until('back', () => core.of('gap').length === 1);
    const gap = core.of('gap')[0];
    // The line was there a moment before it was read.
    expect(lastAt - (gap?.body.fromAt ?? 0)).toBeGreaterThanOrEqual(0);
    expect(gap?.body).toEqual({
      fromAt: expect.any(Number),
      toAt: gap?.receivedAt,
      reason: 'connection cut',
      estimate: expect.any(Number),
    });
  });

  test('a server that refuses for a while gives one gap, not one for each try', async () => {
    core = startHarness(sim.settings);
    await core.until('live', isLive);
    sim.irc.refuse(true);
    await sim.irc.cut();
    await core.until('several tries', () => core.logs.length >= 4);
    expect(core.statuses.at(-1)).toMatchObject({ state: 'reconnecting', fault: { code: 'unreachable' } });
    sim.irc.refuse(false);
    await core.until('back', isLive);
    await core.until('the gap', () => core.of('gap').length === 1);
    expect(core.counts).toEqual({ disconnects: 1 });
  });

  test('a socket that falls silent without closing is found by asking', async () => {
    const silence = { askAfterMs: 60, answerWithinMs: 60 };
    core = startHarness(sim.settings, { ...QUICK_PLAN, reading: { ...QUICK_PLAN.reading, silence } });
    await core.until('live', isLive);
    sim.irc.stall(true);
    await core.until('given up', () => core.counts.disconnects === 1);
    sim.irc.stall(false);
    await core.until('the gap', () => core.of('gap').length === 1);
    expect(core.of('gap')[0]?.body.reason).toBe('no sign of life');
  });

  test('a channel that does not exist is said so and tried again', async () => {
    core = startHarness(
      { ...sim.settings, channel: 'nobody' },
      { ...QUICK_PLAN, reading: { ...QUICK_PLAN.reading, joinWithinMs: 80 } },
    );
    await core.until('said', () => core.statuses.at(-1)?.state === 'reconnecting');
    expect(core.statuses.at(-1)?.fault).toEqual({ code: 'unreachable', detail: '#nobody did not answer' });
    expect(core.events).toEqual([]);
  });

  test('closing ends it: no further try, nothing more comes', async () => {
    core = startHarness(sim.settings);
    await core.until('live', isLive);
    await core.connection.close();
    await core.connection.close();
    const tries = sim.irc.connections();
    await sim.irc.cut();
    expect([sim.irc.connections(), core.of('gap')]).toEqual([tries, []]);
  });
});

describe('a core that is too slow', () => {
  test('2,000 wait, the rest is declared as a gap with its number, moderation lines still pass', async () => {
    core = startHarness(sim.settings);
    await core.until('live', isLive);
    core.block(true);
    for (let n = 0; n < 2_600; n += 1) sim.viewerSays(ANN, `line ${n}`);
    sim.irc.send('@target-user-id=22;tmi-sent-ts=1700000000001 :tmi.twitch.tv CLEARCHAT #sample :eve');
    await core.until('dropped', () => (core.counts.dropped ?? 0) > 0);
    sim.viewerSays(ANN, 'the last one');
    await core.until('all but those', () => core.counts.dropped === 601);
    core.block(false);
    await core.until('the gap', () => core.of('gap').length === 1);
    expect(core.of('chat').length).toBe(2_000);
    expect(core.of('mod_action').length).toBe(1);
    expect(core.of('gap')[0]?.body).toMatchObject({ reason: 'overloaded', estimate: 601 });
    expect(core.events.map((event) => event.seq)).toEqual(core.events.map((_, at) => at));
  });
});
