import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openWriter } from '../main/store/sqlite/open-writer.ts';
import { openReader } from '../main/store/sqlite/reader.ts';
import { toSteps } from '../main/store/sqlite/steps.ts';
import { foldText } from '../shared/detect/fold.ts';
import { textOf } from '../shared/domain/event.ts';
import { TEST_TIME } from '../shared/testing/events.ts';
import { benchText, chatRows } from './store-data.ts';

/** Milliseconds of the queries of one length. */
export interface SearchTimes {
  readonly characters: number;
  readonly queries: number;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** What {@link benchSearch} found. */
export interface SearchBench {
  readonly rows: number;
  readonly fillRowsPerSecond: number;
  readonly firstMs: number;
  readonly store: readonly SearchTimes[];
  /** The same questions, two characters, as LIKE over the folded text of the same rows. */
  readonly scan: SearchTimes;
  /** Mean of the same questions. */
  readonly timesFasterThanScan: number;
  /** Rows found of those a scan with `instr` finds; 1 is all. */
  readonly recall: number;
  readonly recallRows: number;
}

/** Fills a day with rows made here and measures the newest 50 for queries of 1 to 4 characters. */
export async function benchSearch(options: {
  readonly rows: number;
  readonly queries?: number;
}): Promise<SearchBench> {
  const dir = await mkdtemp(join(tmpdir(), 'changkong-search-'));
  try {
    return run(dir, options.rows, options.queries ?? 100);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function run(dir: string, rows: number, queries: number): SearchBench {
  const fillRowsPerSecond = fill(dir, rows);
  const scanned = scanTable(join(dir, 'scan.sqlite'), rows);
  const reader = openReader(dir, foldText);
  const ask = (text: string): number =>
    timed(() => reader.read('events', [{ text, order: 'newest', limit: 50 }]));
  const firstMs = ask('退款');
  const store = [1, 2, 3, 4].map((characters) => {
    const texts = substrings(rows, queries, characters);
    for (const text of texts) ask(text);
    return timesOf(characters, texts.map(ask));
  });
  const asked = substrings(rows, Math.min(20, queries), 2);
  const scan = timesOf(
    2,
    asked.map((text) =>
      timed(() =>
        scanned
          .prepare('SELECT row FROM texts WHERE text LIKE ? ORDER BY row DESC LIMIT 50')
          .all(`%${text}%`),
      ),
    ),
  );
  const own = asked.map(ask);
  const { found, there } = recall(reader, scanned, rows);
  reader.close();
  scanned.close();
  return {
    rows,
    fillRowsPerSecond,
    firstMs,
    store,
    scan,
    timesFasterThanScan: scan.mean / timesOf(2, own).mean,
    recall: there === 0 ? 1 : found / there,
    recallRows: there,
  };
}

function fill(dir: string, total: number): number {
  const opened = openWriter({ dir, now: TEST_TIME, fold: foldText });
  if (!opened.ok) throw new Error(opened.fault.detail);
  let spent = 0;
  for (let from = 0; from < total; from += 1000) {
    const steps = toSteps([{ op: 'events', rows: chatRows(from, Math.min(1000, total - from)) }]);
    spent += timed(() => opened.value.commit([steps]));
  }
  opened.value.close();
  return Math.round(total / (spent / 1000));
}

/** The folded texts alone, which is the best a scan could wish for. */
function scanTable(path: string, total: number): Database.Database {
  const db = new Database(path);
  db.exec('PRAGMA journal_mode = OFF; CREATE TABLE texts (row INTEGER PRIMARY KEY, text TEXT)');
  const add = db.prepare('INSERT INTO texts VALUES (?, ?)');
  db.exec('BEGIN');
  for (let from = 0; from < total; from += 1000) {
    for (const [index, { event }] of chatRows(from, Math.min(1000, total - from)).entries()) {
      add.run(from + index + 1, foldText(textOf(event)));
    }
  }
  db.exec('COMMIT');
  return db;
}

/** Counts, for some questions, the rows that both ways find; pages through everything. */
function recall(reader: ReturnType<typeof openReader>, scanned: Database.Database, rows: number) {
  let found = 0;
  let there = 0;
  for (const text of substrings(rows, 10, 2).concat(substrings(rows, 10, 3))) {
    const expected = new Set(
      scanned.prepare('SELECT row FROM texts WHERE instr(text, ?) > 0').pluck().all(text),
    );
    if (expected.size > 20_000) continue;
    there += expected.size;
    let cursor: string | undefined;
    do {
      const page = JSON.parse(reader.read('events', [{ text, order: 'newest', limit: 1000, cursor }]));
      for (const row of page.rows) if (expected.has(row.event.seq + 1)) found += 1;
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return { found, there };
}

/** Random runs of Han characters out of texts that are there. */
function substrings(rows: number, count: number, length: number): readonly string[] {
  const out: string[] = [];
  for (let n = 7; out.length < count; n = (n * 48271) % 2147483647) {
    const at = n % rows;
    const text = at % 10 === 9 ? '' : foldText(benchText(at));
    const from = n % Math.max(1, text.length - length);
    const part = text.slice(from, from + length);
    if (part.length === length && /^[\u4e00-\u9fff]+$/u.test(part)) out.push(part);
  }
  return out;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function timesOf(characters: number, times: readonly number[]): SearchTimes {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return { characters, queries: times.length, mean, p50: at(0.5), p95: at(0.95), max: at(1) };
}
