import Database from 'better-sqlite3';

/** A connection; synchronous, used by one thread only. */
export type Connection = Database.Database;
/** A prepared statement. */
export type Statement = Database.Statement;

/** How a file is opened. */
export interface OpenOptions {
  /** FULL survives a power cut with every commit, NORMAL may lose the last ones; neither is ever corrupt. */
  readonly synchronous: 'FULL' | 'NORMAL';
  /** Page cache, KiB. */
  readonly cacheKiB: number;
  /** It never writes; the file is opened for writing all the same, as WAL files must be. */
  readonly isReader?: boolean;
}

/** Pages a write-ahead log may hold before a commit copies them back itself (256 MiB), should the keeper not. */
const CHECKPOINT_PAGES = 65_536;

/**
 * Opens a file in WAL mode. `check` sees the connection before anything is changed and may refuse by
 * throwing. Throws what SQLite throws.
 */
export function openDatabase(
  path: string,
  options: OpenOptions,
  check: (db: Connection) => void = () => {},
): Connection {
  const db = new Database(path, { timeout: 10_000 });
  try {
    check(db);
    db.pragma('journal_mode = WAL');
    db.pragma(`synchronous = ${options.synchronous}`);
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    if (options.isReader) db.pragma('query_only = ON');
    db.pragma(`cache_size = -${options.cacheKiB}`);
    db.pragma('temp_store = MEMORY');
    db.pragma('trusted_schema = OFF');
  } catch (thrown) {
    db.close();
    throw thrown;
  }
  return db;
}

/** Prepares statements once by their text; at most `limit` are kept. */
export function statementCache(db: Connection, limit = 200): (sql: string) => Statement {
  const kept = new Map<string, Statement>();
  return (sql) => {
    const before = kept.get(sql);
    if (before !== undefined) return before;
    if (kept.size >= limit) kept.clear();
    const statement = db.prepare(sql);
    kept.set(sql, statement);
    return statement;
  };
}
