import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { electronProgram } from '../build/electron-program.ts';
import { ROOT } from '../build/places.ts';
import { freshMain, freshPage } from '../build/products.ts';
import { type LaunchedApp, launchApp, picture, until, whyNoDesktop } from './electron.ts';

const why = whyNoDesktop();
if (why !== null) console.log(`skipped the windows of the desktop app: ${why}`);

/** The page has reached the core: it shows the name of the demo room. */
const drawn = (window: Page) => window.getByText('小满的歌房').first().waitFor();
const routeOf = (page: Page): Promise<string> => page.evaluate(() => window.location.hash);

describe.skipIf(why !== null)('the desktop app', () => {
  let desktop: LaunchedApp | null = null;
  const launch = async (...options: Parameters<typeof launchApp>): Promise<LaunchedApp> => {
    desktop = await launchApp(...options);
    await drawn(desktop.window);
    return desktop;
  };

  beforeAll(async () => {
    await freshPage();
    await freshMain();
  });
  afterEach(async () => {
    await desktop?.close();
    desktop = null;
  });

  it('is started once: a second start brings it forward and hands its link over', async () => {
    const { window, dataDir } = await launch({ args: ['--demo'] });
    const again = async (link: string): Promise<void> => {
      const second = spawn(electronProgram() ?? '', ['--no-sandbox', '.', `--data=${dataDir}`, link], {
        cwd: ROOT,
        stdio: 'ignore',
      });
      await once(second, 'exit');
    };
    await again('changkong://room/demo-radio');
    await until(
      () => routeOf(window),
      (route) => route === '#/room/demo-radio',
    );
    await again('changkong://room/..%2fsettings');
    await again('changkong://settings/all');
    expect(await routeOf(window)).toBe('#/room/demo-radio');
  });

  it('opens the supervisor’s and the streamer’s pages as windows of their own, each once', async () => {
    const { app, window } = await launch({ args: ['--demo'] });
    await picture(window, 'workbench');
    const open = async (kind: string, roomId?: string): Promise<Page> => {
      const opened = app.waitForEvent('window');
      await window.evaluate(`changkong.openWindow(${JSON.stringify(kind)}, ${JSON.stringify(roomId)})`);
      const page = await opened;
      await page.waitForSelector('#root > :not(style)');
      return page;
    };
    const supervisor = await open('supervisor');
    const streamer = await open('streamer', 'demo');
    expect([await routeOf(supervisor), await routeOf(streamer)]).toEqual(['#/supervisor', '#/streamer/demo']);
    await window.evaluate("changkong.openWindow('supervisor')");
    expect(app.windows().length).toBe(3);
    await drawn(streamer);
    await picture(supervisor, 'supervisor');
    await picture(streamer, 'streamer');
  });

  it('remembers its place and its data', async () => {
    const first = await launch({ args: ['--demo'] });
    await first.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 20, width: 1000, height: 650 }),
    );
    await first.close();
    // Without the demo: the rooms it shows now are those it has kept.
    const { app } = await launch({ dataDir: first.dataDir });
    const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(bounds).toEqual({ x: 30, y: 20, width: 1000, height: 650 });
  });

  it('has its menu in the page’s language', async () => {
    const { app, window } = await launch({ args: ['--demo'] });
    const menus = () =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
    const chinese = await menus();
    await window.evaluate("changkong.setLanguage('en')");
    expect([chinese, await menus()]).toEqual([
      ['文件', '编辑', '视图', '窗口'],
      ['File', 'Edit', 'View', 'Window'],
    ]);
  });

  it('goes within its time when its window is closed, and leaves no process behind', async () => {
    const { app, corePid } = await launch({ args: ['--demo'] });
    const pid = (await corePid()) ?? 0;
    const closed = app.waitForEvent('close');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
    await until(
      async () => isAlive(pid),
      (alive) => !alive,
      6_000,
    );
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
