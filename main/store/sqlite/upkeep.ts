import { readDays } from './catalog.ts';
import type { Connection } from './database.ts';
import type { DayFiles } from './day-files.ts';
import { sealSome } from './seal.ts';

/** Work that waits until nobody writes. */
export interface Upkeep {
  /** Something was written. */
  readonly touch: () => void;
  /** Does a little, some 10 ms; true if there is more. */
  readonly step: () => boolean;
}

/** Pages of the search index merged at once. */
const MERGE_PAGES = 200;
/** People handed over at once. */
const SEAL_PEOPLE = 1_000;

/** Merges the search index of files that were written, seals old days, closes files not in use. */
export function upkeep(dir: string, decisions: Connection, days: DayFiles): Upkeep {
  let isDirty = true;
  return {
    touch: () => {
      isDirty = true;
    },
    step: () => {
      days.trim();
      if (isDirty) {
        isDirty = days.opened().some(({ db }) => mergeSome(db));
        return true;
      }
      return sealOldest(dir, decisions, days);
    },
  };
}

/** Merges part of the search index; false when there is nothing left worth merging. */
function mergeSome(db: Connection): boolean {
  const changes = db.prepare('SELECT total_changes()').pluck();
  const before = Number(changes.get());
  db.prepare("INSERT INTO search (search, rank) VALUES ('merge', ?)").run(MERGE_PAGES);
  return Number(changes.get()) - before >= 2;
}

/** Hands part of the oldest day over, if it is neither the newest nor the one before. */
function sealOldest(dir: string, decisions: Connection, days: DayFiles): boolean {
  const old = readDays(decisions).slice(0, -2);
  const next = old.find(({ state }) => state === 'open' || state === 'sealing');
  if (next === undefined) return false;
  days.retire(next.day);
  sealSome(dir, decisions, next.day, SEAL_PEOPLE);
  return true;
}
