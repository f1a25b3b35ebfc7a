import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Secrets } from '../../shared/plugin/secrets.ts';
import type { Log } from '../core/effects.ts';

const Kept = z.record(z.string(), z.string());

/**
 * Secrets of a hub without an operating system's key store: a file only its owner may read (0600).
 * It is said in the log, because whoever can read the data folder as that user can read them.
 */
export function fileSecrets(dataDir: string, log: Log): (roomId: string) => Secrets {
  const file = join(dataDir, 'secrets.json');
  const read = (): Map<string, string> => {
    if (!existsSync(file)) return new Map();
    try {
      return new Map(Object.entries(Kept.parse(JSON.parse(readFileSync(file, 'utf8')))));
    } catch {
      log('error', 'the file of secrets cannot be read; sign in again, it is then written anew', { file });
      return new Map();
    }
  };
  return () => ({
    async get(name) {
      return read().get(name) ?? null;
    },
    async set(name, value) {
      const all = read();
      if (value === null) all.delete(name);
      else all.set(name, value);
      // Whole or not at all: a crash while writing may not cost the other sign-ins.
      const fresh = `${file}.new`;
      writeFileSync(fresh, JSON.stringify(Object.fromEntries(all)), { mode: 0o600 });
      chmodSync(fresh, 0o600);
      renameSync(fresh, file);
      log(
        'warn',
        'no system key store in this process: secrets are kept in a file that only this user can read',
        { file },
      );
    },
  });
}
