import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatFrame, ChatRow } from '../../../shared/api/views.ts';
import { chatFeed, thin } from './chat-feed.ts';
import { createRing } from './ring.ts';

const row = (offset: number, more: Partial<ChatRow> = {}): ChatRow => ({
  offset,
  id: `e${offset}`,
  roomId: 'room',
  kind: 'chat',
  at: offset,
  text: `第${offset}句`,
  marks: [],
  ...more,
});
const mark = { category: 'abuse' as const, severity: 'high' as const, score: 1, spans: [] };

describe('a ring', () => {
  it('gives what came after an offset, or says that it is gone', () => {
    const ring = createRing<number>(4, 10);
    ring.push([11, 12, 13]);
    expect([ring.since(10), ring.since(12), ring.since(13), ring.since(9), ring.since(99)]).toEqual([
      [11, 12, 13],
      [13],
      [],
      null,
      [],
    ]);
    ring.push([14, 15, 16, 17, 18]);
    expect([ring.newest(), ring.since(14), ring.since(12)]).toEqual([18, [15, 16, 17, 18], null]);
    ring.jump(30);
    ring.push([31]);
    expect([ring.since(30), ring.since(17)]).toEqual([[31], null]);
  });
});

describe('thinning', () => {
  it('leaves out ordinary chat only, the oldest first, and never what must stay', () => {
    const rows = fc.array(
      fc.record({
        kind: fc.constantFrom('chat', 'enter', 'gift', 'gap', 'mod_action'),
        flagged: fc.boolean(),
        paid: fc.boolean(),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 30 }), (specs, limit) => {
        const all = specs.map((spec, i) =>
          row(i, {
            kind: spec.kind as ChatRow['kind'],
            marks: spec.flagged ? [mark] : [],
            ...(spec.paid
              ? { money: { kind: 'cash' as const, unit: 'CNY', amountMinor: '1', scale: 2 } }
              : {}),
          }),
        );
        const kept = thin(all, limit);
        const gone = all.filter((each) => !kept.includes(each));
        expect(
          gone.every(
            (each) =>
              each.marks.length === 0 && each.money === undefined && ['chat', 'enter'].includes(each.kind),
          ),
        ).toBe(true);
        expect(
          kept.length === Math.min(all.length, limit) ||
            gone.length ===
              all.filter(
                (each) =>
                  each.marks.length === 0 &&
                  each.money === undefined &&
                  ['chat', 'enter'].includes(each.kind),
              ).length,
        ).toBe(true);
        expect(kept).toEqual(all.filter((each) => kept.includes(each)));
      }),
    );
  });
});

describe('a chat feed', () => {
  /** A reader that breaks off at random and comes back where it was. */
  async function readAll(
    chunks: readonly number[],
    breaks: readonly boolean[],
    ringSize: number,
  ): Promise<{ seen: number[]; thinned: number }> {
    const ring = createRing<ChatRow>(ringSize, 0);
    const stored: ChatRow[] = [];
    const source = {
      epoch: 'e',
      ring,
      stored: async (after: number, limit: number) =>
        stored.filter((each) => each.offset > after).slice(0, limit),
      tail: async (limit: number) => stored.slice(-limit),
      room: async () => undefined,
      sleep: async () => undefined,
      now: () => 0,
    };
    const seen: number[] = [];
    let thinned = 0;
    let position: ChatFrame['position'] | undefined = { epoch: 'e', offset: 0 };
    for (const [turn, size] of chunks.entries()) {
      const rows = Array.from({ length: size }, (_, i) => row(stored.length + i + 1));
      stored.push(...rows);
      ring.push(rows);
      if (breaks[turn % breaks.length]) continue;
      const stop = new AbortController();
      for await (const frame of chatFeed(source, position, stop.signal)) {
        seen.push(...frame.rows.map((each) => each.offset));
        thinned += frame.kind === 'batch' ? frame.thinned : 0;
        position = frame.position;
        if (position.offset >= stored.length) break;
      }
    }
    return { seen, thinned };
  }

  it('loses nothing and repeats nothing, whatever breaks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 5, max: 60 }),
        async (chunks, breaks, ringSize) => {
          const { seen, thinned } = await readAll([...chunks, 1], [...breaks.slice(0, -1), false], ringSize);
          expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => a - b));
          const last = seen.at(-1) ?? 0;
          expect(seen.length + thinned).toBe(last);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('begins anew, and says so, for a position of another epoch', async () => {
    const ring = createRing<ChatRow>(10, 0);
    const rows = [row(1), row(2)];
    ring.push(rows);
    const source = {
      epoch: 'new',
      ring,
      stored: async () => [],
      tail: async () => rows,
      room: async () => undefined,
      sleep: async () => undefined,
      now: () => 0,
    };
    const feed = chatFeed(source, { epoch: 'old', offset: 500 }, new AbortController().signal);
    expect((await feed.next()).value).toEqual({
      kind: 'snapshot',
      position: { epoch: 'new', offset: 2 },
      rows,
      reset: true,
    });
  });

  it('says how many rows a page that was away too long is not told', async () => {
    const all = Array.from({ length: 6_000 }, (_, at) => row(at + 1));
    const ring = createRing<ChatRow>(10, 0);
    ring.push(all);
    const source = {
      epoch: 'e',
      ring,
      stored: async (after: number, limit: number) =>
        all.filter((each) => each.offset > after).slice(0, limit),
      tail: async (limit: number) => all.slice(-limit),
      room: async () => undefined,
      sleep: async () => undefined,
      now: () => 0,
    };
    const feed = chatFeed(source, { epoch: 'e', offset: 100 }, new AbortController().signal);
    const first = (await feed.next()).value;
    expect(first).toMatchObject({ kind: 'snapshot', reset: true, skipped: 6_000 - 100 - 200 });
  });
});
