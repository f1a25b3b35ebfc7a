import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { TextFile } from './vault.ts';

/** A file only its owner may read, replaced by renaming so that it is never half written. */
export function textFile(path: string): TextFile {
  return {
    read: async () => {
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    replace: async (text) => {
      await mkdir(dirname(path), { recursive: true });
      const next = `${path}.new`;
      await writeFile(next, text, { mode: 0o600 });
      await rename(next, path);
    },
  };
}

/** The small files that must be there before the first window: read at once, empty when missing. */
export function readNow(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Written at once because the app is closing; a full disk must not keep it open. Says whether it was. */
export function replaceNow(path: string, text: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const next = `${path}.new`;
    writeFileSync(next, text, { mode: 0o600 });
    renameSync(next, path);
    return true;
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
