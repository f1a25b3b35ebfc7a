import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../shared/domain/actor.ts';
import type { AuditDraft } from '../../shared/domain/audit.ts';
import type { LiveEvent } from '../../shared/domain/event.ts';
import type { Flag } from '../../shared/domain/flag.ts';
import { yuan } from '../../shared/domain/money.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { anyEvent, chatEvent, gapEvent, giftEvent, TEST_TIME } from '../../shared/testing/events.ts';
import { verifyAuditChain } from './audit-chain.ts';
import type { PersonNote } from './records.ts';
import type { EventQuery, Store, StoredEvent, StoreOp } from './store.ts';
import { StoreError } from './store-error.ts';

/** How the suite gets at the store it checks. */
export interface StoreUnderTest {
  readonly open: () => Promise<Store>;
  /** Closes and opens again over the same data; absent where nothing outlives the process. */
  readonly reopen?: (store: Store) => Promise<Store>;
  readonly dispose: () => Promise<void>;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** One suite for every store: what is true of one is true of the other. */
export function storeContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`store contract: ${name}`, () => {
    let under: StoreUnderTest;
    let store: Store;

    beforeEach(async () => {
      under = await make();
      store = await under.open();
    });
    afterEach(async () => {
      await store.close();
      await under.dispose();
    });

    const put = (rows: readonly StoredEvent[]) => store.write([{ op: 'events', rows }]);
    const ids = async (query: Partial<EventQuery>): Promise<readonly string[]> =>
      keysOf((await store.events({ order: 'newest', limit: 100, ...query })).rows);

    it('S1 gives back exactly what was written', async () => {
      const rows = [
        stored(1, chatEvent({ key: 'a', text: '你好' }), [verdict('ad')]),
        stored(2, giftEvent({ key: 'b' })),
      ];
      expect(await put(rows)).toEqual({ duplicates: [], audit: [] });
      expect((await store.events({ order: 'oldest', limit: 10 })).rows).toEqual(rows);
      expect(await store.eventById('demo:room:chat:a')).toEqual(rows[0]);
      expect(await store.eventById('demo:room:chat:none')).toBe(null);
    });

    it('S2 writes all operations or none', async () => {
      await put([stored(1, chatEvent({ key: 'kept', text: '原来' }))]);
      const broken = { op: 'delete', table: 'nowhere', id: 'x' } as unknown as StoreOp;
      const write = store.write([
        { op: 'events', rows: [stored(2, chatEvent({ key: 'lost', text: '丢失', user: 'u2' }))] },
        { op: 'put', table: 'flags', row: flag('f1') },
        { op: 'audit', entry: draft('flag.open') },
        broken,
      ]);
      await expect(write).rejects.toThrow(StoreError);
      await expect(write).rejects.toThrow(/^write: /);
      expect(await ids({})).toEqual(['kept']);
      expect(await ids({ text: '丢失' })).toEqual([]);
      expect(await store.get('flags', 'f1')).toBe(null);
      expect(await store.audit({ limit: 10 })).toEqual([]);
      expect(await store.person('demo:u2')).toBe(null);
      const sums = await store.timeline('room', TEST_TIME, TEST_TIME + 1, 10_000);
      expect(sums.map((bucket) => bucket.chat)).toEqual([1]);
    });

    it('S3 a failed write does not take its neighbours with it', async () => {
      const broken = { op: 'delete', table: 'nowhere', id: 'x' } as unknown as StoreOp;
      const results = await Promise.allSettled([
        put([stored(1, chatEvent({ key: 'a' }))]),
        store.write([{ op: 'events', rows: [stored(2, chatEvent({ key: 'b' }))] }, broken]),
        put([stored(3, chatEvent({ key: 'c' }))]),
      ]);
      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await ids({ order: 'oldest' })).toEqual(['a', 'c']);
    });

    it('S4 tells repeats and does not store them again', async () => {
      const first = stored(1, chatEvent({ key: 'a', text: '退款' }));
      await put([first]);
      const again = await put([
        stored(2, chatEvent({ key: 'a', text: '退款' })),
        stored(3, chatEvent({ key: 'b', text: '退款' })),
        stored(4, chatEvent({ key: 'b', text: '退款' })),
      ]);
      expect(again.duplicates).toEqual(['demo:room:chat:a', 'demo:room:chat:b']);
      expect(await ids({ text: '退款' })).toEqual(['b', 'a']);
      expect((await store.person('demo:u1'))?.messages).toBe(2);
    });

    it('S5 knows a repeat of just before midnight', async () => {
      const midnight = Math.ceil(TEST_TIME / DAY) * DAY;
      await put([stored(1, chatEvent({ key: 'a', at: midnight - 1000 }))]);
      const result = await put([
        stored(2, chatEvent({ key: 'a', at: midnight - 1000, base: { receivedAt: midnight + 1000 } })),
        stored(3, chatEvent({ key: 'b', at: midnight + 1000 })),
      ]);
      expect(result.duplicates).toEqual(['demo:room:chat:a']);
      expect(await ids({})).toEqual(['b', 'a']);
    });

    it('S6 pages through events in both directions, across days', async () => {
      const rows = Array.from({ length: 25 }, (_, index) =>
        stored(index, chatEvent({ key: `k${index}`, at: TEST_TIME + index * (DAY / 10) })),
      );
      await put(rows);
      const keys = keysOf(rows);
      expect(await walk(store, { order: 'oldest', limit: 7 })).toEqual(keys);
      expect(await walk(store, { order: 'newest', limit: 7 })).toEqual(keys.toReversed());
      expect(await walk(store, { order: 'newest', limit: 5, roomId: 'room' })).toEqual(keys.toReversed());
      expect(await walk(store, { order: 'oldest', limit: 25 })).toEqual(keys);
    });

    it('S7 resumes a room after an offset', async () => {
      await put([
        stored(0, chatEvent({ key: 'a' })),
        stored(0, chatEvent({ key: 'x', roomId: 'other' })),
        stored(1, chatEvent({ key: 'b' })),
        stored(2, chatEvent({ key: 'c' })),
      ]);
      expect(await ids({ roomId: 'room', afterOffset: 0, order: 'oldest' })).toEqual(['b', 'c']);
      expect(await ids({ roomId: 'room', afterOffset: 2, order: 'oldest' })).toEqual([]);
      expect(await store.nextOffsets()).toEqual({ room: 3, other: 1 });
    });

    describe('S8 search', () => {
      const texts: readonly (readonly [key: string, text: string])[] = [
        ['refund', '我要退款，马上！'],
        ['traditional', '主播請退錢'],
        ['wide', 'ＱＱ１２３４５ 加微信'],
        ['latin', 'Hello World, refund please'],
        ['split', '退, 款'],
        ['mixed', '加v信12345'],
        ['emoji', '退款😂😂'],
        ['rare', '𬌗字与〇'],
        ['kana', 'ありがとう主播'],
        ['none', '😂 !!!'],
      ];
      const cases: readonly (readonly [query: string, keys: readonly string[]])[] = [
        ['退款', ['emoji', 'refund']],
        ['要退款', ['refund']],
        ['款', ['emoji', 'split', 'refund']],
        ['退', ['emoji', 'split', 'traditional', 'refund']],
        ['退钱', ['traditional']],
        ['請退', ['traditional']],
        ['hello', ['latin']],
        ['WORLD', ['latin']],
        ['refu', ['latin']],
        ['fund', []],
        ['please hello', ['latin']],
        ['hello 退款', []],
        ['12345', ['mixed', 'wide']],
        ['qq123', ['wide']],
        ['加微', ['wide']],
        ['加v信', ['mixed']],
        ['加v', ['mixed']],
        ['信1', ['mixed']],
        ['马上 退款', ['refund']],
        ['𬌗', ['rare']],
        ['𬌗字', ['rare']],
        ['とう主', ['kana']],
        ['"退款" OR *', []],
        ['!!!', []],
        ["' ; --", []],
      ];
      beforeEach(() => put(texts.map(([key, text], index) => stored(index, chatEvent({ key, text })))));
      it('finds each', async () => {
        const found = await Promise.all(cases.map(async ([text]) => [text, await ids({ text })]));
        expect(found).toEqual(cases);
        const byPerson = cases.map(async ([text]) => [text, await ids({ text, personId: 'demo:u1' })]);
        expect(await Promise.all(byPerson)).toEqual(cases);
      });
      it('takes blank text for no text', async () => {
        expect(await ids({ text: '  ' })).toHaveLength(texts.length);
      });
      it('pages through what it finds', async () => {
        expect(await walk(store, { order: 'newest', limit: 1, text: '退' })).toEqual([
          'emoji',
          'split',
          'traditional',
          'refund',
        ]);
        expect(await walk(store, { order: 'oldest', limit: 2, text: '退' })).toEqual([
          'refund',
          'traditional',
          'split',
          'emoji',
        ]);
      });
    });

    describe('S9 filters', () => {
      const at = (minutes: number): number => TEST_TIME + minutes * MINUTE;
      const rows = [
        stored(0, chatEvent({ key: 'a', at: at(0), user: 'u1', text: '广告加群' }), [verdict('ad')]),
        stored(1, chatEvent({ key: 'b', at: at(1), user: 'u2', text: '广告而已' }), [verdict('ad', false)]),
        stored(0, chatEvent({ key: 'c', at: at(2), user: 'u1', roomId: 'other', text: '广告' })),
        stored(2, giftEvent({ key: 'd', at: at(3), user: 'u2' })),
        stored(3, chatEvent({ key: 'e', at: at(4), user: 'u3', text: '骂人' }), [
          verdict('abuse'),
          verdict('ad', true, true),
        ]),
        stored(4, gapEvent({ key: 'f', fromAt: at(4), toAt: at(5) })),
        stored(1, giftEvent({ key: 'g', at: at(6), user: 'u1', roomId: 'other' })),
        stored(5, anyEvent('enter', {}, { key: 'h', at: at(7), user: 'u1' })),
        stored(6, chatEvent({ key: 'i', at: at(8), base: { occurredAt: at(-30), receivedAt: at(8) } })),
      ];
      const cases: readonly (readonly [name: string, query: Partial<EventQuery>, keys: string])[] = [
        ['room', { roomId: 'other' }, 'g c'],
        ['unknown room', { roomId: 'nowhere' }, ''],
        ['kind', { kinds: ['gift'] }, 'g d'],
        ['kinds', { kinds: ['gap', 'gift', 'enter'], roomId: 'room' }, 'h f d'],
        ['kinds with chat', { kinds: ['chat', 'gap'], roomId: 'room' }, 'i f e b a'],
        ['no kind', { kinds: [] }, ''],
        ['person', { personId: 'demo:u1' }, 'i h g c a'],
        ['person in room', { personId: 'demo:u1', roomId: 'other' }, 'g c'],
        ['unknown person', { personId: 'demo:nobody' }, ''],
        ['category', { category: 'ad' }, 'e b a'],
        ['category raised', { category: 'ad', flaggedOnly: true }, 'a'],
        ['flagged', { flaggedOnly: true }, 'e a'],
        ['flagged in room', { flaggedOnly: true, roomId: 'room', from: at(1) }, 'e'],
        ['time', { from: at(1), to: at(4) }, 'd c b'],
        ['time of a late one', { from: at(-31), to: at(-29) }, 'i'],
        ['time in room', { roomId: 'room', from: at(3), to: at(6) }, 'f e d'],
        ['time without events', { from: at(100) }, ''],
        ['text and room', { text: '广告', roomId: 'room' }, 'b a'],
        ['text and person', { text: '广告', personId: 'demo:u1' }, 'c a'],
        ['text and category', { text: '广告', category: 'ad' }, 'b a'],
        ['text and time', { text: '广告', from: at(1) }, 'c b'],
        ['text and kind', { text: '广告', kinds: ['gift'] }, ''],
        ['text and flagged', { text: '加群', flaggedOnly: true }, 'a'],
        ['person, kind and time', { personId: 'demo:u1', kinds: ['gift', 'enter'], from: at(7) }, 'h'],
      ];
      it('finds each', async () => {
        await put(rows);
        for (const [name, query, keys] of cases) {
          const expected = keys === '' ? [] : keys.split(' ');
          expect([name, await ids(query)]).toEqual([name, expected]);
          expect([name, await ids({ ...query, order: 'oldest' })]).toEqual([name, expected.toReversed()]);
          expect([name, await walk(store, { ...query, order: 'newest', limit: 1 })]).toEqual([
            name,
            expected,
          ]);
        }
      });
    });

    it('S10 sums a timeline, with gaps and money', async () => {
      const at = (seconds: number): number => TEST_TIME + seconds * 1000;
      await put([
        stored(0, chatEvent({ key: 'a', at: at(1) })),
        stored(1, chatEvent({ key: 'b', at: at(2) }), [verdict('ad')]),
        stored(2, giftEvent({ key: 'c', at: at(3), fen: 131400 })),
        stored(3, giftEvent({ key: 'd', at: at(4), fen: 1, counted: false })),
      ]);
      await put([
        stored(4, chatEvent({ key: 'e', at: at(9) })),
        stored(
          5,
          giftEvent({
            key: 'f',
            at: at(25),
            fen: 5,
            money: { ...yuan(5), amountMinor: '9007199254740993000', cnyFen: '9007199254740993000' },
          }),
        ),
        stored(6, gapEvent({ key: 'g', fromAt: at(15), toAt: at(32) })),
        stored(7, gapEvent({ key: 'h', fromAt: at(28), toAt: at(34) })),
        stored(0, chatEvent({ key: 'x', at: at(1), roomId: 'other' })),
      ]);
      const bucket = (
        seconds: number,
        chat: number,
        gifts: number,
        flagged: number,
        giftFen: string,
        gapMs: number,
      ) => ({
        at: at(seconds),
        chat,
        gifts,
        flagged,
        giftFen,
        gapMs,
      });
      expect(await store.timeline('room', at(0), at(50), 10_000)).toEqual([
        bucket(0, 3, 2, 1, '131400', 0),
        bucket(10, 0, 0, 0, '0', 5000),
        bucket(20, 0, 1, 0, '9007199254740993000', 10_000),
        bucket(30, 0, 0, 0, '0', 4000),
        bucket(40, 0, 0, 0, '0', 0),
      ]);
      expect(await store.timeline('room', at(0), at(50), 60_000)).toEqual([
        bucket(0, 3, 3, 1, '9007199254741124400', 19_000),
      ]);
      expect(await store.timeline('nowhere', at(0), at(10), 10_000)).toEqual([bucket(0, 0, 0, 0, '0', 0)]);
      await expect(store.timeline('room', 0, at(0), 10_000)).rejects.toThrow(/timeline: invalid/);
    });

    it('S11 sums a person over rooms and days', async () => {
      const bits = { kind: 'virtual', unit: 'bits', amountMinor: '100', scale: 0, cnyFen: null } as const;
      await put([
        stored(0, chatEvent({ key: 'a', user: 'u1', name: '旧名' })),
        stored(1, giftEvent({ key: 'b', user: 'u1', name: '旧名', fen: 500, at: TEST_TIME + 1 })),
        stored(2, chatEvent({ key: 'c', user: 'u2' })),
        stored(0, chatEvent({ key: 'd', user: 'u1', roomId: 'other', at: TEST_TIME + 2 })),
      ]);
      await put([
        stored(3, giftEvent({ key: 'e', user: 'u1', name: '新名', fen: 70, at: TEST_TIME + DAY })),
        stored(4, giftEvent({ key: 'f', user: 'u1', name: '新名', money: bits, at: TEST_TIME + DAY + 1 })),
        stored(
          5,
          giftEvent({ key: 'g', user: 'u1', name: '新名', fen: 7, counted: false, at: TEST_TIME + DAY + 2 }),
        ),
      ]);
      const all = {
        personId: 'demo:u1',
        name: '新名',
        firstSeenAt: TEST_TIME,
        lastSeenAt: TEST_TIME + DAY + 2,
      };
      expect(await store.person('demo:u1')).toEqual({ ...all, messages: 2, totals: [yuan(570), bits] });
      expect(await store.person('demo:u1', 'room')).toEqual({
        ...all,
        messages: 1,
        totals: [yuan(570), bits],
      });
      expect(await store.person('demo:u1', 'room', TEST_TIME + DAY)).toEqual({
        ...all,
        firstSeenAt: TEST_TIME + DAY,
        messages: 0,
        totals: [yuan(70), bits],
      });
      expect(await store.person('demo:u1', 'room', TEST_TIME + 2 * DAY)).toBe(null);
      expect(await store.person('demo:nobody')).toBe(null);
    });

    it('S12 lists records by field, time and page', async () => {
      const rows = [
        flag('f1', 0),
        flag('f2', 1),
        flag('f3', 2, { roomId: 'other' }),
        flag('f4', 2),
        flag('f5', 3, { state: 'resolved' }),
      ];
      await store.write(rows.map((row) => ({ op: 'put', table: 'flags', row })));
      const list = async (query: Partial<Parameters<Store['list']>[0]>) => {
        const page = await store.list({ table: 'flags', limit: 100, ...query });
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
        const page = await store.list({ table: 'flags', limit: 2, cursor });
        seen.push(...page.rows.map((row) => row.id));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(seen.join(' ')).toBe('f5 f4 f3 f2 f1');
      await expect(store.list({ table: 'flags', where: { number: '1' }, limit: 1 })).rejects.toThrow(
        /list: invalid/,
      );
      await expect(store.list({ table: 'flags', cursor: 'x', limit: 1 })).rejects.toThrow(/list: invalid/);
      await expect(store.events({ order: 'newest', cursor: '../x', limit: 1 })).rejects.toThrow(
        /events: invalid/,
      );
    });

    it('S13 replaces and deletes records, the last word of a write wins', async () => {
      const note: PersonNote = {
        id: 'n1',
        personId: 'demo:u1',
        roomId: 'room',
        at: TEST_TIME,
        by: SYSTEM,
        text: 'one',
      };
      await store.write([
        { op: 'put', table: 'notes', row: note },
        { op: 'put', table: 'notes', row: { ...note, text: 'two', personId: 'demo:u2' } },
        {
          op: 'put',
          table: 'settings',
          row: { id: 's', value: { list: [1, null, 'x'] }, updatedAt: TEST_TIME },
        },
      ]);
      expect(await store.get('notes', 'n1')).toEqual({ ...note, text: 'two', personId: 'demo:u2' });
      expect((await store.list({ table: 'notes', where: { personId: 'demo:u1' }, limit: 9 })).rows).toEqual(
        [],
      );
      expect((await store.get('settings', 's'))?.value).toEqual({ list: [1, null, 'x'] });
      await store.write([
        { op: 'delete', table: 'notes', id: 'n1' },
        { op: 'delete', table: 'notes', id: 'never' },
      ]);
      expect(await store.get('notes', 'n1')).toBe(null);
    });

    it('S14 chains the audit', async () => {
      const first = await store.write([
        { op: 'audit', entry: draft('a', { roomId: 'room' }) },
        { op: 'audit', entry: draft('b', { detail: '详情' }) },
      ]);
      await store.write([{ op: 'audit', entry: draft('c', { roomId: 'room' }) }]);
      const all = await store.audit({ limit: 10 });
      expect(all.map((entry) => [entry.seq, entry.what])).toEqual([
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ]);
      expect(first.audit).toEqual(all.slice(0, 2));
      expect(verifyAuditChain(all)).toEqual({ ok: true, entries: 3 });
      expect((await store.audit({ limit: 1 })).map((entry) => entry.what)).toEqual(['c']);
      expect((await store.audit({ fromSeq: 2, limit: 1 })).map((entry) => entry.what)).toEqual(['b']);
      expect((await store.audit({ roomId: 'room', limit: 9 })).map((entry) => entry.what)).toEqual([
        'a',
        'c',
      ]);
    });

    it('S15 removes days by age and keeps decisions, sums and offsets', async () => {
      await store.write([
        {
          op: 'events',
          rows: [
            stored(0, giftEvent({ key: 'a', fen: 9 })),
            stored(1, chatEvent({ key: 'b', at: TEST_TIME + DAY, text: '退款' })),
          ],
        },
        { op: 'put', table: 'flags', row: flag('f1') },
      ]);
      await put([stored(0, chatEvent({ key: 'c', roomId: 'late', at: TEST_TIME + 2 * DAY }))]);
      const rule = { now: TEST_TIME + 2 * DAY, maxAgeDays: 1, maxBytes: 1e12 };
      expect(await store.retain({ ...rule, maxAgeDays: 2 })).toEqual([]);
      expect(await store.retain(rule)).toEqual([fileName(TEST_TIME)]);
      expect(await ids({})).toEqual(['c', 'b']);
      expect(await store.retain({ ...rule, maxAgeDays: 0 })).toEqual([fileName(TEST_TIME + DAY)]);
      expect(await ids({ text: '退款' })).toEqual([]);
      expect(await store.eventById('demo:room:gift:a')).toBe(null);
      expect(await store.get('flags', 'f1')).toEqual(flag('f1'));
      expect(await store.nextOffsets()).toEqual({ room: 2, late: 1 });
      expect(await store.person('demo:u1')).toEqual({
        personId: 'demo:u1',
        name: 'u1',
        firstSeenAt: TEST_TIME,
        lastSeenAt: TEST_TIME + 2 * DAY,
        messages: 2,
        totals: [yuan(9)],
      });
    });

    it('S16 removes days by size, oldest first, never the newest', async () => {
      await put(
        [0, 1, 2].map((day) => stored(day, chatEvent({ key: `k${day}`, at: TEST_TIME + day * DAY }))),
      );
      const rule = { now: TEST_TIME + 2 * DAY, maxAgeDays: 99, maxBytes: 1 };
      expect(await store.retain(rule)).toEqual([fileName(TEST_TIME), fileName(TEST_TIME + DAY)]);
      expect(await ids({})).toEqual(['k2']);
    });

    it('S17 tells the newest event ids', async () => {
      await put(
        [0, 1, 2, 3].map((day) =>
          stored(day, chatEvent({ key: `k${day}`, at: TEST_TIME + day * (DAY / 2) })),
        ),
      );
      expect(await store.recentEventIds(3)).toEqual([
        'demo:room:chat:k3',
        'demo:room:chat:k2',
        'demo:room:chat:k1',
      ]);
      expect(await store.recentEventIds(99)).toHaveLength(4);
    });

    it('S18 shows what it holds', async () => {
      await put([stored(0, chatEvent({ key: 'a' })), stored(1, chatEvent({ key: 'b' }))]);
      const gauges = store.gauges();
      expect(gauges).toMatchObject({ backlogEvents: 0, events: 2, commits: 1 });
      expect(gauges.credit).toBeGreaterThanOrEqual(20_000);
    });

    it('S19 refuses everything once closed', async () => {
      await store.close();
      await expect(put([stored(0, chatEvent({}))])).rejects.toThrow(StoreError);
      await expect(store.get('flags', 'x')).rejects.toThrow(/^get: store_failed/);
      store = await under.open();
    });

    it('S20 is the same after it was opened again', async (context) => {
      if (under.reopen === undefined) return context.skip();
      await store.write([
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
        await store.events({ order: 'newest', limit: 10, text: '退款' }),
        await store.events({ order: 'newest', limit: 10 }),
        await store.person('demo:u1'),
        await store.timeline('room', TEST_TIME, TEST_TIME + 1, 10_000),
        await store.list({ table: 'flags', limit: 10 }),
        await store.audit({ limit: 10 }),
        await store.nextOffsets(),
        await store.recentEventIds(10),
      ];
      const before = await look();
      store = await under.reopen(store);
      expect(await look()).toEqual(before);
      const { duplicates, audit } = await store.write([
        { op: 'events', rows: [stored(5, chatEvent({ key: 'b', text: '退款' }))] },
        { op: 'audit', entry: draft('b') },
      ]);
      expect([duplicates, audit[0]?.seq]).toEqual([['demo:room:chat:b'], 2]);
    });
  });
}

/** A row as the core hands it over. */
export function stored(offset: number, event: LiveEvent, verdicts: readonly Verdict[] = []): StoredEvent {
  return { offset, event, verdicts };
}

function verdict(category: Verdict['category'], flagged = true, shadow = false): Verdict {
  return {
    category,
    score: 0.9,
    flag: flagged,
    reasons: [],
    by: `${category}@1`,
    ...(shadow ? { shadow } : {}),
  };
}

/** An audit draft of the system. */
export function draft(what: string, more: Partial<AuditDraft> = {}): AuditDraft {
  return { at: TEST_TIME, actor: SYSTEM, what, ...more };
}

/** An open flag that began some ms after the test's time. */
export function flag(id: string, after = 0, more: Partial<Flag> = {}): Flag {
  const at = TEST_TIME + after;
  return {
    id,
    roomId: 'room',
    category: 'ad',
    severity: 'mid',
    state: 'open',
    person: { id: 'demo:u1', nativeId: 'u1', name: 'u1', actionable: true },
    members: [],
    memberCount: 0,
    bystanders: [],
    count: 1,
    evidence: [],
    reasons: [],
    score: 0.9,
    by: 'ad@1',
    firstAt: at,
    lastAt: at,
    dueAt: at + 1,
    actionIds: [],
    ticketIds: [],
    updatedAt: at,
    version: 1,
    ...more,
  };
}

async function walk(store: Store, query: EventQuery): Promise<readonly string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.events({ ...query, cursor });
    expect(page.rows.length).toBeLessThanOrEqual(query.limit);
    keys.push(...keysOf(page.rows));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return keys;
}

function keysOf(rows: readonly StoredEvent[]): readonly string[] {
  return rows.map((row) => row.event.eventId.split(':').at(-1) ?? '');
}

function fileName(at: number): string {
  return `events-${new Date(at).toISOString().slice(0, 10)}.sqlite`;
}
