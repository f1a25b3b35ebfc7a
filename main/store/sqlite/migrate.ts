import { constants, copyFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fault } from '../../../shared/domain/fault.ts';
import { StoreError } from '../store-error.ts';
import type { Connection, OpenOptions } from './database.ts';
import { openDatabase } from './database.ts';

/** One step of a file's schema. Its text never changes once released; a new step is added instead. */
export interface Migration {
  /** Becomes the file's `user_version`. */
  readonly version: number;
  readonly sql: string;
}

/**
 * Opens a file and brings it to the newest version, each step in a transaction of its own. An existing
 * file is copied to `<file>.v<version>.backup` first. Throws `StoreError`: with `store_newer` and
 * without a change for a file of a newer program.
 */
export function openMigrated(
  path: string,
  options: OpenOptions,
  migrations: readonly Migration[],
): Connection {
  const newest = migrations.at(-1)?.version ?? 0;
  const db = openDatabase(path, options, (unchanged) => {
    const version = versionOf(unchanged);
    if (version <= newest) return;
    const detail = `${basename(path)} has version ${version}, this program knows ${newest}`;
    throw new StoreError('open', fault('store_newer', detail));
  });
  try {
    migrate(db, path, migrations);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** Takes the steps a file has not taken yet. */
export function migrate(db: Connection, path: string, migrations: readonly Migration[]): void {
  const from = versionOf(db);
  const missing = migrations.filter((migration) => migration.version > from);
  if (from > 0 && missing.length > 0) backUp(db, path, from);
  for (const { version, sql } of missing) {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
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
