import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import { yuan } from '../../../shared/domain/money.ts';
import { chatEvent, giftEvent, TEST_TIME } from '../../../shared/testing/events.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import { startTestCore } from '../testing/core.ts';
import { paidPast } from './paid-past.ts';

const DAY = 86_400_000;

async function storeWith(events: readonly LiveEvent[]) {
  const store = createMemoryStore();
  await store.write([
    { op: 'events', rows: events.map((event, index) => ({ offset: index + 1, event, verdicts: [] })) },
  ]);
  return store;
}

describe('the past of a payer', () => {
  const gift = (key: string, at: number, fen: number): LiveEvent =>
    giftEvent({ key, user: 'a', at: TEST_TIME + at, fen });

  it('tells when they first paid, and how much by the day', async () => {
    const store = await storeWith([
      gift('1', 0, 100),
      gift('2', 1_000, 200),
      chatEvent({ key: '3', user: 'a', at: TEST_TIME + 2_000 }),
      gift('4', 2 * DAY, 700),
    ]);
    const day = Math.floor(TEST_TIME / DAY);
    expect(await paidPast(store, 'room', 'demo:a', [yuan(1_000)])).toEqual({
      firstPaidAt: TEST_TIME,
      days: [
        { day: day + 2, totals: [yuan(700)] },
        { day, totals: [yuan(300)] },
      ],
    });
  });

  it('does not take the oldest that is still stored for the first', async () => {
    const store = await storeWith([gift('4', 2 * DAY, 700)]);
    expect((await paidPast(store, 'room', 'demo:a', [yuan(5_000)])).firstPaidAt).toBe(undefined);
  });
});

it('a dispute in the room says what was paid before, and that there was one before', async () => {
  const test = await startTestCore();
  const now = Date.now();
  const say = (key: string, text: string, at: number): LiveEvent => chatEvent({ key, user: 'a', text, at });
  const disputes = () =>
    [...test.core.services.desk.flags.values()].filter((flag) => flag.category === 'dispute');
  const codes = (index: number): readonly string[] =>
    disputes()[index]?.reasons.map((reason) => reason.code) ?? [];
  try {
    await test.platform.say([say('1', '大家好呀', now - 9_000)]);
    await test.until(() => test.core.services.learning.viewNow('room')?.offered);
    await test.platform.say([giftEvent({ key: '2', user: 'a', at: now - 8_000, fen: 30_000 })]);
    while ((await test.store.person('demo:a', 'room'))?.totals.length !== 1) await setImmediate();
    await test.platform.say([say('3', '礼物送错了能退吗，我要退款', now - 7_000)]);
    const first = await test.until(() => disputes()[0]);
    expect([
      first.severity,
      codes(0).includes('first_payment'),
      codes(0).includes('earlier_disputes'),
    ]).toEqual(['high', true, false]);
    await test.controller.flags.dismiss({ flagId: first.id, reason: 'other' });
    await test.platform.say([say('4', '还是要退款，礼物送错了，钱退给我', now)]);
    await test.until(() => disputes().length === 2);
    expect(codes(1)).toContain('earlier_disputes');
  } finally {
    await test.core.close();
  }
});
