import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { PAGE_DIR, PROJECT } from './places.ts';

/** What one check found. `ok: false` with `needed: false` is a thing the product can do without. */
export interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly needed: boolean;
  readonly detail: string;
  readonly todo?: string;
}

/** Checks this machine and prints one JSON line per finding; 1 if something needed does not work. */
export async function runDoctor(options: { readonly data: string }, stdout: Writable): Promise<number> {
  const findings = [
    checkNode(),
    await checkSqlite(),
    checkElectron(),
    checkDisplay(),
    await checkPort(),
    checkData(options.data),
    checkClock(),
    checkPage(),
  ];
  for (const finding of findings) stdout.write(`${JSON.stringify(finding)}\n`);
  return findings.every((finding) => finding.ok || !finding.needed) ? 0 : 1;
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isEnough = major > 22 || (major === 22 && minor >= 14);
  return {
    what: 'node',
    ok: isEnough,
    needed: true,
    detail: process.version,
    ...(isEnough
      ? {}
      : { todo: 'run through npm scripts (they bring Node 24), or install Node 22.14 or newer' }),
  };
}

async function checkSqlite(): Promise<Finding> {
  try {
    const { default: Database } = await import('better-sqlite3');
    const database = new Database(':memory:');
    const version = String(database.prepare('select sqlite_version()').pluck().get());
    database.exec("create virtual table t using fts5(x, content='', contentless_delete=1)");
    database.close();
    return { what: 'sqlite', ok: true, needed: true, detail: `${version}, FTS5` };
  } catch (error) {
    return {
      what: 'sqlite',
      ok: false,
      needed: true,
      detail: String(error),
      todo: 'delete node_modules and run npm ci',
    };
  }
}

function checkElectron(): Finding {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(PROJECT, 'node_modules', 'electron', 'dist');
  const found = existsSync(folder);
  return {
    what: 'electron',
    ok: found,
    needed: false,
    detail: found ? folder : 'its binary is not here',
    ...(found
      ? {}
      : {
          todo: 'the console runs in a browser without it; for the desktop app run: node node_modules/electron/install.js',
        }),
  };
}

function checkDisplay(): Finding {
  const has = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  return {
    what: 'display',
    ok: has,
    needed: false,
    detail: has ? (process.env.DISPLAY ?? 'yes') : 'none',
    ...(has ? {} : { todo: 'npm start serves the console to a browser instead' }),
  };
}

function checkPort(): Promise<Finding> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) =>
      resolve({
        what: 'ports',
        ok: false,
        needed: true,
        detail: error.message,
        todo: 'allow listening on 127.0.0.1',
      }),
    );
    server.listen(0, '127.0.0.1', () =>
      server.close(() =>
        resolve({ what: 'ports', ok: true, needed: true, detail: 'can listen on 127.0.0.1' }),
      ),
    );
  });
}

function checkData(folder: string): Finding {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    const gigabytes = (bavail * bsize) / 1e9;
    const isEnough = gigabytes > 1;
    return {
      what: 'data',
      ok: isEnough,
      needed: true,
      detail: `${folder}, ${gigabytes.toFixed(1)} GB free`,
      ...(isEnough ? {} : { todo: 'free at least 1 GB, or choose another folder with --data' }),
    };
  } catch (error) {
    return {
      what: 'data',
      ok: false,
      needed: true,
      detail: String(error),
      todo: 'choose a folder you may write to with --data',
    };
  }
}

function checkClock(): Finding {
  const year = new Date().getFullYear();
  const isSane = year >= 2026 && year < 2100;
  return {
    what: 'clock',
    ok: isSane,
    needed: true,
    detail: `${new Date().toISOString()} ${Intl.DateTimeFormat().resolvedOptions().timeZone}`,
    ...(isSane ? {} : { todo: 'set the clock: signatures and timeouts depend on it' }),
  };
}

function checkPage(): Finding {
  const built = existsSync(join(PAGE_DIR, 'index.html'));
  return {
    what: 'page',
    ok: built,
    needed: false,
    detail: built ? PAGE_DIR : 'not built',
    ...(built ? {} : { todo: 'npm run build (npm start does it by itself)' }),
  };
}
