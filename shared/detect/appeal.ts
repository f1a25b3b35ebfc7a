import { firstOf, overlaps, type Reading, strongestOf, termOf } from './reading.ts';

const BASE = -4.3;

/** What makes a text an appeal. Hits are -1 where there is none. */
export interface AppealFinding {
  readonly logOdds: number;
  readonly sanction: number;
  readonly why: number;
  readonly release: number;
  readonly wrongly: number;
  readonly benign: number;
}

/**
 * Log-odds that somebody asks about or against a mute or ban of their own or a friend's account.
 * `wasSanctioned`: this person was muted or banned here lately.
 */
export function findAppeal(reading: Reading, wasSanctioned: boolean): AppealFinding {
  const { matches } = reading;
  const sanction = sanctionOf(reading);
  const why = firstOf(reading, 'why');
  const release = strongestOf(reading, 'release');
  const wrongly = strongestOf(reading, 'wrongly');
  const benign = benignOf(reading);
  const isMe = matches.count('meObject') > 0;
  const hasMod = matches.count('modWord') > 0;
  const hasSorry = matches.count('sorry') > 0;
  let logOdds = BASE;
  if (sanction >= 0) logOdds += termOf(reading, sanction).weight;
  if (release >= 0) logOdds += termOf(reading, release).weight;
  if (wrongly >= 0) logOdds += termOf(reading, wrongly).weight;
  if (why >= 0 && sanction >= 0) logOdds += 2;
  if (why >= 0 && (release >= 0 || wrongly >= 0)) logOdds += 0.6;
  if (isMe && sanction >= 0) logOdds += isOwn(reading) ? 2.6 : 0.8;
  else if (isMe && (release >= 0 || wrongly >= 0)) logOdds += 1.8;
  if (hasMod && (release >= 0 || wrongly >= 0 || (sanction >= 0 && isMe))) logOdds += 1.6;
  if (hasSorry && (sanction >= 0 || release >= 0)) logOdds += 1.2;
  if (sanction >= 0 && release >= 0) logOdds += 1.2;
  if (sanction >= 0 && wrongly >= 0) logOdds += 1.2;
  if (sanction < 0 && release < 0 && wrongly < 0) logOdds -= 2;
  if (benign >= 0) logOdds -= 4;
  if (wasSanctioned && (sanction >= 0 || release >= 0 || wrongly >= 0)) logOdds += 2;
  return { logOdds, sanction, why, release, wrongly, benign };
}

/** What the model's log-odds add to the cues', within limits. */
export function appealLeaning(model: number): number {
  return 1.3 * Math.min(8, Math.max(-3, model));
}

/** Where no cue was found the model must be very sure; it adds its own log-odds, within limits. */
export function appealOddsOf(cues: number, model: number): number {
  return Math.max(-3, cues) + appealLeaning(model) - 1.5;
}

/** The first saying that is about something else and is no part of a plea (`解禁一下` holds `禁一下`). */
function benignOf(reading: Reading): number {
  const { matches } = reading;
  if (matches.count('appealBenign') === 0) return -1;
  for (let hit = 0; hit < matches.length; hit += 1) {
    if (matches.is(hit, 'appealBenign') && !isInPlea(reading, hit)) return hit;
  }
  return -1;
}

function isInPlea(reading: Reading, hit: number): boolean {
  const { matches } = reading;
  for (let other = 0; other < matches.length; other += 1) {
    if (matches.is(other, 'release') && overlaps(matches, hit, other)) return true;
  }
  return false;
}

/** Somebody's own sanction: `禁言我`, `我被封`; not `我觉得该封`. */
function isOwn(reading: Reading): boolean {
  const { matches } = reading;
  for (let hit = 0; hit < matches.length; hit += 1) {
    if (!matches.is(hit, 'sanction')) continue;
    for (let other = 0; other < matches.length; other += 1) {
      if (!matches.is(other, 'meObject')) continue;
      const before = (matches.starts[hit] ?? 0) - (matches.ends[other] ?? 0);
      const after = (matches.starts[other] ?? 0) - (matches.ends[hit] ?? 0);
      if (Math.max(before, after) <= (before > 0 ? 3 : 1)) return true;
    }
  }
  return false;
}

/** The strongest word for a sanction that is no part of a plea (`解封了` holds `封了`). */
function sanctionOf(reading: Reading): number {
  const { matches } = reading;
  if (matches.count('sanction') === 0) return -1;
  let best = -1;
  for (let hit = 0; hit < matches.length; hit += 1) {
    if (!matches.is(hit, 'sanction') || isInPlea(reading, hit)) continue;
    if (best < 0 || termOf(reading, hit).weight > termOf(reading, best).weight) best = hit;
  }
  return best;
}
