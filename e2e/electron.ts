import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from 'playwright-core';
import { electronProgram, hasDisplay } from '../build/electron-program.ts';
import { ROOT } from '../build/places.ts';

export interface LaunchOptions {
  /** Everything the app keeps; a new folder when absent. Give it again to start the app "again". */
  readonly dataDir?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** An installed app instead of this project's bundles. */
  readonly program?: string;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** The first window. */
  readonly window: Page;
  readonly dataDir: string;
  /** Process id of the core, or null while there is none. */
  readonly corePid: () => Promise<number | null>;
  readonly close: () => Promise<void>;
}

/** Why the desktop app cannot be tested here; null when it can. */
export function whyNoDesktop(): string | null {
  if (electronProgram() === null) {
    return 'no Electron program here: source .ci/electron-runtime.sh to get the test runtime';
  }
  return hasDisplay() ? null : 'no display here: run under xvfb-run';
}

/** Starts the desktop app from `dist/main` (build it first) with a data folder of its own. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const program = options.program ?? electronProgram();
  if (program === null) throw new Error('there is no Electron program');
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'changkong-desktop-'));
  const root = typeof process.getuid === 'function' && process.getuid() === 0;
  const app = await started({
    executablePath: program,
    cwd: ROOT,
    args: [
      ...(root ? ['--no-sandbox'] : []),
      ...(options.program === undefined ? [ROOT] : []),
      `--data=${dataDir}`,
      ...(options.args ?? []),
    ],
    env: { ...withoutNode(process.env), LANG: 'zh_CN.UTF-8', CHANGKONG_TEST: '1', ...options.env },
    timeout: LAUNCH_MS,
  });
  const window = await app.firstWindow();
  return {
    app,
    window,
    dataDir,
    corePid: () =>
      app.evaluate(
        ({ app: electron }) =>
          electron
            .getAppMetrics()
            .find(({ name, serviceName }) => [name, serviceName].includes('changkong-core'))?.pid ?? null,
      ),
    close: () => app.close(),
  };
}

const LAUNCH_MS = 20_000;
const LAUNCHES = 3;

/**
 * Playwright now and then waits for ever for a window that is already up (microsoft/playwright#9351, #29386): then
 * it is asked again, and says so. An app that does not come up still fails.
 */
async function started(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await _electron.launch(options);
    } catch (error) {
      if (turn === LAUNCHES || !(error instanceof errors.TimeoutError)) throw error;
      console.log(`Playwright did not get hold of the app within ${LAUNCH_MS} ms: once more`);
    }
  }
}

/** Keeps a picture of a window, for people to look at. */
export async function picture(window: Page, name: string): Promise<string> {
  const path = join(ROOT, 'release', 'e2e', `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await window.screenshot({ path });
  return path;
}

/** Waits until `read` gives what `done` accepts; fails with the last value after `withinMs`. */
export async function until<T>(
  read: () => Promise<T>,
  done: (value: T) => boolean,
  withinMs = 20_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const value = await read();
    if (done(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)} after ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Options meant for this Node must not reach Electron's. */
function withoutNode(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !entry[0].startsWith('NODE_') && !entry[0].startsWith('VITEST'),
    ),
  );
}
