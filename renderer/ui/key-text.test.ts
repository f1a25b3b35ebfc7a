import { expect, it } from 'vitest';
import { keyText } from './key-text.ts';

it.each([
  ['⌥T', 'MacIntel', '⌥T'],
  ['⌥T', 'Linux x86_64', 'Alt+T'],
  ['⌘K', 'Win32', 'Ctrl+K'],
  ['⇧E', 'Win32', 'Shift+E'],
  ['W', 'Win32', 'W'],
])('%s on %s is %s', (key, platform, text) => {
  expect(keyText(key, platform)).toBe(text);
});
