import { describe, expect, it } from 'vitest';
import {
  barsOf,
  messagesPerMinute,
  perThousand,
  rateText,
  scoreBars,
  standingOf,
  tookText,
} from './figures.ts';

describe('figures of the learning page', () => {
  it.each([
    [0, 0, null],
    [3, 1_000, 3],
    [1, 400, 2.5],
  ])('%d alerts of %d messages', (alerts, messages, expected) => {
    expect(perThousand(alerts, messages)).toBe(expected);
  });

  it.each([
    [null, '—'],
    [0, '0'],
    [0.123, '0.12'],
    [3, '3'],
    [3.14, '3.1'],
    [41.6, '42'],
  ])('rate %j', (rate, text) => {
    expect(rateText(rate)).toBe(text);
  });

  it.each([
    [{ recent: { messages: 100, alerts: 9 }, perThousand: 3 }, 'unknown'],
    [{ recent: { messages: 1_000, alerts: 1 }, perThousand: 3 }, 'quiet'],
    [{ recent: { messages: 1_000, alerts: 4 }, perThousand: 3 }, 'near'],
    [{ recent: { messages: 1_000, alerts: 7 }, perThousand: 3 }, 'loud'],
  ])('%j stands %s', (view, expected) => {
    expect(standingOf(view)).toBe(expected);
  });

  it('makes bars, and leaves a hole where nobody spoke', () => {
    expect(
      barsOf([
        { at: 1, messages: 100, alerts: 1 },
        { at: 2, messages: 0, alerts: 0 },
      ]),
    ).toEqual([
      { at: 1, messages: 100, alerts: 1, rate: 10 },
      { at: 2, messages: 0, alerts: 0, rate: null },
    ]);
  });

  it('draws scores by their logarithm, and says which are above the limit', () => {
    expect(scoreBars([99, 0, 9, 99], 0.5)).toEqual([
      { from: 0, count: 99, height: 1, isAbove: false },
      { from: 0.25, count: 0, height: 0, isAbove: false },
      { from: 0.5, count: 9, height: 0.5, isAbove: true },
      { from: 0.75, count: 99, height: 1, isAbove: true },
    ]);
    expect(scoreBars([], 0.5).every((bar) => bar.height === 0)).toBe(true);
  });

  it('tells messages a minute of the half hours with chat', () => {
    const halfHour = 1_800_000;
    const series = [
      { at: 0, messages: 300, alerts: 0 },
      { at: halfHour, messages: 0, alerts: 0 },
      { at: 2 * halfHour, messages: 60, alerts: 0 },
    ];
    const now = 2 * halfHour + 6 * 60_000;
    const begun = [{ at: 0, messages: 60, alerts: 0 }];
    expect([
      messagesPerMinute(series, now),
      messagesPerMinute([], now),
      messagesPerMinute(begun, 20 * 60_000),
      messagesPerMinute(begun, 40 * 60_000),
    ]).toEqual([10, null, null, 2]);
  });

  it.each([
    [420, '0.4 s'],
    [12_300, '12 s'],
    [200_000, '3 min'],
  ])('%d ms', (ms, text) => {
    expect(tookText(ms)).toBe(text);
  });
});
