import { expect, it } from 'vitest';
import { sizeText, totalBytes } from './bytes.ts';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_500, '1.5 KB'],
  [123_456_789, '123 MB'],
  [1_400_000_000, '1.4 GB'],
])('%i is %s', (bytes, expected) => {
  expect(sizeText(bytes)).toBe(expected);
});

it('adds files up', () => {
  expect(totalBytes([{ bytes: 1 }, { bytes: 2 }])).toBe(3);
});
