import { FLAG_WINDOW_MS, type FlagKey } from '../../../shared/detect/policy.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';

/** What a raid's words may also look like one by one; the raid's flag tells it all. */
const PART_OF_A_RAID = ['abuse', 'ad', 'flood'] as const;

/** Of verdicts on one event, those that need a flag of their own: a raid's messages need none beside it. */
export function withoutParts(verdicts: readonly Verdict[]): readonly Verdict[] {
  if (!verdicts.some((verdict) => verdict.flag && verdict.category === 'raid')) return verdicts;
  return verdicts.filter((verdict) => !(PART_OF_A_RAID as readonly string[]).includes(verdict.category));
}

/**
 * Flags that were raised for single messages before the raid was known, and that rest on nothing
 * but the raid's messages: they are put away, with a word that says where they went.
 */
export function absorbedBy(
  raid: Flag,
  find: (key: FlagKey) => Flag | undefined,
  now: number,
): readonly Flag[] {
  const own = new Set(raid.evidence.map((each) => each.eventId));
  // A flag that rests on the raid's messages alone is of somebody who sent one of them: few of hundreds of members.
  const senders = new Set(raid.evidence.map((each) => each.person?.id));
  const found = new Map<string, readonly Flag[]>();
  for (const personId of senders) {
    if (personId === undefined) continue;
    const parts = PART_OF_A_RAID.flatMap(
      (category) => find({ kind: 'person', roomId: raid.roomId, category, personId }) ?? [],
    ).filter((flag) => isPart(flag, own));
    if (parts.length > 0) found.set(personId, parts);
  }
  if (found.size === 0) return NONE;
  return [...raid.members, ...raid.bystanders].flatMap((person) =>
    (found.get(person.id) ?? NONE).map((flag) => ({
      ...flag,
      state: 'resolved' as const,
      outcome: 'expired' as const,
      resolvedAt: now,
      updatedAt: now,
      note: `raid:${raid.id}`,
      version: flag.version + 1,
    })),
  );
}

const NONE: readonly Flag[] = [];

/** Nobody has taken it, and it rests on these events alone. */
function isPart(flag: Flag, events: ReadonlySet<string>): boolean {
  if (flag.claimedBy !== undefined || flag.ticketIds.length > 0) return false;
  return flag.evidence.every((each) => events.has(each.eventId));
}

/**
 * What somebody says after their flag went up to a supervisor joins that flag, so that the
 * supervisor sees it and no second flag stands beside the first. Null where it is a new story.
 */
export function joinEscalated(fresh: Flag, up: Flag | undefined, now: number): Flag | null {
  if (up === undefined || fresh.firstAt - up.lastAt > FLAG_WINDOW_MS) return null;
  const evidence = [...up.evidence, ...fresh.evidence].slice(-60);
  return {
    ...up,
    count: up.count + fresh.count,
    evidence,
    lastAt: Math.max(up.lastAt, fresh.lastAt),
    score: Math.max(up.score, fresh.score),
    ...(fresh.stake === undefined ? {} : { stake: fresh.stake }),
    updatedAt: now,
    version: up.version + 1,
  };
}
