import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ROOT } from '../build/places.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers give /dev/shm 64 MB, which a page with pictures outgrows.
  '--disable-dev-shm-usage',
];
const running = new Set<ChildProcess>();

/** Why pages cannot be tested here; null when they can. */
export function whyNoBrowser(): string | null {
  return existsSync(CHROMIUM)
    ? null
    : `no Chromium at ${CHROMIUM}: apt-get install chromium, or set CHROMIUM_PATH`;
}

/** A hub in a process of its own. */
export interface RunningHub {
  readonly url: string;
  /** The address that pairs the first visitor; absent once somebody has paired. */
  readonly pairUrl: string | undefined;
  readonly token: string | undefined;
  readonly dataDir: string;
  readonly process: ChildProcess;
  readonly close: () => Promise<void>;
}

/** Starts `changkong hub` and waits for its first lines. */
export async function startHub(
  options: { readonly args?: readonly string[]; readonly dataDir?: string } = {},
): Promise<RunningHub> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'changkong-hub-'));
  const child = spawn(
    process.execPath,
    [join(ROOT, 'main', 'cli.ts'), 'hub', '--data', dataDir, ...(options.args ?? [])],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, CHANGKONG_LOG: process.env.CHANGKONG_LOG ?? 'error' },
    },
  );
  running.add(child);
  child.once('exit', () => running.delete(child));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = JSON.parse((await lines.next()).value ?? '{}') as { readonly url: string };
  const second =
    options.dataDir === undefined
      ? (JSON.parse((await lines.next()).value ?? '{}') as { readonly url?: string; readonly token?: string })
      : {};
  return {
    url: first.url,
    pairUrl: second.url,
    token: second.token,
    dataDir,
    process: child,
    close: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) {
          resolve();
          return;
        }
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Ends hubs that a failed test left behind: they would keep the whole run from ending. For `afterEach`. */
export async function closeLeftHubs(): Promise<void> {
  await Promise.all(
    [...running].map(
      (child) =>
        new Promise<void>((resolve) => {
          child.once('exit', () => resolve());
          child.kill('SIGKILL');
        }),
    ),
  );
}

/** Pairs by REST and gives a caller of the REST form with that session. */
export async function restOf(
  hub: RunningHub,
): Promise<(method: string, path: string, body?: unknown) => Promise<unknown>> {
  const call = async (method: string, path: string, body: unknown, session?: string): Promise<unknown> => {
    const answer = await fetch(`${hub.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(session === undefined ? {} : { authorization: `Bearer ${session}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  const { sessionToken } = (await call('POST', '/session/pair', { token: hub.token })) as {
    readonly sessionToken: string;
  };
  return (method, path, body) => call(method, path, body, sessionToken);
}

/** Stands in for a microphone: a beep every second, allowed without asking. */
const MICROPHONE = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

/** Opens Debian's Chromium. */
export function openBrowser(options: { readonly microphone?: boolean } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [...FLAGS, ...(options.microphone === true ? MICROPHONE : [])],
  });
}

/** A paired page of the console, in Chinese or English. */
export async function openConsole(
  browser: Browser,
  hub: RunningHub,
  pairUrl: string,
  options: {
    readonly width?: number;
    readonly height?: number;
    readonly locale?: string;
    readonly scale?: number;
  } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    locale: options.locale ?? 'zh-CN',
    deviceScaleFactor: options.scale ?? 1,
  });
  const page = await context.newPage();
  await page.goto(pairUrl);
  const submit = page.getByTestId('pair-submit');
  await Promise.race([submit.waitFor(), page.locator('[data-testid=room-tab]').first().waitFor()]);
  if ((await submit.count()) > 0) await submit.click();
  await page.waitForURL((url) => url.origin === new URL(hub.url).origin);
  // Pairing ends with a move to one's first page: before it any other way would be undone.
  await page.locator('[data-page]:not([data-page=pair])').waitFor();
  return page;
}

/** Goes to a page by its address, and sees that it stays there. */
export async function goTo(page: Page, hash: string): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.waitForTimeout(100);
    if ((await page.evaluate(() => location.hash)) === hash) return;
  }
  throw new Error(`the page does not stay at ${hash}`);
}
