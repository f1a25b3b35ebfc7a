import type { Ids } from '../domain/effects.ts';
import { type LiveEvent, textOf, timeOf } from '../domain/event.ts';
import type { Evidence, Flag, Severity } from '../domain/flag.ts';
import { fenOf, type Money } from '../domain/money.ts';
import { type PersonRef, personRef } from '../domain/person.ts';
import type { Category, Verdict } from '../domain/verdict.ts';
import type { PersonFacts } from './types.ts';

/** What the flag policy looks at. */
export interface PolicyInput {
  readonly event: LiveEvent;
  readonly verdicts: readonly Verdict[];
  /** Flags held in memory; resolved ones are passed over. */
  readonly openFlags: Iterable<Flag>;
  readonly person?: PersonFacts | undefined;
  /** Epoch ms. */
  readonly now: number;
  readonly ids: Ids;
  /** Seconds until a flag of each severity turns red. */
  readonly sla: Readonly<Record<Severity, number>>;
}

/** A flag takes in further events of the same person and category for this long after the last, ms. */
export const FLAG_WINDOW_MS = 600_000;
const FIRST_EVIDENCE = 20;
const LAST_EVIDENCE = 40;
const MAX_MEMBERS = 500;
const HIGH_STAKE_FEN = 50_000n;

/**
 * Verdicts to flags: one flag per person, category and window; a raid or flood cluster is one flag
 * with its accounts. Shadow verdicts and verdicts below their threshold raise nothing. A resolved
 * flag is never reopened: what comes after it is a new one.
 */
export function foldVerdicts(input: PolicyInput): readonly Flag[] {
  const { event } = input;
  const raised = input.verdicts.filter((verdict) => verdict.flag && verdict.shadow !== true);
  if (raised.length === 0) return [];
  const person = event.actor === undefined ? undefined : personRef(event.platform, event.actor);
  const open = [...input.openFlags].filter(
    (flag) => flag.state !== 'resolved' && flag.roomId === event.roomId,
  );
  return raised.map((verdict) => {
    const isCrowd = verdict.category === 'raid';
    const found = open.find((flag) => {
      if (flag.category !== verdict.category) return false;
      if (isCrowd && verdict.clusterId !== undefined) return flag.clusterId === verdict.clusterId;
      return !isCrowd && flag.person?.id === person?.id && timeOf(event) - flag.lastAt <= FLAG_WINDOW_MS;
    });
    return found === undefined
      ? newFlag(input, verdict, person, isCrowd)
      : grown(found, input, verdict, person, isCrowd);
  });
}

function newFlag(
  input: PolicyInput,
  verdict: Verdict,
  person: PersonRef | undefined,
  isCrowd: boolean,
): Flag {
  const at = timeOf(input.event);
  const stake = verdict.category === 'dispute' ? largest(input.person?.totals ?? []) : undefined;
  const severity = severityFor(verdict, stake);
  const isBystander = bystander(verdict);
  return {
    id: input.ids.next(),
    roomId: input.event.roomId,
    category: verdict.category,
    severity,
    state: 'open',
    ...(isCrowd || person === undefined ? {} : { person }),
    members: isCrowd && person !== undefined && !isBystander ? [person] : [],
    memberCount: isCrowd ? (isBystander ? 0 : 1) : 1,
    bystanders: isCrowd && person !== undefined && isBystander ? [person] : [],
    ...(verdict.clusterId === undefined ? {} : { clusterId: verdict.clusterId }),
    count: 1,
    evidence: [evidenceOf(input.event, verdict, person)],
    reasons: verdict.reasons,
    score: verdict.score,
    ...(stake === undefined ? {} : { stake }),
    by: verdict.by,
    firstAt: at,
    lastAt: at,
    dueAt: input.now + input.sla[severity] * 1_000,
    actionIds: [],
    ticketIds: [],
    updatedAt: input.now,
    version: 1,
  };
}

function grown(
  flag: Flag,
  input: PolicyInput,
  verdict: Verdict,
  person: PersonRef | undefined,
  isCrowd: boolean,
): Flag {
  const at = timeOf(input.event);
  const evidence = [...flag.evidence, evidenceOf(input.event, verdict, person)];
  const kept =
    evidence.length <= FIRST_EVIDENCE + LAST_EVIDENCE
      ? evidence
      : [...evidence.slice(0, FIRST_EVIDENCE), ...evidence.slice(-LAST_EVIDENCE)];
  const isStronger = verdict.score >= flag.score;
  const severity = worse(flag.severity, severityFor(verdict, flag.stake));
  return {
    ...flag,
    ...(isCrowd && person !== undefined ? joined(flag, person, bystander(verdict)) : {}),
    severity,
    count: flag.count + 1,
    evidence: kept,
    score: Math.max(flag.score, verdict.score),
    reasons: isStronger ? verdict.reasons : flag.reasons,
    lastAt: Math.max(flag.lastAt, at),
    updatedAt: input.now,
    version: flag.version + 1,
  };
}

function joined(flag: Flag, person: PersonRef, isBystander: boolean): Partial<Flag> {
  if (
    flag.members.some((member) => member.id === person.id) ||
    flag.bystanders.some((other) => other.id === person.id)
  )
    return {};
  if (isBystander) return { bystanders: [...flag.bystanders, person].slice(-MAX_MEMBERS) };
  return { members: [...flag.members, person].slice(-MAX_MEMBERS), memberCount: flag.memberCount + 1 };
}

function bystander(verdict: Verdict): boolean {
  return verdict.reasons.some((reason) => reason.code === 'bystander');
}

function evidenceOf(event: LiveEvent, verdict: Verdict, person: PersonRef | undefined): Evidence {
  return {
    eventId: event.eventId,
    ...(event.kind === 'chat' || event.kind === 'held' ? { messageId: event.body.messageId } : {}),
    at: timeOf(event),
    ...(person === undefined ? {} : { person }),
    text: textOf(event),
    spans: verdict.reasons.flatMap((reason) => (reason.span === undefined ? [] : [reason.span])),
    score: verdict.score,
  };
}

function severityFor(verdict: Verdict, stake: Money | undefined): Severity {
  switch (verdict.category as Category) {
    case 'raid':
      return 'high';
    case 'abuse':
      return verdict.score >= 0.8 ? 'high' : 'mid';
    case 'dispute': {
      const isMinor = verdict.reasons.some((reason) => reason.code.startsWith('minor'));
      return isMinor || (fenOf(stake) ?? 0n) >= HIGH_STAKE_FEN ? 'high' : 'mid';
    }
    case 'appeal':
      return 'mid';
    case 'ad':
    case 'flood':
      return verdict.score >= 0.9 ? 'mid' : 'low';
    default:
      return 'mid';
  }
}

const ORDER: readonly Severity[] = ['low', 'mid', 'high'];

function worse(a: Severity, b: Severity): Severity {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/** The amount with the largest value in fen; amounts without a fixed rate only if there is nothing else. */
function largest(totals: readonly Money[]): Money | undefined {
  return totals.toSorted((a, b) => Number((fenOf(b) ?? -1n) - (fenOf(a) ?? -1n)))[0];
}
