import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../main/store/sqlite-store.ts';
import type { StoredEvent } from '../main/store/store.ts';
import { chatRows } from './store-data.ts';

/** What {@link benchStore} found. Rates are wall clock; the machine may be shared, so look at ratios too. */
export interface StoreBench {
  readonly rows: number;
  readonly batch: number;
  readonly storeEventsPerSecond: number;
  /** CPU of the asking thread alone, µs per event: columns and JSON. */
  readonly askingUsPerEvent: number;
  /** The same rows, plain inserts of the same documents into one table with one index, same batches. */
  readonly bareRowsPerSecond: number;
  readonly ratio: number;
  readonly ackMs: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly bytesPerEvent: number;
}

/** Measures sustained writing through the whole store against a bare insert in the same run. */
export async function benchStore(
  options: { readonly rows?: number; readonly batch?: number } = {},
): Promise<StoreBench> {
  const { rows = 100_000, batch = 500 } = options;
  const dir = await mkdtemp(join(tmpdir(), 'changkong-bench-'));
  try {
    const bare = bareInsert(join(dir, 'bare.sqlite'), rows, batch);
    const store = await throughStore(join(dir, 'data'), rows, batch);
    return { rows, batch, ...store, bareRowsPerSecond: bare, ratio: store.storeEventsPerSecond / bare };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function throughStore(dir: string, total: number, size: number) {
  const opened = await openSqliteStore({ dir, clock: { now: Date.now } });
  if (!opened.ok) throw new Error(opened.fault.detail);
  const store = opened.value;
  const batches = batchesOf(total, size);
  const acks: number[] = [];
  const cpu = process.threadCpuUsage();
  const start = performance.now();
  let flying: Promise<void>[] = [];
  for (const rows of batches) {
    const asked = performance.now();
    const done = store.write([{ op: 'events', rows }]).then(() => {
      acks.push(performance.now() - asked);
    });
    flying.push(done);
    if (flying.length >= 4) {
      await flying[0];
      flying = flying.slice(1);
    }
  }
  await Promise.all(flying);
  const seconds = (performance.now() - start) / 1000;
  const used = process.threadCpuUsage(cpu);
  const bytes = store.gauges().files.reduce((sum, file) => sum + file.bytes, 0);
  await store.close();
  acks.sort((left, right) => left - right);
  return {
    storeEventsPerSecond: Math.round(total / seconds),
    askingUsPerEvent: (used.user + used.system) / total,
    ackMs: { p50: at(acks, 0.5), p99: at(acks, 0.99), max: at(acks, 1) },
    bytesPerEvent: Math.round(bytes / total),
  };
}

function bareInsert(path: string, total: number, size: number): number {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 16384');
  db.exec(
    'CREATE TABLE events (id TEXT NOT NULL, doc TEXT NOT NULL); CREATE UNIQUE INDEX ids ON events (id)',
  );
  const add = db.prepare('INSERT INTO events VALUES (?, ?)');
  const batches = batchesOf(total, size);
  const start = performance.now();
  for (const rows of batches) {
    db.exec('BEGIN');
    for (const row of rows) add.run(row.event.eventId, JSON.stringify(row));
    db.exec('COMMIT');
  }
  const seconds = (performance.now() - start) / 1000;
  db.close();
  return Math.round(total / seconds);
}

/** Made as they are needed, so that a million rows need no gigabytes; making them counts as time. */
function* batchesOf(total: number, size: number): Generator<readonly StoredEvent[]> {
  for (let from = 0; from < total; from += size) yield chatRows(from, Math.min(size, total - from));
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
