import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { electronProgram, hasDisplay } from './electron-program.ts';

it('finds the program where it is said to be, and downloads nothing where it is not', () => {
  const empty = mkdtempSync(join(tmpdir(), 'changkong-electron-'));
  expect(electronProgram({ ELECTRON_OVERRIDE_DIST_PATH: empty })).toBeNull();
  for (const name of ['electron', 'electron.exe']) writeFileSync(join(empty, name), '');
  const found = electronProgram({ ELECTRON_OVERRIDE_DIST_PATH: empty });
  expect(process.platform === 'darwin' || found?.startsWith(empty)).toBe(true);
});

it.runIf(process.platform === 'linux')('knows a display by its name', () => {
  expect(
    [{}, { DISPLAY: '' }, { DISPLAY: ':9' }, { WAYLAND_DISPLAY: 'wayland-0' }].map((env) => hasDisplay(env)),
  ).toEqual([false, false, true, true]);
});
