import { FORM } from './lexicon/compile.ts';
import type { Tag } from './lexicon/term.ts';
import { formOf } from './matcher.ts';
import { firstOf, overlaps, type Reading, strongestOf, termOf } from './reading.ts';

const BASE = -4.2;
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
  /** Of a minor, or of an elder or what a family owns together. */
  readonly minor: number;
  /** An age under eighteen that is named beside a claim, or is one's own or a child's. */
  readonly age?: NamedAge | undefined;
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
  const young = strongestOf(reading, 'minor');
  const family = strongestOf(reading, 'family');
  const hit = {
    demand: strongestOf(reading, 'demand'),
    accuse: strongestOf(reading, 'accuse'),
    unpaid: strongestOf(reading, 'unpaid'),
    mistake: strongestOf(reading, 'mistake'),
    authority: strongestOf(reading, 'authority'),
    // Who names an elder means them, also where they took a phone as a child would.
    minor: family >= 0 ? family : young,
    money: moneyOf(reading),
    joke: firstOf(reading, 'joke'),
    forbid: firstOf(reading, 'forbid'),
  };
  const weightOf = (index: number): number => (index < 0 ? 0 : termOf(reading, index).weight);
  const has = (index: number): number => (index < 0 ? 0 : 1);
  const chargeWeight = weightOf(strongestOf(reading, 'charge'));
  const isAsking = matches.count('howTo') > 0;
  const isMine = matches.count('mine') > 0;
  const hasMoney = hit.money >= 0 || chargeWeight > 0 || hasAmount(reading.streams.text);
  const isDisguised =
    hit.demand >= 0 && weightOf(hit.demand) > 3 && formOf(matches, hit.demand) !== FORM.exact;
  // `没给` and the like claim something only where money or gifts are named.
  const isUnpaid = hit.unpaid >= 0 && (weightOf(hit.unpaid) > 2 || hit.money >= 0);
  // Going to an authority is a claim of its own; a second accusation too.
  const isLegal = hit.authority >= 0 && weightOf(hit.authority) > 2;
  const claim =
    has(hit.demand) +
    (hit.accuse < 0 ? 0 : weightOf(hit.accuse) > 2 ? 1 : 0.5) +
    (isUnpaid ? 1 : 0) +
    has(hit.mistake) +
    (isLegal ? 0.5 : 0) +
    (hit.accuse >= 0 && isTwice(reading, 'accuse', hit.accuse) ? 0.5 : 0);
  const named = ageIn(reading.streams.text);
  const isOwnAge = named !== undefined && (isMine || hit.minor >= 0);
  const age = isOwnAge || claim >= 1 ? named : undefined;
  const minor = Math.max(weightOf(young), weightOf(family), isOwnAge ? OWN_MINOR : 0);
  const backing =
    has(hit.authority) + (minor > 0 ? 1 : 0) + (hasMoney ? 1 : 0) + (isMine ? 0.6 : 0) + (isAsking ? 0.6 : 0);
  const isMinors = isMinorsRecharge(minor, chargeWeight, hit.money >= 0, isMine || isAsking);
  const isPursued = isLegal && (isMine || matches.count('authority') > 1);
  const isFirm =
    weightOf(hit.demand) > 3 &&
    (backing >= 0.6 || isTwice(reading, 'demand', hit.demand) || isWhole(reading, hit.demand));
  const hasTwoCues =
    (claim >= 1 && backing >= 1) || isFirm || claim >= 1.5 || isPursued || isMinors || isDisguised;

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
  logOdds += minor;
  if (hasMoney) logOdds += 1.3;
  if (isMine) logOdds += 0.7;
  if (isAsking) logOdds += 0.8;
  if (isDisguised) logOdds += 2.6;
  if (hit.accuse >= 0 && isTwice(reading, 'accuse', hit.accuse)) logOdds += 1.2;
  if (isMinors) logOdds += 1.4;
  logOdds += hasTwoCues ? 1.2 : -1.2;
  if (claim === 0 && !isMinors) logOdds -= 2.5;
  const isSerious = isMinors && (claim > 0 || minor >= OWN_MINOR);
  if (hit.joke >= 0) logOdds -= isSerious ? 0.5 : 3.5;
  if (hit.forbid >= 0) logOdds -= isSerious && claim > 0 ? 0.5 : 3;
  if (matches.count('laugh') > 0) logOdds -= isSerious ? 0.3 : 2;
  if (hasPaid && claim >= 1) logOdds += 1.5;
  if (hit.demand >= 0 && isWhole(reading, hit.demand)) logOdds += 1.5;
  return { logOdds, hasTwoCues, ...hit, ...(age === undefined ? {} : { age }) };
}

/** What the model's log-odds add to the cues', within limits. */
export function disputeLeaning(model: number): number {
  return 0.85 * Math.min(8, Math.max(-3, model));
}

/** Where no cue was found the model must be very sure; it adds a part of its own log-odds, within limits. */
export function disputeOddsOf(cues: number, model: number): number {
  return Math.max(-3.5, cues) + disputeLeaning(model) - 0.3;
}

/** A minor who paid: of one's own family with any payment, any other with plain words for one and a plea. */
function isMinorsRecharge(minor: number, charge: number, hasMoney: boolean, isPlea: boolean): boolean {
  if (minor >= OWN_MINOR) return charge > 0 || hasMoney;
  return minor > 0 && charge >= STRONG_CHARGE && isPlea;
}

/** A word about money that is no part of a demand or accusation (`退钱` holds `钱`); -1 if there is none. */
function moneyOf(reading: Reading): number {
  const { matches } = reading;
  if (matches.count('money') === 0) return -1;
  for (let hit = 0; hit < matches.length; hit += 1) {
    if (!matches.is(hit, 'money')) continue;
    const size = (matches.ends[hit] ?? 0) - (matches.starts[hit] ?? 0);
    if (size > 1 || !isInClaim(reading, hit)) return hit;
  }
  return -1;
}

function isInClaim(reading: Reading, hit: number): boolean {
  const { matches } = reading;
  for (let other = 0; other < matches.length; other += 1) {
    const isClaim = matches.is(other, 'demand') || matches.is(other, 'accuse');
    if (isClaim && overlaps(matches, hit, other)) return true;
  }
  return false;
}

/** Whether a hit is nearly all that is said. */
function isWhole({ matches, streams }: Reading, hit: number): boolean {
  const size = (matches.ends[hit] ?? 0) - (matches.starts[hit] ?? 0);
  return size >= 2 && size + 1 >= streams.squeezed.length;
}

/** Whether a tag stands a second time, apart from the first. */
function isTwice(reading: Reading, tag: Tag, first: number): boolean {
  const { matches } = reading;
  for (let hit = 0; hit < matches.length; hit += 1) {
    if (hit !== first && matches.is(hit, tag) && !overlaps(matches, hit, first)) return true;
  }
  return false;
}

const HAN_AGES = ['五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七'];
const AGE = /(?<![\d十])(1[0-7]|[5-9]|[五六七八九]|十[一二三四五六七]?)\s?(?:岁|周岁|year|yr|yo\b)/i;

const MY_AGE = /\bi(?:'?m| am)(?: only| just)? (1[0-7]|[5-9])\b(?!\s?(?:%|k\b|th\b|[.:]\d|\/))/i;

/** An age and where it stands, [start, end). */
export interface NamedAge {
  /** Under eighteen. */
  readonly years: number;
  readonly span: readonly [number, number];
}

/** An age under eighteen that somebody names. */
export function ageIn(text: string): NamedAge | undefined {
  if (!/岁|year|yr|yo\b|i'?m\b|i am/i.test(text)) return undefined;
  const found = AGE.exec(text) ?? MY_AGE.exec(text);
  const digits = found?.[1];
  if (found === null || digits === undefined) return undefined;
  const han = HAN_AGES.indexOf(digits);
  const span: readonly [number, number] = [found.index, found.index + found[0].length];
  return { years: han >= 0 ? han + 5 : Number(digits), span };
}

const AMOUNT =
  /\d{2,}\s?(?:块|元|r\b|rmb|刀|k\b|w\b|万|美元|dollars?|bucks|usd|euros?)|[$¥￥€]\s?\d|[一二两三四五六七八九十几][百千万]/i;

/** Whether an amount of money is named. */
function hasAmount(text: string): boolean {
  return /[\d百千万]/.test(text) && AMOUNT.test(text);
}
