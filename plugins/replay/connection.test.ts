import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  checkDescription,
  checkEvents,
  checkNumbers,
  checkUnsupported,
} from '../../shared/plugin/contract.ts';
import { createHarness } from '../../shared/testing/plugin-harness.ts';
import { replay } from './index.ts';

const EVENING = fileURLToPath(new URL('cases/evening.irc.txt', import.meta.url));

const advance = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
  await new Promise((resolve) => setImmediate(resolve));
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function connect(settings: object = {}) {
  const harness = createHarness(replay.settings.parse({ file: EVENING, ...settings }), advance);
  const connection = replay.connect(harness.context);
  const control = connection.control ?? (() => expect.unreachable('a recording can be controlled'));
  const position = () => {
    const result = control({ kind: 'position' });
    return result.ok ? result.value : expect.unreachable('the position is always known');
  };
  return { harness, connection, control, position };
}

const texts = (harness: ReturnType<typeof connect>['harness']) =>
  harness.events.map((event) => (event.kind === 'chat' ? event.body.text : event.kind));

const ALL = ['first light', 'second', 'a little late', 'mod_action', 'two hours on'];

describe('the replay plugin', () => {
  it('keeps the contract', async () => {
    expect(checkDescription(replay, { file: EVENING })).toEqual([]);
    const { harness, connection } = connect({ speed: 100 });
    await harness.until(() => harness.states.includes('ended'));
    expect(await checkUnsupported(connection, replay.capabilities(harness.context.settings))).toEqual([]);
    await connection.close();
    await connection.close();
    expect(vi.getTimerCount()).toBe(0);
    expect([...checkEvents(harness.events), ...checkNumbers(harness.events)]).toEqual([]);
  });

  it('plays everything in order, in the recorded rhythm, and counts what it could not read', async () => {
    const { harness, connection, position } = connect();
    await harness.until(() => harness.events.length > 0, 20);
    const start = harness.context.clock.now();
    await harness.until(() => harness.events.length >= 3, 20);
    const second = harness.context.clock.now() - start;
    expect(second).toBeGreaterThan(800);
    expect(second).toBeLessThan(1_200);
    await harness.until(() => harness.states.includes('ended'), 500);
    expect(texts(harness)).toEqual(ALL);
    expect(harness.counts).toEqual({ refused: 1 });
    expect(position()).toEqual({ playing: false, speed: 1, atMs: 35_000, lengthMs: 35_000 });
    await connection.close();
  });

  it('moves times to now and makes ids of its own, or keeps both', async () => {
    const moved = connect({ speed: 100 });
    await moved.harness.until(() => moved.harness.states.includes('ended'));
    const mute = moved.harness.events.find((event) => event.kind === 'mod_action');
    expect(mute).toMatchObject({ platform: 'twitch', occurredAt: mute?.receivedAt, historical: false });
    expect(mute?.kind === 'mod_action' && mute.body.expiresAt).toBe((mute?.receivedAt ?? 0) + 600_000);
    expect(moved.harness.events[0]?.eventId).toMatch(/^twitch:room:chat:c-1~/);

    const kept = connect({ speed: 100, rebase: false });
    await kept.harness.until(() => kept.harness.states.includes('ended'));
    expect(kept.harness.events.map((event) => event.eventId).slice(0, 2)).toEqual([
      'twitch:room:chat:c-1',
      'twitch:room:chat:c-2',
    ]);
    expect(kept.harness.events[0]?.occurredAt).toBe(1_700_000_000_000);
    await moved.connection.close();
    await kept.connection.close();
  });

  it('pauses, changes speed and seeks both ways', async () => {
    const { harness, connection, control, position } = connect({ paused: true });
    await harness.until(() => harness.states.includes('live'));
    await harness.until(() => harness.context.clock.now() > 0);
    expect(texts(harness)).toEqual([]);
    expect(control({ kind: 'speed', speed: 1_000 })).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    control({ kind: 'speed', speed: 50 });
    control({ kind: 'seek', atMs: 4_500 });
    control({ kind: 'play' });
    await harness.until(() => harness.states.includes('ended'));
    expect(texts(harness)).toEqual(ALL.slice(3));
    control({ kind: 'seek', atMs: 0 });
    control({ kind: 'play' });
    await harness.until(() => harness.events.length >= 7);
    await connection.close();
    expect(texts(harness)).toEqual([...ALL.slice(3), ...ALL]);
    expect(new Set(harness.events.map((event) => event.eventId)).size).toBe(7);
    expect(position().speed).toBe(50);
  });

  it('begins where it is told and goes round where it is told', async () => {
    const { harness, connection } = connect({ startAtMs: 34_000, loop: true, speed: 100 });
    await harness.until(() => harness.events.length >= 6);
    await connection.close();
    expect(texts(harness).slice(0, 6)).toEqual(['two hours on', ...ALL]);
    expect([...checkEvents(harness.events), ...checkNumbers(harness.events)]).toEqual([]);
  });

  it('says which file it cannot read', async () => {
    const { harness, connection } = connect({ file: '/no/such/file' });
    await harness.until(() => harness.states.includes('failed'));
    await connection.close();
    expect(harness.events).toEqual([]);
  });
});
