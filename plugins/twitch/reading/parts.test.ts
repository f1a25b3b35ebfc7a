import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import { twitchSamples } from '../samples.ts';
import { captureLines } from '../simulator/play-capture.ts';
import { backoffMs } from './backoff.ts';
import { createOutlet } from './outlet.ts';
import { createRecentRate } from './rate.ts';

describe('waits between reconnects', () => {
  const plan = { baseMs: 1_000, maxMs: 60_000 };
  test.each([
    [0, 0, 500],
    [0, 1, 1_000],
    [1, 0.5, 1_500],
    [5, 0, 16_000],
    [6, 1, 60_000],
    [1_000, 0, 30_000],
  ])('attempt %i, chance %d: %i ms', (attempt, chance, expected) => {
    expect(backoffMs(attempt, plan, { next: () => chance })).toBe(expected);
  });
});

describe('the estimate of what is missing', () => {
  test('nothing seen: nobody can tell', () => {
    expect(createRecentRate().estimate(0, 1_000)).toBeNull();
  });

  test('two a second for a minute, ten seconds away: twenty', () => {
    const rate = createRecentRate();
    for (let at = 0; at < 60_000; at += 500) rate.add(at, 1);
    expect(rate.estimate(60_000, 70_000)).toBe(20);
  });

  test('only the last minute counts', () => {
    const rate = createRecentRate();
    for (let at = 0; at < 300_000; at += 100) rate.add(at, 1);
    for (let at = 300_000; at < 366_000; at += 1_000) rate.add(at, 1);
    const estimate = rate.estimate(366_000, 376_000) ?? 0;
    expect(estimate).toBeGreaterThanOrEqual(9);
    expect(estimate).toBeLessThanOrEqual(12);
  });
});

describe('the way to the core', () => {
  test('whatever the batches and waits, events keep their order and none is lost', async () => {
    const [sample] = twitchSamples();
    if (sample === undefined) throw new Error('no sample');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(700), { maxLength: 6 }), fc.nat(3), async (sizes, pause) => {
        const got: number[] = [];
        const outlet = createOutlet(
          async (events: readonly LiveEvent[]) => {
            for (let n = 0; n < pause; n += 1) await Promise.resolve();
            got.push(...events.map((event) => event.seq));
          },
          { room: () => undefined, failed: () => undefined },
        );
        let seq = 0;
        for (const size of sizes) {
          outlet.push(Array.from({ length: size }, () => ({ ...sample, seq: seq++ })));
          await Promise.resolve();
        }
        await outlet.drained();
        expect(got).toEqual(Array.from({ length: seq }, (_, n) => n));
      }),
      { numRuns: 30 },
    );
  });

  test('a core that fails once is told of, and gets the next ones', async () => {
    const [sample] = twitchSamples();
    if (sample === undefined) throw new Error('no sample');
    const got: number[] = [];
    const failures: number[] = [];
    const outlet = createOutlet(
      async (events) => {
        if (events[0]?.seq === 1) throw new Error('disk full');
        got.push(...events.map((event) => event.seq));
      },
      { room: () => undefined, failed: (events) => failures.push(...events.map((event) => event.seq)) },
    );
    for (const seq of [1, 2, 3]) {
      outlet.push([{ ...sample, seq }]);
      await outlet.drained();
    }
    expect([failures, got]).toEqual([[1], [2, 3]]);
  });

  test('lines of a recording, with either line end', () => {
    expect(captureLines('a \r\n\r\nb\nc')).toEqual(['a ', 'b', 'c']);
  });
});
