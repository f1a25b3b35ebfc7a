import { LAST, type PersonRecord } from './persons.ts';
import type { RaidFinding } from './raid.ts';
import type { Sketch } from './shingles.ts';

/** What one person's last messages look like. */
export interface FloodFinding {
  readonly logOdds: number;
  /** The same message so often within half a minute. */
  readonly repeats: number;
  /** Messages within ten seconds. */
  readonly rate: number;
}

const HALF_MINUTE = 30_000;
const TEN_SECONDS = 10_000;

/** Log-odds that one person floods, after their message was taken in. */
export function findFlood(
  record: PersonRecord,
  sketch: Sketch,
  raid: RaidFinding | undefined,
  at: number,
): FloodFinding {
  const held = Math.min(record.messages, LAST);
  let same = 0;
  let rate = 0;
  for (let back = 1; back <= held; back += 1) {
    const place = (record.messages - back) % LAST;
    const age = at - (record.ring.times[record.base + place] ?? 0);
    if (age > HALF_MINUTE || age < 0) continue;
    if (age <= TEN_SECONDS) rate += 1;
    if (record.ring.sounds[record.base + place] === sketch.canon) same += 1;
  }
  const near = raid?.own ?? 0;
  const repeats = Math.max(same, near);
  // A cheer (`草`, `88888`) may be repeated more often than a sentence.
  const bySame = sketch.isInformative ? 1.3 * repeats - 4.2 : 0.6 * same - 6.8;
  const byRate = 0.7 * rate - 6;
  return { logOdds: Math.max(bySame, byRate, -5), repeats, rate };
}
