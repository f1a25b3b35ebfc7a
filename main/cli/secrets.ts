import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Secrets } from '../../shared/plugin/secrets.ts';
import type { Log } from '../core/effects.ts';

/**
 * Secrets of a hub without an operating system's key store: a file only its owner may read (0600).
 * It is said in the log, because whoever can read the data folder as that user can read them.
 */
export function fileSecrets(dataDir: string, log: Log): (roomId: string) => Secrets {
  const file = join(dataDir, 'secrets.json');
  const read = (): Record<string, string> =>
    existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  return () => ({
    async get(name) {
      return read()[name] ?? null;
    },
    async set(name, value) {
      const all = read();
      if (value === null) delete all[name];
      else all[name] = value;
      writeFileSync(file, JSON.stringify(all), { mode: 0o600 });
      chmodSync(file, 0o600);
      log(
        'warn',
        'no system key store in this process: secrets are kept in a file that only this user can read',
        { file },
      );
    },
  });
}
