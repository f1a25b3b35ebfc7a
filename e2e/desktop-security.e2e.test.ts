import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAIN_OUT } from '../build/places.ts';
import { freshMain, freshPage } from '../build/products.ts';
import { type LaunchedApp, launchApp, until, whyNoDesktop } from './electron.ts';

// Electron's own security list, point by point, on the running app (numbers as on electronjs.org).
// 16 and 20 are the versions in package.json and the shape of the bridge; 19 is in desktop-package.

const why = whyNoDesktop();
if (why !== null) console.log(`skipped the security of the desktop app: ${why}`);

describe.skipIf(why !== null)('the page', () => {
  let desktop: LaunchedApp;

  beforeAll(async () => {
    await freshPage();
    await freshMain();
    desktop = await launchApp({ args: ['--demo'] });
    await desktop.window.waitForSelector('#root > :not(style)');
  });
  afterAll(async () => {
    await desktop?.close();
  });
  const inPage = <T>(script: string): Promise<T> => desktop.window.evaluate(script) as Promise<T>;

  it('1, 7, 18: comes from our own scheme with a strict policy, and loads nothing remote', async () => {
    const headers = await inPage<Record<string, string>>(
      "fetch('/index.html').then((answer) => Object.fromEntries(answer.headers))",
    );
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(await inPage('location.origin')).toBe('app://changkong');
    const fetched = (url: string) => inPage(`fetch('${url}').then(() => 'loaded', () => 'blocked')`);
    expect([
      await fetched('https://127.0.0.1:9/'),
      await fetched('http://127.0.0.1:9/'),
      await fetched('file:///etc/hostname'),
    ]).toEqual(['blocked', 'blocked', 'blocked']);
  });

  it('2, 3, 4, 5, 6, 8, 9, 10, 11: has the safe preferences, and no Node', async () => {
    const preferences = await desktop.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
    });
    for (const risky of [
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'webviewTag',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
    ]) {
      expect([risky, Boolean(preferences[risky])]).toEqual([risky, false]);
    }
    const reach = "[typeof require, typeof process, typeof module, typeof Buffer, typeof global].join(' ')";
    expect(await inPage(reach)).toBe('undefined undefined undefined undefined undefined');
  });

  it('7: runs no inline script and no string as code', async () => {
    const inline = `(() => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.head.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img id="probe" src="x:" onerror="window.inlineRan = true">');
      return new Promise((resolve) => setTimeout(() => resolve(String(window.inlineRan)), 200));
    })()`;
    expect(await inPage(inline)).toBe('undefined');
    // Playwright's own evaluation is exempt from the policy, so a script of the page's policy tries it.
    expect(
      await inPage(`new Promise((resolve) => {
        addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true });
        setTimeout(() => resolve('none'), 2000);
        const script = document.createElement('script');
        script.src = 'data:text/javascript,window.remoteRan=true';
        document.head.append(script);
      })`),
    ).toBe('script-src-elem');
  });

  it('12: cannot embed anything', async () => {
    expect(
      await inPage(`(() => {
        const view = document.createElement('webview');
        view.src = 'app://changkong/index.html';
        const frame = document.createElement('iframe');
        frame.src = 'app://changkong/index.html';
        document.body.append(view, frame);
        return new Promise((resolve) => setTimeout(() => {
          const drawn = frame.contentDocument?.getElementById('root') ?? null;
          view.remove();
          frame.remove();
          resolve([typeof view.getURL, drawn === null]);
        }, 500));
      })()`),
    ).toEqual(['undefined', true]);
  });

  it('13: stays where it is', async () => {
    const address = await inPage<string>('location.href');
    for (const target of [
      'https://example.invalid/',
      'file:///etc/hostname',
      'data:text/html,hi',
      'about:blank',
    ]) {
      await inPage(`void (location.href = '${target}')`);
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(await inPage('location.href')).toBe(address);
    }
  });

  it('13: comes back from an empty document', async () => {
    const address = await inPage<string>('location.href');
    await inPage("void (location.href = 'about:blank')");
    await until(
      () =>
        desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
      (now) => now === address,
    );
    await desktop.window.waitForSelector('#root > :not(style)');
  });

  it('14: opens no windows by itself', async () => {
    for (const target of [
      'about:blank',
      'app://changkong/index.html',
      'javascript:alert(1)',
      'file:///etc/hostname',
    ]) {
      expect(await inPage(`window.open('${target}') === null`)).toBe(true);
    }
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('15: opens outside only https, and only what the person confirms', async () => {
    await desktop.app.evaluate(({ dialog, shell }) => {
      const seen = { asked: [] as string[], opened: [] as string[] };
      Object.assign(globalThis, { seen });
      dialog.showMessageBox = (async (_window: unknown, options: { detail?: string }) => {
        seen.asked.push(options.detail ?? '');
        return { response: seen.asked.length === 1 ? 1 : 0, checkboxChecked: false };
      }) as unknown as typeof dialog.showMessageBox;
      shell.openExternal = async (url) => {
        seen.opened.push(url);
      };
    });
    const open = (url: string) => inPage(`changkong.openExternal(${JSON.stringify(url)})`);
    const outcomes = [];
    for (const url of [
      'http://example.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'ms-msdt:/id',
      'https://user:pw@example.com/',
      'https://example.com/first',
      'https://例え.example/路?x=\u202e',
    ]) {
      outcomes.push(await open(url));
    }
    const seen = await desktop.app.evaluate(() => (globalThis as unknown as { seen: unknown }).seen);
    expect([outcomes, seen]).toEqual([
      ['refused', 'refused', 'refused', 'refused', 'refused', 'cancelled', 'opened'],
      {
        asked: [
          'example.com\n\nhttps://example.com/first',
          'xn--r8jz45g.example\n\nhttps://xn--r8jz45g.example/%E8%B7%AF?x=%E2%80%AE',
        ],
        opened: ['https://xn--r8jz45g.example/%E8%B7%AF?x=%E2%80%AE'],
      },
    ]);
  });

  it('5: gets no permission but notifications and writing to the clipboard', async () => {
    const state = (name: string) =>
      inPage(`navigator.permissions.query({ name: '${name}' }).then((found) => found.state)`);
    expect([await state('geolocation'), await state('camera'), await state('notifications')]).toEqual([
      'denied',
      'denied',
      'granted',
    ]);
    expect(
      await inPage(
        "navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', () => 'denied')",
      ),
    ).toBe('denied');
  });

  it('17: is heard only as our page in our window, and with valid words', async () => {
    expect(await inPage('changkong.core().then((view) => view.kind)')).toBe('running');
    const spoken = (script: string) => inPage(`${script}.then(() => 'heard', (error) => error.message)`);
    expect(await spoken("changkong.openWindow('workbench', '../x')")).toContain(
      'the arguments are not valid',
    );
    expect(await spoken("changkong.setBadge('many')")).toContain('the arguments are not valid');
    const stranger = await desktop.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        const said: string[] = [];
        for (const address of ['data:text/html,stranger', 'app://changkong/index.html']) {
          await window.loadURL(address);
          said.push(
            await window.webContents.executeJavaScript(
              "changkong.core().then(() => 'heard', (error) => error.message)",
            ),
          );
        }
        window.destroy();
        return said;
      },
      join(MAIN_OUT, 'preload.cjs'),
    );
    for (const answer of stranger) expect(answer).toContain('the sender is not one of our pages');
  });

  it('20: sees a bridge of few functions and nothing of Electron', async () => {
    expect(await inPage('Object.keys(changkong).sort()')).toEqual([
      'core',
      'notify',
      'onCore',
      'openExternal',
      'openWindow',
      'platform',
      'restartCore',
      'secrets',
      'setBadge',
      'setLanguage',
      'version',
    ]);
  });

  it.runIf(process.platform === 'linux' && !process.env.DBUS_SESSION_BUS_ADDRESS?.startsWith('unix:'))(
    'is told that sign-ins last only until the end where there is no key ring',
    async () => {
      expect(await inPage('changkong.secrets()')).toBe('session');
    },
  );

  it('gets no file from outside its folder', async () => {
    const status = (path: string) => inPage(`fetch('${path}').then((answer) => answer.status)`);
    expect([
      await status('app://changkong/index.html'),
      await status('app://changkong/..%2f..%2fpackage.json'),
      await status('app://changkong/..%2fmain%2fshell.js'),
    ]).toEqual([200, 404, 404]);
  });

  it('is still the page after all of that', async () => {
    await until(
      () => inPage<number>("document.querySelectorAll('#root > :not(style)').length"),
      (count) => count > 0,
    );
  });
});
