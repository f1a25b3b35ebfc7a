import { expect, it } from 'vitest';
import { type MenuActions, menuTemplate } from './menu.ts';
import { TEXTS } from './texts.ts';

const actions: MenuActions = {
  show: () => undefined,
  supervisor: () => undefined,
  review: () => undefined,
  settings: () => undefined,
  restartCore: () => undefined,
  quit: () => undefined,
};
const rolesOf = (platform: NodeJS.Platform, developer: boolean): string[] =>
  menuTemplate(TEXTS.zh, actions, platform, developer).flatMap(({ submenu }) =>
    Array.isArray(submenu) ? submenu.flatMap(({ role }) => role ?? []) : [],
  );

it('an installed app has no developer tools', () => {
  expect([
    rolesOf('linux', true).includes('toggleDevTools'),
    rolesOf('linux', false).includes('toggleDevTools'),
  ]).toEqual([true, false]);
});

it('macOS has copy, paste and select-all, which only work through the menu there', () => {
  expect(rolesOf('darwin', false)).toEqual(
    expect.arrayContaining(['about', 'copy', 'paste', 'selectAll', 'undo']),
  );
});

it('says everything in both languages', () => {
  expect(Object.keys(TEXTS.en).sort()).toEqual(Object.keys(TEXTS.zh).sort());
  for (const language of ['zh', 'en'] as const) {
    const labels = menuTemplate(TEXTS[language], actions, 'darwin', true).flatMap(({ label, submenu }) => [
      label,
      ...(Array.isArray(submenu)
        ? submenu.flatMap((item) => (item.type === 'separator' ? [] : [item.label]))
        : []),
    ]);
    expect(labels.every((label) => typeof label === 'string' && label !== '')).toBe(true);
  }
});
