import type { User } from '../domain/person.ts';
import { exhaustive } from '../domain/result.ts';
import { LAST, type PersonRecord } from './persons.ts';

const DAY = 86_400_000;

/** How an account stands in the room: from signals of the platform and from what it said before. */
export type Standing = 'staff' | 'fan' | 'regular' | 'known' | 'fresh';

/** Messages of one's own from which somebody is known, and a regular. */
const KNOWN_FROM = 2;
const REGULAR_FROM = 6;
/** Age and platform level from which an account is not one made for the occasion. */
const OLD_FROM = 365 * DAY;
const HIGH_LEVEL = 20;

/**
 * Where an account stands. What it said as part of a message that many send does not count as its own;
 * `isShared` tells whether a message's cluster lives and others are in it.
 */
export function standingOf(
  record: PersonRecord,
  messagesBefore: number,
  at: number,
  isShared: (slot: number, generation: number) => boolean,
): Standing {
  const { user } = record;
  if (isStaff(user)) return 'staff';
  if (isFan(user)) return 'fan';
  const own = ownMessages(record, messagesBefore, isShared);
  if (own >= REGULAR_FROM || messagesBefore >= 50) return 'regular';
  if (user.firstMessage === true || (user.createdAt !== undefined && at - user.createdAt < 7 * DAY))
    return 'fresh';
  if (own >= KNOWN_FROM || (user.medal?.level ?? 0) >= 2 || user.roles.includes('member')) return 'known';
  return isOldAccount(user, at) ? 'known' : 'fresh';
}

/** Accounts made for a raid are neither old nor of a high level, where the platform tells. */
function isOldAccount(user: User, at: number): boolean {
  if (user.createdAt !== undefined) return at - user.createdAt >= OLD_FROM;
  return (user.level ?? 0) >= HIGH_LEVEL;
}

/** Somebody who wears the room's badge high, guards it or is its VIP. */
export function isFan(user: User): boolean {
  return (user.medal?.level ?? 0) >= 6 || user.guardTier !== undefined || user.roles.includes('vip');
}

/** Broadcaster, moderators, platform staff. */
export function isStaff(user: User): boolean {
  return user.roles.some(
    (role) => role === 'broadcaster' || role === 'mod' || role === 'staff' || role === 'bot',
  );
}

/**
 * Somebody of the room, not to be punished with a crowd that says the same. `isLate`: they said it only after the
 * crowd had been raised; who was known by then more likely quotes or wonders than raids.
 */
export function isSpared(standing: Standing, isLate: boolean): boolean {
  switch (standing) {
    case 'staff':
    case 'fan':
    case 'regular':
      return true;
    case 'known':
      return isLate;
    case 'fresh':
      return false;
    default:
      return exhaustive(standing);
  }
}

function ownMessages(
  record: PersonRecord,
  before: number,
  isShared: (slot: number, generation: number) => boolean,
): number {
  const seen = Math.min(before, LAST);
  // Enough, whatever the last ones were.
  if (before - seen >= REGULAR_FROM) return before - seen;
  let shared = 0;
  for (let back = 1; back <= seen; back += 1) {
    const place = (before - back) % LAST;
    const generation = record.ring.generations[record.base + place] ?? 0;
    if (generation === 0) continue;
    if (isShared(record.ring.clusters[record.base + place] ?? 0, generation)) shared += 1;
  }
  return before - shared;
}
