import { type LiveEvent, textOf, timeOf } from '../domain/event.ts';
import type { Evidence, Flag, Severity } from '../domain/flag.ts';
import { fenOf, type Money } from '../domain/money.ts';
import { type PersonRef, personIdOf, personRef } from '../domain/person.ts';
import type { Category, Reason, Verdict } from '../domain/verdict.ts';
import { severityOf } from './severity.ts';
import type { ClusterView } from './types.ts';

/** After so long without another message the same person's next one opens a new flag. */
export const FLAG_WINDOW_MS = 600_000;
/** Evidence kept: the first messages and the newest. */
export const FIRST_EVIDENCE = 20;
export const NEWEST_EVIDENCE = 40;
/** People kept by name in a raid's flag; `memberCount` tells all. */
export const MAX_MEMBERS = 500;

const TOLD_BY_RAID: readonly Category[] = ['abuse', 'ad', 'flood'];

/** How long a flag may wait before it turns red, by severity, in ms. */
export type Sla = Readonly<Record<Severity, number>>;
export const DEFAULT_SLA: Sla = { high: 60_000, mid: 180_000, low: 600_000 };

/** What a flag is about: one person and category, or one raid. */
export type FlagKey =
  | {
      readonly kind: 'person';
      readonly roomId: string;
      readonly category: Category;
      readonly personId: string;
    }
  | {
      readonly kind: 'cluster';
      readonly roomId: string;
      readonly category: Category;
      readonly clusterId: string;
    };

export interface FoldInput {
  readonly event: LiveEvent;
  readonly verdicts: readonly Verdict[];
  /** The newest unresolved flag of that key, or undefined. */
  readonly openFlag: (key: FlagKey) => Flag | undefined;
  /** Fresh flag ids. */
  readonly newId: () => string;
  /** Epoch ms. */
  readonly now: number;
  readonly sla?: Sla | undefined;
  /** Money this person spent here, by unit: what is at stake in a dispute. */
  readonly spent?: readonly Money[] | undefined;
  /** What the detector remembers of a raid from before it was raised. */
  readonly cluster?: ((clusterId: string) => ClusterView | undefined) | undefined;
}

/**
 * Folds the verdicts on one event into flags: one per person, category and window of ten minutes, one per
 * raid, which stands for its messages' abuse, advertising and flooding too. Gives the flags that are new or changed. Verdicts that do not flag, and shadow ones, change nothing;
 * resolved flags are left alone.
 */
export function foldVerdicts(input: FoldInput): readonly Flag[] {
  const flags: Flag[] = [];
  const raises = input.verdicts.filter((verdict) => verdict.flag && verdict.shadow !== true);
  const isInRaid = raises.some((verdict) => verdict.category === 'raid' && verdict.clusterId !== undefined);
  for (const verdict of raises) {
    // What a raid says is the raid's flag: thirty accounts with one insult are not thirty-one flags.
    if (isInRaid && TOLD_BY_RAID.includes(verdict.category)) continue;
    const flag =
      verdict.clusterId === undefined
        ? foldPerson(input, verdict)
        : foldCluster(input, verdict, verdict.clusterId);
    if (flag !== undefined) flags.push(flag);
  }
  return flags;
}

function foldPerson(input: FoldInput, verdict: Verdict): Flag | undefined {
  const { event, now } = input;
  const { actor } = event;
  if (actor === undefined) return undefined;
  const key: FlagKey = {
    kind: 'person',
    roomId: event.roomId,
    category: verdict.category,
    personId: personIdOf(event.platform, actor),
  };
  const held = input.openFlag(key);
  const at = timeOf(event);
  if (held === undefined || held.state === 'resolved' || at - held.lastAt > FLAG_WINDOW_MS) {
    return opened(input, verdict, { person: personRef(event.platform, actor) });
  }
  return grown(held, verdict, input, [evidenceOf(event, verdict)], now);
}

function foldCluster(input: FoldInput, verdict: Verdict, clusterId: string): Flag {
  const { event } = input;
  const held = input.openFlag({
    kind: 'cluster',
    roomId: event.roomId,
    category: verdict.category,
    clusterId,
  });
  const view = input.cluster?.(clusterId);
  const isSpared = verdict.reasons.some((reason) => reason.code === 'bystander');
  const actor = event.actor === undefined ? [] : [personRef(event.platform, event.actor)];
  const base =
    held === undefined || held.state === 'resolved'
      ? opened(input, verdict, { clusterId, earlier: view?.evidence ?? [] })
      : grown(held, verdict, input, [evidenceOf(event, verdict)], input.now);
  const members = union(base.members, [...(view?.members ?? []), ...(isSpared ? [] : actor)]);
  const ids = idsOf(members);
  const others = union(base.bystanders, [...(view?.bystanders ?? []), ...(isSpared ? actor : [])]);
  const isMember = (person: PersonRef): boolean => ids.has(person.id);
  const bystanders = others.some(isMember) ? others.filter((person) => !isMember(person)) : others;
  const memberCount = Math.max(members.length, base.memberCount, view?.memberCount ?? 0);
  return {
    ...base,
    members: newestOf(members),
    bystanders: newestOf(bystanders),
    memberCount,
  };
}

function opened(
  input: FoldInput,
  verdict: Verdict,
  about: {
    readonly person?: PersonRef;
    readonly clusterId?: string;
    readonly earlier?: readonly Evidence[];
  },
): Flag {
  const { event, now } = input;
  const own = evidenceOf(event, verdict);
  const evidence = [...(about.earlier ?? []).filter((each) => each.eventId !== own.eventId), own];
  const severity = severityOf(verdict, input.spent ?? []);
  const stake = verdict.category === 'dispute' ? largest(input.spent ?? []) : undefined;
  const at = timeOf(event);
  return {
    id: input.newId(),
    roomId: event.roomId,
    category: verdict.category,
    severity,
    state: 'open',
    ...(about.person === undefined ? {} : { person: about.person }),
    members: [],
    memberCount: about.person === undefined ? 0 : 1,
    bystanders: [],
    ...(about.clusterId === undefined ? {} : { clusterId: about.clusterId }),
    count: evidence.length,
    evidence: trimmed(evidence),
    reasons: verdict.reasons,
    score: verdict.score,
    ...(stake === undefined ? {} : { stake }),
    by: verdict.by,
    firstAt: Math.min(at, ...evidence.map((each) => each.at)),
    lastAt: at,
    dueAt: now + (input.sla ?? DEFAULT_SLA)[severity],
    actionIds: [],
    ticketIds: [],
    updatedAt: now,
    version: 1,
  };
}

function grown(held: Flag, verdict: Verdict, input: FoldInput, more: readonly Evidence[], now: number): Flag {
  const fresh = more.filter((each) => !held.evidence.some((known) => known.eventId === each.eventId));
  const severity = worse(held.severity, severityOf(verdict, input.spent ?? []));
  const sla = (input.sla ?? DEFAULT_SLA)[severity];
  const stake = held.category === 'dispute' ? (largest(input.spent ?? []) ?? held.stake) : held.stake;
  const isStronger = verdict.score >= held.score;
  return {
    ...held,
    severity,
    count: held.count + fresh.length,
    evidence: trimmed([...held.evidence, ...fresh]),
    reasons: isStronger ? verdict.reasons : held.reasons,
    score: Math.max(held.score, verdict.score),
    ...(stake === undefined ? {} : { stake }),
    lastAt: Math.max(held.lastAt, timeOf(input.event)),
    // Growing worse shortens the wait; it never lengthens it.
    dueAt: severity === held.severity ? held.dueAt : Math.min(held.dueAt, now + sla),
    updatedAt: now,
    version: held.version + 1,
  };
}

function evidenceOf(event: LiveEvent, verdict: Verdict): Evidence {
  const messageId = event.kind === 'chat' || event.kind === 'held' ? event.body.messageId : undefined;
  const isSpan = (reason: Reason): reason is Reason & { readonly span: readonly [number, number] } =>
    reason.span !== undefined && reason.weight > 0;
  return {
    eventId: event.eventId,
    ...(messageId === undefined ? {} : { messageId }),
    at: timeOf(event),
    ...(event.actor === undefined ? {} : { person: personRef(event.platform, event.actor) }),
    text: textOf(event),
    spans: verdict.reasons.filter(isSpan).map((reason) => reason.span),
    score: verdict.score,
  };
}

function trimmed(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length <= FIRST_EVIDENCE + NEWEST_EVIDENCE) return evidence;
  return [...evidence.slice(0, FIRST_EVIDENCE), ...evidence.slice(-NEWEST_EVIDENCE)];
}

function union(held: readonly PersonRef[], more: readonly PersonRef[]): readonly PersonRef[] {
  const seen = idsOf(held);
  const unseen = more.filter((person) => !seen.has(person.id));
  if (unseen.length === 0) return held;
  const all = [...held];
  for (const person of unseen) {
    if (seen.has(person.id)) continue;
    seen.add(person.id);
    all.push(person);
  }
  return handedOn(held, all);
}

function newestOf(people: readonly PersonRef[]): readonly PersonRef[] {
  if (people.length <= MAX_MEMBERS) return people;
  const newest = people.slice(-MAX_MEMBERS);
  const ids = idsOf(people);
  for (const person of people.slice(0, -MAX_MEMBERS)) ids.delete(person.id);
  return handedOn(people, newest);
}

/**
 * The ids in a list of different people. A raid's people are asked for with each of its messages, so the ids are
 * kept beside the newest list and handed on from one to the next.
 */
function idsOf(people: readonly PersonRef[]): Set<string> {
  const held = IDS.get(people);
  if (held !== undefined) return held;
  const ids = new Set(people.map((person) => person.id));
  IDS.set(people, ids);
  return ids;
}

/** The ids were changed to those of the later list; the earlier one's are made anew should anybody ask. */
function handedOn(earlier: readonly PersonRef[], later: readonly PersonRef[]): readonly PersonRef[] {
  IDS.set(later, idsOf(earlier));
  IDS.delete(earlier);
  return later;
}

const IDS = new WeakMap<readonly PersonRef[], Set<string>>();

const ORDER: readonly Severity[] = ['low', 'mid', 'high'];

function worse(left: Severity, right: Severity): Severity {
  return ORDER.indexOf(left) >= ORDER.indexOf(right) ? left : right;
}

/** The amount worth most: by fen where a rate exists, else the first. */
function largest(spent: readonly Money[]): Money | undefined {
  return [...spent].sort((left, right) => Number((fenOf(right) ?? 0n) - (fenOf(left) ?? 0n)))[0];
}
