import { describe, expect, it } from 'vitest';
import { createTiming } from './timing.ts';

describe('timing', () => {
  it('tells mean, median, 99th percentile and maximum in microseconds', () => {
    const timing = createTiming();
    for (let us = 1; us <= 1_000; us++) timing.add(BigInt(us * 1_000));
    const { mean, p50, p99, max } = timing.summary();
    expect({ mean, max }).toEqual({ mean: 500.5, max: 1_000 });
    expect(Math.abs(p50 / 500 - 1)).toBeLessThan(0.03);
    expect(Math.abs(p99 / 990 - 1)).toBeLessThan(0.03);
  });

  it('is zero where nothing was timed', () => {
    expect(createTiming().summary()).toEqual({ mean: 0, p50: 0, p99: 0, max: 0 });
  });
});
