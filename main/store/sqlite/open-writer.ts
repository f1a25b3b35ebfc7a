import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { dayFileName, dayOf } from '../days.ts';
import type { Store, StoreGauges } from '../store.ts';
import { toStoreError } from '../store-error.ts';
import { DECISIONS_FILE, daysInFolder, filesOf, readDays } from './catalog.ts';
import type { Connection } from './database.ts';
import type { DayFiles } from './day-files.ts';
import { dayFiles } from './day-files.ts';
import { decisionsWriter } from './decisions-writer.ts';
import { lockFolder } from './lock.ts';
import type { WriteOutcome, WriteStep } from './messages.ts';
import { openMigrated } from './migrate.ts';
import { DECISIONS_MIGRATIONS } from './migrations/index.ts';
import { bytesOf, retireDays } from './retire.ts';
import { upkeep } from './upkeep.ts';
import { createWriter } from './writer.ts';

/** How the writing side is opened. */
export interface WriterOptions {
  readonly dir: string;
  /** Epoch ms; today's file is opened at once. */
  readonly now: number;
  readonly fold: (text: string) => string;
  /** For crash tests: called between the commits of a paired batch. */
  readonly between?: (() => void) | undefined;
}

/** The writing side of a store's folder. */
export interface OpenWriter {
  readonly commit: (writes: readonly (readonly WriteStep[])[]) => readonly WriteOutcome[];
  /** Marks days for removal; see `retireDays`. */
  readonly retire: (rule: Parameters<Store['retain']>[0]) => readonly string[];
  /** Forgets days whose files are unlinked. */
  readonly forget: (days: readonly string[]) => void;
  /** Copies what is left of the logs back, so that they begin anew; see `keeper.ts`. */
  readonly rewind: () => void;
  /** A short piece of upkeep; true if there is more to do. */
  readonly idle: () => boolean;
  readonly files: () => StoreGauges['files'];
  /** Events in all files. */
  readonly events: () => number;
  readonly close: () => void;
}

/** Opens the files, migrates them, and takes back what a kill left half done. */
export function openWriter(options: WriterOptions): Result<OpenWriter> {
  let unlock: (() => void) | undefined;
  let decisions: Connection | undefined;
  let days: DayFiles | undefined;
  try {
    mkdirSync(options.dir, { recursive: true });
    unlock = lockFolder(options.dir);
    const path = join(options.dir, DECISIONS_FILE);
    decisions = openMigrated(path, { synchronous: 'FULL', cacheKiB: 16_384 }, DECISIONS_MIGRATIONS);
    unlinkDead(options.dir, decisions);
    days = dayFiles(options.dir, decisions, options.fold);
    const lastBatch = recover(options.dir, decisions, days);
    if (isWritable(decisions, dayOf(options.now))) days.open(dayOf(options.now));
    return ok(parts(options, decisions, days, lastBatch, unlock));
  } catch (thrown) {
    days?.close();
    decisions?.close();
    unlock?.();
    return fail(toStoreError('open', thrown).fault);
  }
}

function parts(
  options: WriterOptions,
  decisions: Connection,
  days: DayFiles,
  lastBatch: number,
  unlock: () => void,
): OpenWriter {
  const { dir, between } = options;
  const writer = createWriter({ decisions: decisionsWriter(decisions), days, lastBatch, between });
  const keep = upkeep(dir, decisions, days);
  return {
    commit: (writes) => {
      const outcomes = writer.commit(writes);
      keep.touch();
      return outcomes;
    },
    retire: (rule) => retireDays(dir, decisions, days, rule),
    forget: (gone) => {
      for (const day of gone) decisions.prepare("DELETE FROM days WHERE day = ? AND state = 'dead'").run(day);
    },
    rewind: () => {
      for (const db of [decisions, ...days.opened().map((file) => file.db)])
        db.pragma('wal_checkpoint(PASSIVE)');
    },
    idle: keep.step,
    files: () => [
      { name: DECISIONS_FILE, bytes: bytesOf(join(dir, DECISIONS_FILE)) },
      ...readDays(decisions)
        .filter(({ state }) => state !== 'dead')
        .map(({ day }) => {
          const name = dayFileName(day);
          return { name, bytes: bytesOf(join(dir, name)), events: days.counts().get(day) ?? 0 };
        }),
    ],
    events: () => [...days.counts().values()].reduce((sum, rows) => sum + rows, 0),
    close: () => {
      days.close();
      decisions.pragma('wal_checkpoint(TRUNCATE)');
      decisions.close();
      unlock();
    },
  };
}

/** Finishes what retention began: files marked dead may still be there after a kill. */
function unlinkDead(dir: string, decisions: Connection): void {
  for (const { day, state } of readDays(decisions)) {
    if (state !== 'dead') continue;
    for (const file of filesOf(join(dir, dayFileName(day)))) rmSync(file, { force: true });
    decisions.prepare('DELETE FROM days WHERE day = ?').run(day);
  }
}

/** Takes back the batch of every day file that is ahead of the decisions file; returns the highest number. */
function recover(dir: string, decisions: Connection, days: DayFiles): number {
  const decided = Number(decisions.prepare('SELECT number FROM batch').pluck().get());
  let last = decided;
  for (const day of daysInFolder(dir)) last = Math.max(last, days.examine(day, decided));
  return last;
}

function isWritable(decisions: Connection, day: string): boolean {
  return readDays(decisions).every((record) => record.day !== day || record.state === 'open');
}
