import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClockMap } from './clock-map.ts';
import { createWindows, type Rate } from './windows.ts';

const ALL: ReadonlySet<Rate> = new Set([
  'person_messages',
  'person_repeats',
  'person_gifts',
  'same_text_accounts',
  'room_messages',
  'room_gifts',
]);

interface Said {
  readonly person: string;
  readonly key: number;
  readonly at: number;
}

describe('windows', () => {
  it('count what a list of all events counts', () => {
    const event = fc.record({
      person: fc.constantFrom('a', 'b', 'c'),
      key: fc.integer({ min: 1, max: 3 }),
      gap: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 90 }),
        (events, window) => {
          const windows = createWindows();
          const past: Said[] = [];
          let at = 0;
          for (const { person, key, gap } of events) {
            at += gap;
            past.push({ person, key, at });
            windows.advance({ personId: person, at, said: { key, length: 9 }, isGift: false }, ALL);
            const recent = past.filter((each) => each.at > at - window);
            const own = recent.filter((each) => each.person === person);
            const accounts = new Set(recent.filter((each) => each.key === key).map((each) => each.person));
            const counts: readonly (readonly [Rate, number])[] = [
              ['person_messages', own.length],
              ['person_repeats', own.filter((each) => each.key === key).length],
              ['same_text_accounts', accounts.size],
              ['room_messages', recent.length],
            ];
            for (const [rate, count] of counts)
              expect([
                rate,
                windows.reaches(rate, window, count),
                windows.reaches(rate, window, count + 1),
              ]).toEqual([rate, true, false]);
          }
        },
      ),
    );
  });

  it('stay bounded under a crowd that never ends, and still count those who speak', () => {
    const windows = createWindows();
    for (let n = 0; n < 20_000; n += 1)
      windows.advance({ personId: `p${n}`, at: n, said: { key: n, length: 9 }, isGift: true }, ALL);
    for (let n = 0; n < 200; n += 1)
      windows.advance({ personId: 'busy', at: 20_000, said: { key: 7, length: 9 }, isGift: false }, ALL);
    expect([
      windows.stats(),
      windows.reaches('person_messages', 10, 60),
      windows.reaches('room_messages', 10_000, 1_000),
      windows.reaches('same_text_accounts', 10, 2),
    ]).toEqual([{ persons: 8_192, texts: 4_096 }, true, true, false]);
  });

  it('short texts say nothing about who copies whom', () => {
    const windows = createWindows();
    for (const personId of ['a', 'b', 'c'])
      windows.advance({ personId, at: 1, said: { key: 5, length: 3 }, isGift: false }, ALL);
    expect(windows.reaches('same_text_accounts', 10, 2)).toBe(false);
  });
});

it('a clock map keeps what is used and never grows past its size', () => {
  const map = createClockMap<number, { used: boolean; readonly n: number }>(4);
  for (let n = 0; n < 40; n += 1) {
    map.put(n, { used: false, n });
    map.get(0);
  }
  expect([map.size(), map.get(0)?.n, map.get(39)?.n, map.get(5)]).toEqual([4, 0, 39, undefined]);
});
