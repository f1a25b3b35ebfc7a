import { expect, it } from 'vitest';
import { yuan } from '../../../shared/domain/money.ts';
import { chatEvent, giftEvent, TEST_TIME } from '../../../shared/testing/events.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import type { Lab } from './helpers.ts';
import { DAY, draft, fileName, flag, stored, verdict } from './helpers.ts';

/** What stays: lists, retention, offsets, gauges, and all of it after a restart. */
export function keepingContract(lab: Lab): void {
  it('S12 lists records by field, time and page', async () => {
    const rows = [
      flag('f1', 0),
      flag('f2', 1),
      flag('f3', 2, { roomId: 'other' }),
      flag('f4', 2),
      flag('f5', 3, { state: 'resolved' }),
    ];
    await lab.store().write(rows.map((row) => ({ op: 'put', table: 'flags', row })));
    const list = async (query: Partial<Parameters<Store['list']>[0]>) => {
      const page = await lab.store().list({ table: 'flags', limit: 100, ...query });
      return page.rows.map((row) => row.id).join(' ');
    };
    expect(await list({})).toBe('f5 f4 f3 f2 f1');
    expect(await list({ order: 'oldest' })).toBe('f1 f2 f3 f4 f5');
    expect(await list({ where: { roomId: 'room', state: 'open' } })).toBe('f4 f2 f1');
    expect(await list({ where: { personId: 'demo:u1' }, from: TEST_TIME + 1, to: TEST_TIME + 3 })).toBe(
      'f4 f3 f2',
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await lab.store().list({ table: 'flags', limit: 2, cursor });
      seen.push(...page.rows.map((row) => row.id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(seen.join(' ')).toBe('f5 f4 f3 f2 f1');
    await expect(lab.store().list({ table: 'flags', where: { number: '1' }, limit: 1 })).rejects.toThrow(
      /list: invalid/,
    );
    await expect(lab.store().list({ table: 'flags', cursor: 'x', limit: 1 })).rejects.toThrow(
      /list: invalid/,
    );
    await expect(lab.store().events({ order: 'newest', cursor: '../x', limit: 1 })).rejects.toThrow(
      /events: invalid/,
    );
  });

  it('S15 removes days by age and keeps decisions, sums and offsets', async () => {
    await lab.store().write([
      {
        op: 'events',
        rows: [
          stored(0, giftEvent({ key: 'a', fen: 9 })),
          stored(1, chatEvent({ key: 'b', at: TEST_TIME + DAY, text: '退款' })),
        ],
      },
      { op: 'put', table: 'flags', row: flag('f1') },
    ]);
    await lab.put([stored(0, chatEvent({ key: 'c', roomId: 'late', at: TEST_TIME + 2 * DAY }))]);
    const rule = { now: TEST_TIME + 2 * DAY, maxAgeDays: 1, maxBytes: 1e12 };
    expect(await lab.store().retain({ ...rule, maxAgeDays: 2 })).toEqual([]);
    expect(await lab.store().retain(rule)).toEqual([fileName(TEST_TIME)]);
    expect(await lab.ids({})).toEqual(['c', 'b']);
    expect(await lab.store().retain({ ...rule, maxAgeDays: 0 })).toEqual([fileName(TEST_TIME + DAY)]);
    expect(await lab.ids({ text: '退款' })).toEqual([]);
    expect(await lab.store().eventById('demo:room:gift:a')).toBe(null);
    expect(await lab.store().get('flags', 'f1')).toEqual(flag('f1'));
    expect(await lab.store().nextOffsets()).toEqual({ room: 2, late: 1 });
    expect(await lab.store().person('demo:u1')).toEqual({
      personId: 'demo:u1',
      name: 'u1',
      firstSeenAt: TEST_TIME,
      lastSeenAt: TEST_TIME + 2 * DAY,
      messages: 2,
      totals: [yuan(9)],
    });
  });

  it('S16 removes days by size, oldest first, never the newest', async () => {
    await lab.put(
      [0, 1, 2].map((day) => stored(day, chatEvent({ key: `k${day}`, at: TEST_TIME + day * DAY }))),
    );
    const rule = { now: TEST_TIME + 2 * DAY, maxAgeDays: 99, maxBytes: 1 };
    expect(await lab.store().retain(rule)).toEqual([fileName(TEST_TIME), fileName(TEST_TIME + DAY)]);
    expect(await lab.ids({})).toEqual(['k2']);
  });

  it('S17 tells the newest event ids', async () => {
    await lab.put(
      [0, 1, 2, 3].map((day) => stored(day, chatEvent({ key: `k${day}`, at: TEST_TIME + day * (DAY / 2) }))),
    );
    expect(await lab.store().recentEventIds(3)).toEqual([
      'demo:room:chat:k3',
      'demo:room:chat:k2',
      'demo:room:chat:k1',
    ]);
    expect(await lab.store().recentEventIds(99)).toHaveLength(4);
  });

  it('S18 shows what it holds', async () => {
    await lab.put([stored(0, chatEvent({ key: 'a' })), stored(1, chatEvent({ key: 'b' }))]);
    const gauges = lab.store().gauges();
    expect(gauges).toMatchObject({ backlogEvents: 0, events: 2, commits: 1 });
    expect(gauges.credit).toBeGreaterThanOrEqual(20_000);
  });

  it('S19 refuses everything once closed', async () => {
    await lab.store().close();
    await expect(lab.put([stored(0, chatEvent({}))])).rejects.toThrow(StoreError);
    await expect(lab.store().get('flags', 'x')).rejects.toThrow(/^get: store_failed/);
  });

  it('S20 is the same after it was opened again', async (context) => {
    if (lab.reopen === undefined)
      return context.skip('a store in memory has no files to open again; the SQLite suite runs this');
    await lab.store().write([
      {
        op: 'events',
        rows: [
          stored(0, giftEvent({ key: 'a', fen: 9 })),
          stored(1, chatEvent({ key: 'b', text: '退款' }), [verdict('dispute')]),
        ],
      },
      { op: 'put', table: 'flags', row: flag('f1') },
      { op: 'audit', entry: draft('a') },
    ]);
    const look = async () => [
      await lab.store().events({ order: 'newest', limit: 10, text: '退款' }),
      await lab.store().events({ order: 'newest', limit: 10 }),
      await lab.store().person('demo:u1'),
      await lab.store().timeline('room', TEST_TIME, TEST_TIME + 1, 10_000),
      await lab.store().list({ table: 'flags', limit: 10 }),
      await lab.store().audit({ limit: 10 }),
      await lab.store().nextOffsets(),
      await lab.store().recentEventIds(10),
    ];
    const before = await look();
    await lab.reopen();
    expect(await look()).toEqual(before);
    const { duplicates, audit } = await lab.store().write([
      { op: 'events', rows: [stored(5, chatEvent({ key: 'b', text: '退款' }))] },
      { op: 'audit', entry: draft('b') },
    ]);
    expect([duplicates, audit[0]?.seq]).toEqual([['demo:room:chat:b'], 2]);
  });
}
