import { FORM } from './lexicon/compile.ts';
import { formOf } from './matcher.ts';
import { firstOf, lengthOf, type Reading, strongestOf, termOf } from './reading.ts';

const BASE = -4.6;
/** From this weight a word about a minor speaks of one's own family or of oneself. */
const OWN_MINOR = 3;
const STRONG_CHARGE = 1.5;

/** What makes a text part of a dispute about money. Hits are -1 where there is none. */
export interface DisputeFinding {
  readonly logOdds: number;
  /** Two independent cues. */
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
  const weightOf = (index: number): number => (index < 0 ? 0 : termOf(reading, index).weight);
  const has = (index: number): number => (index < 0 ? 0 : 1);
  const chargeWeight = weightOf(strongestOf(reading, 'charge'));
  const isAsking = matches.count('howTo') > 0;
  const isMine = matches.count('mine') > 0;
  const hasMoney = hit.money >= 0 || chargeWeight > 0;
  const isDisguised =
    hit.demand >= 0 && weightOf(hit.demand) > 3 && formOf(matches, hit.demand) !== FORM.exact;
  // `没给` and the like claim something only where money or gifts are named.
  const isUnpaid = hit.unpaid >= 0 && (weightOf(hit.unpaid) > 2 || hit.money >= 0);
  const claim = has(hit.demand) + has(hit.accuse) + (isUnpaid ? 1 : 0) + has(hit.mistake);
  const backing =
    has(hit.authority) + has(hit.minor) + (hasMoney ? 1 : 0) + (isMine ? 0.6 : 0) + (isAsking ? 0.6 : 0);
  const isMinors = isMinorsRecharge(weightOf(hit.minor), chargeWeight, hit.money >= 0, isMine || isAsking);
  const hasTwoCues = (claim >= 1 && backing >= 1) || claim >= 2 || isMinors || isDisguised;

  let logOdds = BASE;
  for (const index of [
    hit.demand,
    hit.accuse,
    isUnpaid ? hit.unpaid : -1,
    hit.mistake,
    hit.minor,
    hit.authority,
  ]) {
    logOdds += weightOf(index);
  }
  if (hasMoney) logOdds += 1.3;
  if (isMine) logOdds += 0.7;
  if (isAsking) logOdds += 0.8;
  if (isDisguised) logOdds += 1.2;
  if (isMinors) logOdds += 1.4;
  logOdds += hasTwoCues ? 1.2 : -1.2;
  if (claim === 0 && !isMinors) logOdds -= 2.5;
  const isSerious = isMinors && (claim > 0 || weightOf(hit.minor) >= OWN_MINOR);
  if (hit.joke >= 0) logOdds -= isSerious ? 0.5 : 3.5;
  if (hit.forbid >= 0) logOdds -= isSerious && claim > 0 ? 0.5 : 3;
  if (matches.count('laugh') > 0) logOdds -= isSerious ? 0.3 : 1.2;
  if (hasPaid && claim >= 1) logOdds += 1.5;
  if (lengthOf(reading) <= 2) logOdds -= 1;
  return { logOdds, hasTwoCues, ...hit };
}

/** A minor who paid: of one's own family with any payment, any other with plain words for one and a plea. */
function isMinorsRecharge(minor: number, charge: number, hasMoney: boolean, isPlea: boolean): boolean {
  if (minor >= OWN_MINOR) return charge > 0 || hasMoney;
  return minor > 0 && charge >= STRONG_CHARGE && isPlea;
}
