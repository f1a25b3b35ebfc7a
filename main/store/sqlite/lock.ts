import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fault } from '../../../shared/domain/fault.ts';
import { StoreError } from '../store-error.ts';

/**
 * Takes a folder for this process until the returned function is called or the process ends, however
 * it ends: the lock is the system's own, on an empty database. Throws `StoreError` if it is taken.
 */
export function lockFolder(dir: string): () => void {
  const db = new Database(join(dir, 'store.lock'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch {
    db.close();
    throw new StoreError('open', fault('store_in_use', dir));
  }
  return () => db.close();
}
