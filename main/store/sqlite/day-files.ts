import { join } from 'node:path';
import { DAY_MS, dayFileName, dayOf, dayStart } from '../days.ts';
import { readDays } from './catalog.ts';
import type { Connection } from './database.ts';
import { takeBackBatch } from './day-undo.ts';
import type { DayWriter } from './day-writer.ts';
import { dayWriter } from './day-writer.ts';
import { openMigrated } from './migrate.ts';
import { DAY_MIGRATIONS } from './migrations/index.ts';

/** Events of a batch that go into one file. */
export interface DayPlan {
  readonly file: DayWriter;
  readonly indexes: readonly number[];
  /** The day before, where there is one, and when it ended. */
  readonly before?: { readonly file: DayWriter; readonly endedAt: number } | undefined;
}

/** The day files open for writing. */
export interface DayFiles {
  /** Shares events out to files by the day of their receipt, opening what is needed. */
  readonly plan: (received: readonly number[]) => readonly DayPlan[];
  readonly open: (day: string) => DayWriter;
  /**
   * Migrates a file found in the folder, notes how much it holds, and takes its last batch back if that
   * is ahead of what was decided. Returns the batch's number.
   */
  readonly examine: (day: string, decided: number) => number;
  readonly opened: () => readonly DayWriter[];
  /** Events of each file that was opened so far. */
  readonly counts: () => ReadonlyMap<string, number>;
  /** Closes a file and keeps it from being written again. */
  readonly retire: (day: string) => void;
  /** Counts a retired file's events no more. */
  readonly drop: (day: string) => void;
  /** Closes what has not been used for long. */
  readonly trim: () => void;
  readonly close: () => void;
}

/** Page cache of a day file that is written, KiB. */
const CACHE_KIB = 96 * 1024;
/** Files that stay open for writing. */
const MOST_OPEN = 3;

/** Manages the day files of a folder; `decisions` holds the list of them. */
export function dayFiles(dir: string, decisions: Connection, fold: (text: string) => string): DayFiles {
  const opened = new Map<string, DayWriter>();
  const rows = new Map<string, number>();
  const closedDays = new Set<string>();
  const known = new Set<string>();
  for (const { day, state } of readDays(decisions)) {
    known.add(day);
    if (state !== 'open') closedDays.add(day);
  }
  const addDay = decisions.prepare("INSERT OR IGNORE INTO days (day, state) VALUES (?, 'open')");
  const drop = (day: string): boolean => rows.delete(day);
  return { plan, open, examine, opened: () => [...opened.values()], counts, retire, drop, trim, close };

  function plan(received: readonly number[]): readonly DayPlan[] {
    const byNumber = new Map<number, number[]>();
    for (const [index, at] of received.entries()) {
      const number = Math.floor(at / DAY_MS);
      const indexes = byNumber.get(number);
      if (indexes === undefined) byNumber.set(number, [index]);
      else indexes.push(index);
    }
    const byDay = new Map<string, number[]>();
    for (const [number, indexes] of byNumber) {
      const day = writable(dayOf(number * DAY_MS));
      byDay.set(day, [...(byDay.get(day) ?? []), ...indexes]);
    }
    return [...byDay].map(([day, indexes]) => ({ file: open(day), indexes, before: dayBefore(day) }));
  }

  /** A day whose sums were handed over takes no more events: they go to the newest day that does. */
  function writable(day: string): string {
    if (!closedDays.has(day)) return day;
    const newest = [...known]
      .filter((other) => !closedDays.has(other))
      .sort()
      .at(-1);
    return newest ?? nextDay([...closedDays].sort().at(-1) ?? day);
  }

  function dayBefore(day: string): DayPlan['before'] {
    const before = dayOf(dayStart(day) - DAY_MS);
    if (!known.has(before) || closedDays.has(before)) return undefined;
    return { file: open(before), endedAt: dayStart(day) };
  }

  function open(day: string): DayWriter {
    const before = opened.get(day);
    if (before !== undefined) {
      opened.delete(day);
      opened.set(day, before);
      return before;
    }
    const path = join(dir, dayFileName(day));
    const db = openMigrated(path, { synchronous: 'NORMAL', cacheKiB: CACHE_KIB }, DAY_MIGRATIONS);
    const file = dayWriter(db, day, fold);
    if (!known.has(day)) addDay.run(day);
    known.add(day);
    opened.set(day, file);
    return file;
  }

  function examine(day: string, decided: number): number {
    const path = join(dir, dayFileName(day));
    const db = openMigrated(path, { synchronous: 'NORMAL', cacheKiB: 8192 }, DAY_MIGRATIONS);
    try {
      const batch = db.prepare('SELECT number, paired FROM batch').get() as {
        readonly number: number;
        readonly paired: number;
      };
      if (batch.paired === 1 && batch.number > decided) takeBackBatch(db);
      addDay.run(day);
      known.add(day);
      rows.set(day, Number(db.prepare('SELECT coalesce(max(row), 0) FROM events').pluck().get()));
      return batch.number;
    } finally {
      db.close();
    }
  }

  function counts(): ReadonlyMap<string, number> {
    for (const [day, file] of opened) rows.set(day, file.rows());
    return rows;
  }

  function retire(day: string): void {
    shut(day);
    closedDays.add(day);
  }

  function trim(): void {
    for (const day of opened.keys()) {
      if (opened.size <= MOST_OPEN) return;
      shut(day);
    }
  }

  function shut(day: string): void {
    const file = opened.get(day);
    if (file === undefined) return;
    rows.set(day, file.rows());
    file.close();
    opened.delete(day);
  }

  function close(): void {
    for (const file of opened.values()) file.close();
    opened.clear();
  }
}

function nextDay(day: string): string {
  return dayOf(dayStart(day) + DAY_MS);
}
