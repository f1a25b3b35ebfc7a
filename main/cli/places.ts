import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where things are, running from source or bundled. */
export const PROJECT = findProject(import.meta.dirname);

/** The built page. */
export const PAGE_DIR = join(PROJECT, 'dist', 'renderer');

/** The program's version. */
export const VERSION: string = (
  JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string }
).version;

/** Where data is kept when nobody says otherwise: CHANGKONG_DATA, else the user's own data folder. */
export function defaultDataDir(): string {
  if (process.env.CHANGKONG_DATA) return process.env.CHANGKONG_DATA;
  const base =
    process.env.XDG_DATA_HOME ??
    (process.platform === 'win32' ? process.env.APPDATA : undefined) ??
    join(homedir(), '.local', 'share');
  return join(base, 'changkong');
}

function findProject(from: string): string {
  let folder = from;
  for (let depth = 0; depth < 6; depth += 1) {
    try {
      readFileSync(join(folder, 'package.json'));
      return folder;
    } catch {
      folder = dirname(folder);
    }
  }
  return from;
}
