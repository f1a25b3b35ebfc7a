import { readdirSync } from 'node:fs';
import { dayOfFile } from '../days.ts';
import type { Statement } from './database.ts';

/** `open` is written; `sealing` has part of its people in the decisions file; `dead` waits to be unlinked. */
export type DayState = 'open' | 'sealing' | 'sealed' | 'dead';

/** What the decisions file knows of a day's file. */
export interface DayRecord {
  readonly day: string;
  readonly state: DayState;
  /** People up to this number are in `person_sums`. */
  readonly sealedNo: number;
}

/** Name of the decisions file. */
export const DECISIONS_FILE = 'decisions.sqlite';

/** All days known, oldest first. */
export function readDays(db: { readonly prepare: (sql: string) => Statement }): readonly DayRecord[] {
  return db.prepare('SELECT day, state, sealed_no AS sealedNo FROM days ORDER BY day').all() as DayRecord[];
}

/** Days whose files lie in a folder, oldest first. */
export function daysInFolder(dir: string): readonly string[] {
  return readdirSync(dir)
    .flatMap((name) => dayOfFile(name) ?? [])
    .sort();
}

/** The files SQLite keeps for a database. */
export function filesOf(path: string): readonly string[] {
  return [path, `${path}-wal`, `${path}-shm`];
}
