import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dayFileName, isPast } from '../days.ts';
import type { Store } from '../store.ts';
import { filesOf, readDays } from './catalog.ts';
import type { Connection } from './database.ts';
import type { DayFiles } from './day-files.ts';
import { sealSome } from './seal.ts';

/** Bytes of a database with its log; 0 where there is none. */
export function bytesOf(path: string): number {
  let sum = 0;
  for (const file of filesOf(path)) sum += statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return sum;
}

/**
 * Chooses the days to remove, oldest first: by age any, by size any but the newest. Their sums are handed
 * over and they are marked dead in the decisions file; nothing is unlinked yet. Returns the days.
 */
export function retireDays(
  dir: string,
  decisions: Connection,
  days: DayFiles,
  rule: Parameters<Store['retain']>[0],
): readonly string[] {
  const live = readDays(decisions).filter((record) => record.state !== 'dead');
  let total = live.reduce((sum, { day }) => sum + bytesOf(join(dir, dayFileName(day))), 0);
  let left = live.length;
  const gone: string[] = [];
  for (const { day, state } of live) {
    const isTooMuch = total > rule.maxBytes && left > 1;
    if (!isPast(day, rule.now, rule.maxAgeDays) && !isTooMuch) break;
    const path = join(dir, dayFileName(day));
    total -= bytesOf(path);
    left -= 1;
    days.retire(day);
    if (state !== 'sealed' && existsSync(path)) {
      while (!sealSome(dir, decisions, day, 20_000));
    }
    decisions.prepare("UPDATE days SET state = 'dead' WHERE day = ?").run(day);
    days.drop(day);
    gone.push(day);
  }
  return gone;
}
