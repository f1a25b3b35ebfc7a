import { beforeEach, describe, expect, it } from 'vitest';
import { yuan } from '../../../shared/domain/money.ts';
import { anyEvent, chatEvent, gapEvent, giftEvent, TEST_TIME } from '../../../shared/testing/events.ts';
import type { EventQuery } from '../store.ts';
import type { Lab } from './helpers.ts';
import { DAY, keysOf, MINUTE, stored, verdict, walk } from './helpers.ts';

/** What events can be asked: pages, offsets, words, filters, sums. */
export function queriesContract(lab: Lab): void {
  it('S6 pages through events in both directions, across days', async () => {
    const rows = Array.from({ length: 25 }, (_, index) =>
      stored(index, chatEvent({ key: `k${index}`, at: TEST_TIME + index * (DAY / 10) })),
    );
    await lab.put(rows);
    const keys = keysOf(rows);
    expect(await walk(lab.store(), { order: 'oldest', limit: 7 })).toEqual(keys);
    expect(await walk(lab.store(), { order: 'newest', limit: 7 })).toEqual(keys.toReversed());
    expect(await walk(lab.store(), { order: 'newest', limit: 5, roomId: 'room' })).toEqual(keys.toReversed());
    expect(await walk(lab.store(), { order: 'oldest', limit: 25 })).toEqual(keys);
  });

  it('S7 resumes a room after an offset', async () => {
    await lab.put([
      stored(0, chatEvent({ key: 'a' })),
      stored(0, chatEvent({ key: 'x', roomId: 'other' })),
      stored(1, chatEvent({ key: 'b' })),
      stored(2, chatEvent({ key: 'c' })),
    ]);
    expect(await lab.ids({ roomId: 'room', afterOffset: 0, order: 'oldest' })).toEqual(['b', 'c']);
    expect(await lab.ids({ roomId: 'room', afterOffset: 2, order: 'oldest' })).toEqual([]);
    expect(await lab.store().nextOffsets()).toEqual({ room: 3, other: 1 });
    await lab.put(
      [3, 4, 5].map((offset) =>
        stored(offset, chatEvent({ key: `d${offset}`, at: TEST_TIME + offset * DAY })),
      ),
    );
    expect(await lab.ids({ roomId: 'room', afterOffset: 1, order: 'oldest' })).toEqual([
      'c',
      'd3',
      'd4',
      'd5',
    ]);
    expect(await lab.ids({ roomId: 'room', afterOffset: 4, order: 'oldest' })).toEqual(['d5']);
    expect(await lab.ids({ roomId: 'other', afterOffset: -1, order: 'oldest' })).toEqual(['x']);
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
    beforeEach(() => lab.put(texts.map(([key, text], index) => stored(index, chatEvent({ key, text })))));
    it('finds each', async () => {
      const found = await Promise.all(cases.map(async ([text]) => [text, await lab.ids({ text })]));
      expect(found).toEqual(cases);
      const byPerson = cases.map(async ([text]) => [text, await lab.ids({ text, personId: 'demo:u1' })]);
      expect(await Promise.all(byPerson)).toEqual(cases);
    });
    it('takes blank text for no text', async () => {
      expect(await lab.ids({ text: '  ' })).toHaveLength(texts.length);
    });
    it('pages through what it finds', async () => {
      expect(await walk(lab.store(), { order: 'newest', limit: 1, text: '退' })).toEqual([
        'emoji',
        'split',
        'traditional',
        'refund',
      ]);
      expect(await walk(lab.store(), { order: 'oldest', limit: 2, text: '退' })).toEqual([
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
      await lab.put(rows);
      for (const [name, query, keys] of cases) {
        const expected = keys === '' ? [] : keys.split(' ');
        expect([name, await lab.ids(query)]).toEqual([name, expected]);
        expect([name, await lab.ids({ ...query, order: 'oldest' })]).toEqual([name, expected.toReversed()]);
        expect([name, await walk(lab.store(), { ...query, order: 'newest', limit: 1 })]).toEqual([
          name,
          expected,
        ]);
      }
    });
  });

  it('S10 sums a timeline, with gaps and money', async () => {
    const at = (seconds: number): number => TEST_TIME + seconds * 1000;
    await lab.put([
      stored(0, chatEvent({ key: 'a', at: at(1) })),
      stored(1, chatEvent({ key: 'b', at: at(2) }), [verdict('ad')]),
      stored(2, giftEvent({ key: 'c', at: at(3), fen: 131400 })),
      stored(3, giftEvent({ key: 'd', at: at(4), fen: 1, counted: false })),
    ]);
    await lab.put([
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
    expect(await lab.store().timeline('room', at(0), at(50), 10_000)).toEqual([
      bucket(0, 3, 2, 1, '131400', 0),
      bucket(10, 0, 0, 0, '0', 5000),
      bucket(20, 0, 1, 0, '9007199254740993000', 10_000),
      bucket(30, 0, 0, 0, '0', 4000),
      bucket(40, 0, 0, 0, '0', 0),
    ]);
    expect(await lab.store().timeline('room', at(0), at(50), 60_000)).toEqual([
      bucket(0, 3, 3, 1, '9007199254741124400', 19_000),
    ]);
    expect(await lab.store().timeline('nowhere', at(0), at(10), 10_000)).toEqual([
      bucket(0, 0, 0, 0, '0', 0),
    ]);
    await expect(lab.store().timeline('room', 0, at(0), 10_000)).rejects.toThrow(/timeline: invalid/);
  });

  it('S11 sums a person over rooms and days', async () => {
    const bits = { kind: 'virtual', unit: 'bits', amountMinor: '100', scale: 0, cnyFen: null } as const;
    await lab.put([
      stored(0, chatEvent({ key: 'a', user: 'u1', name: '旧名' })),
      stored(1, giftEvent({ key: 'b', user: 'u1', name: '旧名', fen: 500, at: TEST_TIME + 1 })),
      stored(2, chatEvent({ key: 'c', user: 'u2' })),
      stored(0, chatEvent({ key: 'd', user: 'u1', roomId: 'other', at: TEST_TIME + 2 })),
    ]);
    await lab.put([
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
    expect(await lab.store().person('demo:u1')).toEqual({ ...all, messages: 2, totals: [yuan(570), bits] });
    expect(await lab.store().person('demo:u1', 'room')).toEqual({
      ...all,
      messages: 1,
      totals: [yuan(570), bits],
    });
    expect(await lab.store().person('demo:u1', 'room', TEST_TIME + DAY)).toEqual({
      ...all,
      firstSeenAt: TEST_TIME + DAY,
      messages: 0,
      totals: [yuan(70), bits],
    });
    expect(await lab.store().person('demo:u1', 'room', TEST_TIME + 2 * DAY)).toBe(null);
    expect(await lab.store().person('demo:nobody')).toBe(null);
    const asked = [
      ['demo:nobody', 'room'],
      ['demo:u1', 'room'],
      ['demo:u2', 'nowhere'],
      ['demo:u2', 'room'],
    ] as const;
    expect(await lab.store().persons(asked)).toEqual(
      await Promise.all(asked.map(([personId, roomId]) => lab.store().person(personId, roomId))),
    );
    expect(await lab.store().persons([])).toEqual([]);
  });
}
