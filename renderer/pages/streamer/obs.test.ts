import { expect, it } from 'vitest';
import { isObs } from './obs.ts';

it.each([
  ['?obs=1', '#/streamer/a', true],
  ['', '#/streamer/a?obs=1', true],
  ['?obs=0', '#/streamer/a', false],
  ['', '', false],
])('%s %s', (search, hash, expected) => {
  expect(isObs(search, hash)).toBe(expected);
});
