import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { foldText } from '../../../shared/detect/fold.ts';
import { chatEvent, TEST_TIME } from '../../../shared/testing/events.ts';
import { backupPath, migrate, versionOf } from './migrate.ts';
import { DAY_MIGRATIONS, DECISIONS_MIGRATIONS } from './migrations/index.ts';
import { openWriter } from './open-writer.ts';
import { openReader } from './reader.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'changkong-migrate-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const DAY_FILE = 'events-2026-03-01.sqlite';

it('brings old files up, keeps what is in them, and leaves a copy of each', () => {
  oldDecisions();
  oldDay();
  const opened = openWriter({ dir, now: TEST_TIME, fold: foldText });
  expect(opened.ok && opened.value.close()).toBe(undefined);
  const reader = openReader(dir, foldText);
  const ids = (query: object): string[] =>
    JSON.parse(reader.read('events', [{ order: 'newest', limit: 9, ...query }])).rows.map(
      (row: { event: { eventId: string } }) => row.event.eventId.split(':')[3],
    );
  expect([ids({}), ids({ category: 'ad' }), ids({ category: 'ad', flaggedOnly: true })]).toEqual([
    ['c', 'b', 'a'],
    ['c', 'b', 'a'],
    ['b'],
  ]);
  expect(JSON.parse(reader.read('get', ['settings', 's']))).toEqual({ id: 's', value: 1, updatedAt: 5 });
  reader.close();
  const versions = ['decisions.sqlite', DAY_FILE].map((name) => {
    const path = join(dir, name);
    return [versionOf(new Database(path)), versionOf(new Database(backupPath(path, 10)))];
  });
  expect(versions).toEqual([
    [DECISIONS_MIGRATIONS.at(-1)?.version, 10],
    [DAY_MIGRATIONS.at(-1)?.version, 10],
  ]);
});

it.each(['decisions.sqlite', DAY_FILE])('refuses a newer %s by name and leaves it alone', (name) => {
  const newest = (name === DAY_FILE ? DAY_MIGRATIONS : DECISIONS_MIGRATIONS).at(-1);
  const path = join(dir, name);
  const db = new Database(path);
  db.pragma('user_version = 9990');
  db.close();
  const before = readFileSync(path);
  const opened = openWriter({ dir, now: TEST_TIME, fold: foldText });
  expect(opened).toEqual({
    ok: false,
    fault: {
      code: 'store_newer',
      detail: `${name} has version 9990, this program knows ${newest?.version}`,
    },
  });
  expect(readFileSync(path).equals(before)).toBe(true);
});

it('does a step whole or not at all', () => {
  const path = join(dir, 'x.sqlite');
  const db = new Database(path);
  const first = { version: 1, sql: 'CREATE TABLE a (x); INSERT INTO a VALUES (1)' };
  migrate(db, path, [first]);
  expect(existsSync(backupPath(path, 0))).toBe(false);
  const broken = { version: 2, sql: 'CREATE TABLE b (x); INSERT INTO nowhere VALUES (1)' };
  expect(() => migrate(db, path, [first, broken])).toThrow(/nowhere/);
  expect(versionOf(db)).toBe(1);
  expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'b'").pluck().get()).toBe(0);
  db.close();
});

function oldDecisions(): void {
  const path = join(dir, 'decisions.sqlite');
  const db = new Database(path);
  migrate(db, path, DECISIONS_MIGRATIONS.slice(0, 1));
  db.prepare('INSERT INTO settings VALUES (?, ?, ?)').run('s', 5, '{"id":"s","value":1,"updatedAt":5}');
  db.close();
}

/** A day as version 10 wrote it: without `hits`. */
function oldDay(): void {
  const path = join(dir, DAY_FILE);
  const db = new Database(path);
  migrate(db, path, DAY_MIGRATIONS.slice(0, 1));
  db.exec("INSERT INTO rooms VALUES (1, 'room')");
  const verdict = { category: 'ad', score: 1, reasons: [], by: 'ad@1' };
  const rows = [
    ['a', { ...verdict, flag: false }],
    ['b', { ...verdict, flag: true }],
    ['c', { ...verdict, flag: true, shadow: true }],
  ] as const;
  for (const [index, [key, each]] of rows.entries()) {
    const doc = { offset: index, event: chatEvent({ key }), verdicts: [each] };
    const flagged = key === 'b' ? 1 : 0;
    db.prepare('INSERT INTO events VALUES (?, ?, 1, ?, ?, 0, NULL, ?)').run(
      index + 1,
      index,
      index,
      TEST_TIME,
      flagged,
    );
    db.prepare('INSERT INTO docs VALUES (?, ?)').run(index + 1, JSON.stringify(doc));
  }
  db.close();
}
