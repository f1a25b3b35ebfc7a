import { expect, it } from 'vitest';
import { keyName } from './key-name.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const page = { typing: false, button: false, dialog: false };

it.each([
  [{ ...plain, key: 'J' }, page, 'j'],
  [{ ...plain, key: 'ArrowLeft' }, page, 'ArrowLeft'],
  [{ ...plain, key: 'j', ctrlKey: true }, page, null],
  [{ ...plain, key: 'j' }, { ...page, typing: true }, null],
  [{ ...plain, key: 'j' }, { ...page, dialog: true }, null],
  [{ ...plain, key: 'Enter' }, { ...page, button: true }, null],
  [{ ...plain, key: 'j' }, { ...page, button: true }, 'j'],
  [{ ...plain, key: 'j', isComposing: true }, page, null],
])('%j on %j', (press, target, expected) => {
  expect(keyName(press, target)).toBe(expected);
});
