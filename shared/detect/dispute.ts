import { firstOf, lengthOf, type Reading, strongestOf, termOf } from './reading.ts';

const BASE = -4.6;

/** What makes a text part of a dispute about money. Hits are -1 where there is none. */
export interface DisputeFinding {
  readonly logOdds: number;
  /** Two independent cues, or one with the person's own money behind it. */
  readonly hasTwoCues: boolean;
  readonly demand: number;
  readonly accuse: number;
  readonly unpaid: number;
  readonly mistake: number;
  readonly authority: number;
  readonly minor: number;
  readonly money: number;
  readonly joke: number;
  readonly forbid: number;
}

/**
 * Log-odds of a dispute about refunds, recharges or gifts: a demand, complaint or slip together with
 * money, an authority, a minor or oneself. `hasPaid`: this person paid in this room.
 */
export function findDispute(reading: Reading, hasPaid: boolean): DisputeFinding {
  const { matches } = reading;
  const hit = {
    demand: strongestOf(reading, 'demand'),
    accuse: strongestOf(reading, 'accuse'),
    unpaid: strongestOf(reading, 'unpaid'),
    mistake: strongestOf(reading, 'mistake'),
    authority: strongestOf(reading, 'authority'),
    minor: strongestOf(reading, 'minor'),
    money: firstOf(reading, 'money'),
    joke: firstOf(reading, 'joke'),
    forbid: firstOf(reading, 'forbid'),
  };
  const has = (index: number): number => (index < 0 ? 0 : 1);
  const isAsking = matches.count('howTo') > 0;
  const isMine = matches.count('mine') > 0;
  const hasMoney = hit.money >= 0 || matches.count('charge') > 0;
  const claim = has(hit.demand) + has(hit.accuse) + has(hit.unpaid) + has(hit.mistake);
  const backing =
    has(hit.authority) + has(hit.minor) + (hasMoney ? 1 : 0) + (isMine ? 0.6 : 0) + (isAsking ? 0.6 : 0);
  const hasTwoCues =
    (claim >= 1 && backing >= 1) || claim >= 2 || (hit.minor >= 0 && hasMoney && matches.count('charge') > 0);
  let logOdds = BASE;
  for (const index of [hit.demand, hit.accuse, hit.unpaid, hit.mistake, hit.minor, hit.authority]) {
    if (index >= 0) logOdds += termOf(reading, index).weight;
  }
  if (hasMoney) logOdds += 1.3;
  if (isMine) logOdds += 0.7;
  if (isAsking) logOdds += 0.8;
  if (hasTwoCues) logOdds += 1.2;
  else logOdds -= 1.5;
  if (claim === 0 && !(hit.minor >= 0 && hasTwoCues)) logOdds -= 2.5;
  if (hit.joke >= 0) logOdds -= hit.minor >= 0 && matches.count('charge') > 0 ? 0.5 : 3.5;
  if (hit.forbid >= 0) logOdds -= claim > 0 && hit.minor >= 0 ? 0.5 : 3;
  if (matches.count('laugh') > 0) logOdds -= 1.2;
  if (hasPaid && claim >= 1) logOdds += 1.5;
  if (lengthOf(reading) <= 2) logOdds -= 2;
  return { logOdds, hasTwoCues, ...hit };
}
