import { constants, copyFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fault } from '../../../shared/domain/fault.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { Connection } from './database.ts';

/** One step of a file's schema. Its text never changes once released; a new step is added instead. */
export interface Migration {
  /** Becomes the file's `user_version`. */
  readonly version: number;
  readonly sql: string;
}

/**
 * Brings a file to the newest version, each step in a transaction of its own. An existing file is
 * copied to `<file>.v<version>.backup` first. A file of a newer program is refused with
 * `store_newer`, untouched.
 */
export function migrate(
  db: Connection,
  path: string,
  migrations: readonly Migration[],
): Result<{ readonly from: number; readonly to: number }> {
  const from = versionOf(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (from > newest) {
    return fail(fault('store_newer', `${basename(path)} has version ${from}, this program knows ${newest}`));
  }
  const missing = migrations.filter((migration) => migration.version > from);
  if (from > 0 && missing.length > 0) backUp(db, path, from);
  for (const { version, sql } of missing) {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
  return ok({ from, to: newest });
}

/** A file's version; 0 for a new one. */
export function versionOf(db: Connection): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Where the copy goes that is taken before a file is changed. */
export function backupPath(path: string, version: number): string {
  return `${path}.v${version}.backup`;
}

function backUp(db: Connection, path: string, version: number): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(path, backupPath(path, version), constants.COPYFILE_FICLONE);
}
