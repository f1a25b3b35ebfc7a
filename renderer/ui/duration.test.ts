import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { amountName } from './duration.ts';

const t = ((key: string, values?: { readonly n?: number }) =>
  [key.replace(/^.*[.:]/, ''), values?.n]
    .filter((part) => part !== undefined)
    .join(' ')) as unknown as TFunction;

it.each([
  ['mute', 600, 'min 10'],
  ['mute', null, 'forever 0'],
  ['slow_mode', 30, 'sec 30'],
  ['slow_mode', 0, 'off'],
  ['room_mute', 1, 'on'],
  ['room_mute', 0, 'off'],
] as const)('%s %s is said as %s', (action, amount, expected) => {
  expect(amountName(t, action, amount)).toBe(expected);
});
