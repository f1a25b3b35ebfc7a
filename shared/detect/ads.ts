import { type ContactId, findContactId } from './contact.ts';
import { FORM } from './lexicon/compile.ts';
import type { Tag } from './lexicon/term.ts';
import { findLink, type Link } from './links.ts';
import { formOf } from './matcher.ts';
import { lengthOf, overlaps, type Reading, strongestOf, termOf } from './reading.ts';

const BASE = -3.0;

/** What makes a text an advertisement. Hits are -1 where there is none. */
export interface AdFinding {
  readonly logOdds: number;
  readonly contact: number;
  readonly profile: number;
  readonly lure: number;
  readonly goods: number;
  readonly adult: number;
  readonly id: ContactId | undefined;
  readonly link: Link | undefined;
}

/** Log-odds that a text advertises: a way of contact or a place to look, and something to get there. */
export function findAd(reading: Reading, allowedHosts: readonly string[]): AdFinding {
  const { matches, streams } = reading;
  const contact = strongestOf(reading, 'contact');
  const profile = strongestOf(reading, 'profile');
  const lure = strongestOf(reading, 'lure');
  const goods = strongestOf(reading, 'goods');
  const adult = strongestOf(reading, 'adult');
  const link = mayHoldLink(streams.text) ? linkIn(streams.text, allowedHosts) : undefined;
  const found = lengthOf(reading) >= 5 ? findContactId(reading) : undefined;
  // A number inside a link is no account, nor is an authority's.
  const isPart =
    found !== undefined &&
    ((link !== undefined && isTouching(found, link)) || isHotline(streams.text, found));
  const id = isPart ? undefined : found;
  const strength = id?.strength ?? 0;
  const weightOf = (hit: number): number =>
    hit < 0 ? 0 : termOf(reading, hit).weight + disguiseOf(reading, hit);
  let logOdds =
    BASE + weightOf(contact) + weightOf(profile) + weightOf(lure) + weightOf(goods) + weightOf(adult);
  if (contact >= 0 && strength > 0) logOdds += 1.6 + 2.4 * strength;
  else if (strength >= 0.8) logOdds += 1.2;
  logOdds += 0.8 * Math.min(3, Math.max(0, apartOf(reading, 'lure') - 1));
  logOdds += 0.8 * Math.min(3, Math.max(0, apartOf(reading, 'goods') - 1));
  if (profile >= 0 && (lure >= 0 || adult >= 0)) logOdds += 1.6;
  if (lure >= 0 && adult >= 0) logOdds += 1;
  if (contact >= 0 && goods >= 0) logOdds += 1;
  if (goods >= 0 && lure >= 0) logOdds += 0.8;
  if (profile >= 0 && goods >= 0) logOdds += 1;
  if (contact >= 0 && lure >= 0) logOdds += 0.6;
  if (link !== undefined && !link.isKnown) logOdds += 4.2;
  if (link !== undefined && (contact >= 0 || lure >= 0 || goods >= 0 || adult >= 0)) logOdds += 1.2;
  if (contact < 0 && profile < 0 && lure < 0 && goods < 0 && adult < 0 && link === undefined) logOdds -= 1;
  if (matches.count('adBenign') > 0) logOdds -= 2.6;
  if (lengthOf(reading) < 5) logOdds -= 1.5;
  return { logOdds, contact, profile, lure, goods, adult, id, link };
}

/** What the model's log-odds add to the cues', within limits. */
export function adLeaning(model: number): number {
  return 0.4 * Math.min(8, Math.max(-3, model));
}

/**
 * Cues and model together: the model tells what no list foresaw, within limits. Where nothing at all was found
 * it may only warn: names and numbers alone are no offer.
 */
export function adOddsOf(found: AdFinding, model: number): number {
  const odds = Math.max(-5, found.logOdds) + adLeaning(model) + 1.6;
  if (!hasCue(found)) return Math.min(odds, 0);
  return isBareContact(found) ? odds - 1 : odds;
}

/** Whether a way of contact is named and nothing else: people talk of them all day. */
function isBareContact({ contact, profile, lure, goods, adult, link, id }: AdFinding): boolean {
  const rest = profile >= 0 || lure >= 0 || goods >= 0 || adult >= 0;
  return contact >= 0 && !rest && link === undefined && id === undefined;
}

function hasCue({ contact, profile, lure, goods, adult, link }: AdFinding): boolean {
  return contact >= 0 || profile >= 0 || lure >= 0 || goods >= 0 || adult >= 0 || link !== undefined;
}

/** How many hits of a tag stand apart from each other. */
function apartOf(reading: Reading, tag: Tag): number {
  const { matches } = reading;
  if (matches.count(tag) < 2) return matches.count(tag);
  let count = 0;
  for (let hit = 0; hit < matches.length; hit += 1) {
    if (!matches.is(hit, tag)) continue;
    let isFirst = true;
    for (let other = 0; other < hit && isFirst; other += 1)
      isFirst = !matches.is(other, tag) || !overlaps(matches, hit, other);
    if (isFirst) count += 1;
  }
  return count;
}

/** Who spells `签名` as `签洺` has something to hide. */
function disguiseOf(reading: Reading, hit: number): number {
  const size = (reading.matches.ends[hit] ?? 0) - (reading.matches.starts[hit] ?? 0);
  return formOf(reading.matches, hit) === FORM.exact || size < 2 ? 0 : 1;
}

/** Numbers of authorities are nobody's account. */
function isHotline(text: string, id: ContactId): boolean {
  return /^\D*(12315|12345|12318)\D*$/.test(text.slice(id.span[0], id.span[1]));
}

/** In a link or right after it, as its path is. */
function isTouching(id: ContactId, link: Link): boolean {
  return id.span[1] >= link.span[0] && id.span[0] <= link.span[1] + 40;
}

const SPACED = /(?:[a-z\d.。点][\s*|_-]+){5,}[a-z\d]/i;

/** A link, also one whose letters stand apart (`w w w . a b . c o m`). */
function linkIn(text: string, allowedHosts: readonly string[]): Link | undefined {
  const link = findLink(text, allowedHosts);
  if (link !== undefined) return link;
  const spaced = SPACED.exec(text);
  if (spaced === null) return undefined;
  const found = findLink(spaced[0].replace(/[\s*|_-]/g, ''), allowedHosts);
  return found === undefined
    ? undefined
    : { ...found, span: [spaced.index, spaced.index + spaced[0].length] };
}

/** A dot between two word characters, or a spelled one, is needed for any link. */
function mayHoldLink(text: string): boolean {
  return /[.。．·‧﹒点點]|dot/i.test(text);
}
