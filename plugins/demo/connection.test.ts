import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  actionOf,
  checkDescription,
  checkEvents,
  checkNumbers,
  checkUnsupported,
} from '../../shared/plugin/contract.ts';
import { createHarness } from '../../shared/testing/plugin-harness.ts';
import { demo } from './index.ts';

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

function connect(settings: object) {
  const harness = createHarness(demo.settings.parse(settings), advance);
  return { harness, connection: demo.connect(harness.context) };
}

describe('the demo plugin', () => {
  it('keeps the contract', async () => {
    expect(checkDescription(demo, {})).toEqual([]);
    const { harness, connection } = connect({ rate: 5 });
    await harness.until(() => harness.events.length > 1_000);
    expect(await checkUnsupported(connection, demo.capabilities(harness.context.settings))).toEqual([]);
    await connection.close();
    await connection.close();
    expect(vi.getTimerCount()).toBe(0);
    expect([...checkEvents(harness.events), ...checkNumbers(harness.events)]).toEqual([]);
    expect(harness.states).toEqual(['live', 'idle', 'idle']);
  });

  it('stops a flood when it is muted, and tells of it', async () => {
    const { harness, connection } = connect({});
    const flood = () =>
      harness.events.filter((event) => event.kind === 'chat' && event.actor?.name === '冲榜小王子');
    await harness.until(() => flood().length >= 4);
    const nativeId = flood()[0]?.actor?.id ?? null;
    const target = { id: `demo:${nativeId}`, nativeId, name: '冲榜小王子', actionable: true };
    const before = flood().length;
    const result = await connection.perform(actionOf('mute', { id: 'mine', target, durationSec: 600 }));
    expect(result).toMatchObject({ kind: 'accepted' });
    const confirmed = () =>
      harness.events.find((event) => event.kind === 'mod_action' && event.body.correlationId === 'mine');
    await harness.until(() => confirmed() !== undefined);
    const rounds = harness.events.length + 200;
    await harness.until(() => harness.events.length > rounds);
    await connection.close();
    expect(flood().length).toBe(before);
    expect(confirmed()).toMatchObject({ body: { action: 'mute', origin: 'self' }, target: { id: nativeId } });
  });

  it('declares a gap when the line of the stage room breaks, with a new session', async () => {
    const { harness, connection } = connect({ room: '舞台·周年' });
    const gap = () => harness.events.find((event) => event.kind === 'gap');
    await harness.until(() => gap() !== undefined);
    const after = harness.events.length + 20;
    await harness.until(() => harness.events.length > after);
    await connection.close();
    const body = gap()?.kind === 'gap' ? gap()?.body : undefined;
    expect(body).toMatchObject({ reason: 'reconnect', estimate: expect.any(Number) });
    expect(new Set(harness.events.map((event) => event.session)).size).toBeGreaterThan(1);
    expect([...checkEvents(harness.events), ...checkNumbers(harness.events)]).toEqual([]);
    expect(harness.states.slice(0, 3)).toEqual(['live', 'reconnecting', 'live']);
  });

  it('does not catch up with a laptop that slept', async () => {
    const { harness, connection } = connect({});
    await harness.until(() => harness.events.length > 5);
    const before = harness.events.length;
    await harness.until(() => harness.events.length > before, 120_000);
    await connection.close();
    expect(harness.events.length - before).toBeLessThan(400);
  });
});
