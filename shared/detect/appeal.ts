import { firstOf, type Reading, strongestOf, termOf } from './reading.ts';

const BASE = -5;

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
  const sanction = strongestOf(reading, 'sanction');
  const why = firstOf(reading, 'why');
  const release = strongestOf(reading, 'release');
  const wrongly = strongestOf(reading, 'wrongly');
  const benign = firstOf(reading, 'appealBenign');
  const isMe = matches.count('meObject') > 0;
  const hasMod = matches.count('modWord') > 0;
  const hasSorry = matches.count('sorry') > 0;
  let logOdds = BASE;
  if (sanction >= 0) logOdds += termOf(reading, sanction).weight;
  if (release >= 0) logOdds += termOf(reading, release).weight;
  if (wrongly >= 0) logOdds += termOf(reading, wrongly).weight;
  if (why >= 0 && sanction >= 0) logOdds += 1.8;
  if (isMe && sanction >= 0) logOdds += 2.6;
  else if (isMe && (release >= 0 || wrongly >= 0)) logOdds += 1.8;
  if (hasMod && (release >= 0 || wrongly >= 0 || (sanction >= 0 && isMe))) logOdds += 1.2;
  if (hasSorry && (sanction >= 0 || release >= 0)) logOdds += 1.4;
  if (sanction >= 0 && release >= 0) logOdds += 1.2;
  if (sanction >= 0 && wrongly >= 0) logOdds += 1.2;
  if (sanction < 0 && release < 0 && wrongly < 0) logOdds -= 2;
  if (benign >= 0) logOdds -= 4;
  if (wasSanctioned && (sanction >= 0 || release >= 0 || wrongly >= 0)) logOdds += 2;
  return { logOdds, sanction, why, release, wrongly, benign };
}
