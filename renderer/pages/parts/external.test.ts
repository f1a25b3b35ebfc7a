import { expect, it } from 'vitest';
import { isWebAddress } from './external.ts';

it.each([
  ['https://desk.example/1', true],
  ['http://127.0.0.1:1', true],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['desk', false],
  [undefined, false],
])('%s', (url, expected) => {
  expect(isWebAddress(url)).toBe(expected);
});
