import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DIST, ROOT } from '../build/places.ts';
import { freshMain } from '../build/products.ts';
import { type LaunchedApp, launchApp, until, whyNoDesktop } from './electron.ts';

const why = whyNoDesktop();
if (why !== null) console.log(`skipped the supervision of the desktop app: ${why}`);

const page = join(DIST, 'e2e', 'feed-page');

interface Notes {
  readonly offsets: readonly number[];
  readonly snapshots: number;
  readonly ports: number;
}
const notesOf = (window: Page): Promise<Notes> =>
  window.evaluate(() =>
    JSON.parse(sessionStorage.getItem('notes') ?? '{"offsets":[],"snapshots":0,"ports":0}'),
  );
const rowsBeyond = (window: Page, count: number, withinMs?: number): Promise<Notes> =>
  until(
    () => notesOf(window),
    (notes) => notes.offsets.length > count,
    withinMs,
  );
/** The offsets that are missing between the first and the last, and those that came twice. */
const flawsOf = ({ offsets }: Notes) => {
  const first = offsets[0] ?? 0;
  const last = offsets.at(-1) ?? 0;
  const seen = new Set(offsets);
  return {
    missing: Array.from({ length: last - first + 1 }, (_, n) => first + n).filter((n) => !seen.has(n)),
    doubled: offsets.length - seen.size,
  };
};

describe.skipIf(why !== null)('a page of the desktop app', () => {
  let desktop: LaunchedApp | null = null;

  beforeAll(async () => {
    await freshMain();
    await build({
      configFile: false,
      logLevel: 'warn',
      root: join(ROOT, 'e2e', 'fixtures', 'feed-page'),
      base: './',
      build: { outDir: page, emptyOutDir: true },
    });
  });
  afterEach(async () => {
    await desktop?.close();
    desktop = null;
  });

  const start = async (): Promise<LaunchedApp> => {
    desktop = await launchApp({ args: ['--demo'], env: { CHANGKONG_TEST_PAGE: page } });
    await rowsBeyond(desktop.window, 8);
    return desktop;
  };

  it('goes on where it was after it is loaded again, three times', async () => {
    const { window } = await start();
    for (let n = 0; n < 3; n += 1) {
      const { offsets } = await notesOf(window);
      await window.reload();
      await rowsBeyond(window, offsets.length + 8);
    }
    const notes = await notesOf(window);
    expect(flawsOf(notes)).toEqual({ missing: [], doubled: 0 });
    expect(notes.ports).toBeGreaterThanOrEqual(4);
  });

  it('goes on where it was after the core is killed, three times, without being loaded again', async () => {
    const { window, corePid } = await start();
    await window.evaluate(() => Object.assign(window, { sameDocument: true }));
    for (let n = 0; n < 3; n += 1) {
      const { offsets } = await notesOf(window);
      process.kill((await corePid()) ?? 0, 'SIGKILL');
      await rowsBeyond(window, offsets.length + 8);
    }
    const notes = await notesOf(window);
    expect(flawsOf(notes)).toEqual({ missing: [], doubled: 0 });
    expect(notes.ports).toBeGreaterThanOrEqual(4);
    expect(await window.evaluate(() => 'sameDocument' in window)).toBe(true);
  });

  it('goes on where it was after the core hung', async () => {
    const { window, corePid } = await start();
    const { offsets } = await notesOf(window);
    process.kill((await corePid()) ?? 0, 'SIGSTOP');
    await rowsBeyond(window, offsets.length + 8, 40_000);
    expect(flawsOf(await notesOf(window))).toEqual({ missing: [], doubled: 0 });
  });

  it('survives a reload while the core is down', async () => {
    const { window, corePid } = await start();
    const { offsets } = await notesOf(window);
    process.kill((await corePid()) ?? 0, 'SIGKILL');
    await window.reload();
    await rowsBeyond(window, offsets.length + 8);
    expect(flawsOf(await notesOf(window))).toEqual({ missing: [], doubled: 0 });
  });

  it('is loaded again when its own process falls over', async () => {
    const { app, window } = await start();
    const { offsets } = await notesOf(window);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    // The page's title counts its rows: a page that has fallen cannot be asked anything else.
    const count = () =>
      app.evaluate(({ BrowserWindow }) => Number(BrowserWindow.getAllWindows()[0]?.getTitle()));
    await until(count, (rows) => rows > offsets.length + 8);
  });
});
