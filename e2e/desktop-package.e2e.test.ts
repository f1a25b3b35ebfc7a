import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, it } from 'vitest';
import { RELEASE, ROOT } from '../build/places.ts';
import { whyNoDesktop } from './electron.ts';

const why = process.platform === 'linux' ? whyNoDesktop() : 'packages are tried on Linux only';
if (why !== null) console.log(`skipped the packaged app: ${why}`);

const folder = join(RELEASE, 'linux-unpacked');
const program = join(folder, 'changkong');

describe.skipIf(why !== null)('the packaged app', () => {
  beforeAll(() => {
    execFileSync(process.execPath, [join(ROOT, 'build', 'package.ts')], { cwd: ROOT, stdio: 'ignore' });
  });

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(program);
    const state = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      asarOnly: state(FuseV1Options.OnlyLoadAppFromAsar),
      fileExtras: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      inspect: false,
      asarIntegrity: true,
      asarOnly: true,
      fileExtras: false,
    });
  });

  it('holds the app in one archive beside its native modules', () => {
    const unpacked = join(folder, 'resources', 'app.asar.unpacked', 'node_modules');
    expect([
      existsSync(join(folder, 'resources', 'app.asar')),
      existsSync(join(folder, 'resources', 'app')),
      existsSync(join(unpacked, 'better-sqlite3', 'prebuilds')),
      existsSync(join(unpacked, '@img')),
    ]).toEqual([true, false, true, true]);
  });

  it('starts, opens its database, stores events, draws its page, and goes', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'changkong-packaged-'));
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const start = async () => {
      const { stdout } = await promisify(execFile)(program, [...root, `--data=${dataDir}`, '--smoke'], {
        env: { ...process.env, CHANGKONG_TEST: '1' },
        timeout: 90_000,
      });
      return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as { ok: boolean; events: number };
    };
    const first = await start();
    const second = await start();
    expect([first.ok, second.ok, first.events > 0]).toEqual([true, true, true]);
    expect(existsSync(join(dataDir, 'data', 'decisions.sqlite'))).toBe(true);
  });

  it('takes no test page and no test core in place of its own', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'changkong-packaged-'));
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const { stdout } = await promisify(execFile)(program, [...root, `--data=${dataDir}`, '--smoke'], {
      env: {
        ...process.env,
        CHANGKONG_TEST: '1',
        CHANGKONG_TEST_CORE: '/nonexistent.js',
        CHANGKONG_TEST_PAGE: '/nonexistent',
      },
      timeout: 90_000,
    });
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')).toMatchObject({ ok: true });
  });
});
