import { describe, expect, it } from 'vitest';
import type { ChatRow } from '../../../shared/api/views.ts';
import type { Action } from '../../../shared/domain/action.ts';
import type { Flag, Severity } from '../../../shared/domain/flag.ts';
import { bucketFor, bucketMsOf, gapBands, marksOf, pointsOf, ticksOf, timeAt } from './timeline.ts';

const gap = (fromAt: number, toAt: number, estimate?: number): ChatRow => ({
  offset: 0,
  id: `g${fromAt}`,
  roomId: 'r',
  kind: 'gap',
  at: fromAt,
  text: '',
  gap: { fromAt, toAt, estimate },
  marks: [],
});
const flag = (id: string, firstAt: number, severity: Severity) => ({ id, firstAt, severity }) as Flag;
const action = (id: string, requestedAt: number) => ({ id, requestedAt }) as Action;

describe('timeline', () => {
  it.each([
    [0, 1_000],
    [180_000, 1_000],
    [181_000, 2_000],
    [2 * 3_600_000, 60_000],
    [6 * 3_600_000, 120_000],
    [1e13, 86_400_000],
  ])('a span of %i ms is drawn in buckets of %i', (span, width) => {
    expect(bucketFor(span)).toBe(width);
  });

  it('gives rates a second, exact money, and no line where nothing was received', () => {
    const bucket = { chat: 0, gifts: 0, flagged: 0, giftFen: '0', gapMs: 0 };
    const view = {
      bucketMs: 10_000,
      buckets: [
        { ...bucket, at: 0, chat: 123, gifts: 2, flagged: 1, giftFen: '131400' },
        { ...bucket, at: 10_000, gapMs: 10_000 },
        { ...bucket, at: 20_000, gapMs: 4_000 },
      ],
      flags: [],
      actions: [],
    };
    expect(pointsOf(view)).toEqual([
      { at: 0, rate: 12.3, chat: 123, gifts: 2, yuan: 1314, fen: '131400', flagged: 1 },
      { at: 10_000, rate: null, chat: 0, gifts: 0, yuan: 0, fen: '0', flagged: 0 },
      { at: 20_000, rate: 0, chat: 0, gifts: 0, yuan: 0, fen: '0', flagged: 0 },
    ]);
  });

  it('knows that buckets are wider than asked for', () => {
    const at = (...times: number[]) =>
      times.map((time) => ({ at: time, chat: 0, gifts: 0, flagged: 0, giftFen: '0', gapMs: 0 }));
    const widths = [at(), at(0), at(0, 10_000, 30_000), at(0, 2_000)].map((buckets) =>
      bucketMsOf({ bucketMs: 2_000, buckets }),
    );
    expect(widths).toEqual([2_000, 2_000, 10_000, 2_000]);
  });

  it('joins overlapping gaps; an unknown count stays unknown', () => {
    expect(gapBands([gap(50, 60, 5), gap(10, 20, 3), gap(15, 30, 4), gap(55, 58)])).toEqual([
      { from: 10, to: 30, missing: 7 },
      { from: 50, to: 60, missing: null },
    ]);
  });

  it('puts marks on the same spot together with the worst severity', () => {
    expect(
      marksOf([flag('a', 12, 'low'), flag('b', 15, 'high'), flag('c', 25, 'mid')], [action('x', 14)], 10),
    ).toEqual([
      { at: 12, lane: 'flag', count: 2, severity: 'high', ids: ['a', 'b'] },
      { at: 14, lane: 'action', count: 1, ids: ['x'] },
      { at: 25, lane: 'flag', count: 1, severity: 'mid', ids: ['c'] },
    ]);
  });

  it.each([
    [0, 60_000, 6, 0, [0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]],
    [7_000, 19_000, 3, 0, [10_000, 15_000]],
    [0, 7_200_000, 2, -330, [1_800_000, 5_400_000]],
  ])('has round ticks from %i to %i', (from, to, most, offset, expected) => {
    expect(ticksOf(from, to, most, offset)).toEqual(expected);
  });

  it.each([
    [0, 100, 1_000],
    [50, 100, 1_500],
    [-9, 100, 1_000],
    [900, 100, 2_000],
    [5, 0, 1_000],
  ])('x %i of %i is %i', (x, width, expected) => {
    expect(timeAt(x, width, 1_000, 2_000)).toBe(expected);
  });
});
