import { describe, expect, test } from 'vitest';
import { createPace } from './pace.ts';

const NOW = 1_700_000_000_000;
const headers = (values: Readonly<Record<string, string>>) => (name: string) => values[name] ?? null;
const reset = (seconds: number) => String(NOW / 1000 + seconds);

describe('waiting for the rate limit', () => {
  test.each([
    ['points left', { 'ratelimit-remaining': '3', 'ratelimit-reset': reset(20) }, 0],
    ['none left', { 'ratelimit-remaining': '0', 'ratelimit-reset': reset(20) }, 20_000],
    [
      'a reset far away is not believed',
      { 'ratelimit-remaining': '0', 'ratelimit-reset': reset(9_000) },
      60_000,
    ],
    ['no headers', {}, 0],
    ['nonsense', { 'ratelimit-remaining': '0', 'ratelimit-reset': 'soon' }, 0],
  ])('before a call: %s', (_, values, expected) => {
    const pace = createPace(() => NOW);
    pace.learn(headers(values));
    expect(pace.waitMs()).toBe(expected);
  });

  test.each([
    ['the bucket is empty', { 'ratelimit-remaining': '0', 'ratelimit-reset': reset(20) }, 0, 20_000],
    [
      'points remain: the limit per broadcaster',
      { 'ratelimit-remaining': '700', 'ratelimit-reset': reset(20) },
      0,
      1_000,
    ],
    ['again', { 'ratelimit-remaining': '700', 'ratelimit-reset': reset(20) }, 2, 4_000],
    ['many times', {}, 12, 60_000],
    ['retry-after', { 'retry-after': '7' }, 3, 7_000],
  ])('after a 429: %s', (_, values, hits, expected) => {
    expect(createPace(() => NOW).afterLimit(headers(values), hits)).toBe(expected);
  });
});
