/**
 * `npm run package`: the installable app of this system, into `release/` (Linux: an unpacked folder).
 * Further words go to electron-builder: `npm run package -- --win nsis`. With ELECTRON_OVERRIDE_DIST_PATH
 * set, that copy of Electron is packed and nothing is downloaded.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './places.ts';
import { freshMain, freshPage } from './products.ts';

const TARGETS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['--linux', 'dir'],
  darwin: ['--mac', 'dmg'],
  win32: ['--win', 'nsis'],
};

const asked = process.argv.slice(2);
const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;

await freshPage();
await freshMain();
const result = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules', 'electron-builder', 'cli.js'),
    ...(asked.length > 0 ? asked : (TARGETS[process.platform] ?? [])),
    '--publish',
    'never',
    ...(dist === undefined ? [] : [`-c.electronDist=${dist}`]),
  ],
  { cwd: ROOT, stdio: 'inherit' },
);
process.exit(result.status ?? 1);
