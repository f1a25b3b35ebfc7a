import { expect, it } from 'vitest';
import { ARGUMENTS } from './calls.ts';
import { CALLS, type CallName } from './channels.ts';

it('checks the arguments of every call', () => {
  expect(Object.keys(ARGUMENTS).sort()).toEqual([...CALLS].sort());
});

it.each<[CallName, readonly unknown[], boolean]>([
  ['openWindow', ['supervisor', undefined], true],
  ['openWindow', ['streamer', 'demo'], true],
  ['openWindow', ['workbench', undefined], false],
  ['openWindow', ['streamer', '../x'], false],
  ['openWindow', [{ toString: 1 }], false],
  ['openExternal', ['https://example.com'], true],
  ['openExternal', [5], false],
  ['openExternal', ['x'.repeat(2_001)], false],
  ['notify', [{ title: 'a', body: '' }], true],
  ['notify', [{ title: '', body: '' }], false],
  ['notify', [{ title: 'a', body: 'b'.repeat(401) }], false],
  ['core', [], true],
  ['core', ['more'], false],
  ['setLanguage', ['zh'], true],
  ['setLanguage', ['fr'], false],
  ['setBadge', [3], true],
  ['setBadge', [-1], false],
])('%s(%j)', (name, args, accepted) => {
  expect(ARGUMENTS[name].safeParse(args).success).toBe(accepted);
});
