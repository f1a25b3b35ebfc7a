import type { ActionRequest } from '../../shared/api/inputs.ts';
import type { ActionKind } from '../../shared/domain/action.ts';
import type { Flag } from '../../shared/domain/flag.ts';
import { fenOf, type Money } from '../../shared/domain/money.ts';
import type { PersonRef } from '../../shared/domain/person.ts';
import type { Capability } from '../../shared/plugin/plugin.ts';

/** Above this many people an action is confirmed by holding. */
export const MANY_PEOPLE = 5;
/** Requests in one call. */
export const CALL_SIZE = 500;

/** What one is about to do, to whom or to which messages: locked to ids, never to a place on the screen. */
export interface Plan {
  readonly roomId: string;
  readonly kind: ActionKind;
  readonly people: readonly PersonRef[];
  readonly messageIds: readonly string[];
  /** Seconds; null is for good; absent where it has no meaning. */
  readonly durationSec?: number | null | undefined;
  /** Seconds of slow mode, 1 or 0 of a switch. */
  readonly value?: number | undefined;
  readonly text?: string | undefined;
  readonly flagId?: string | undefined;
  /** People who said the same and are spared unless chosen. */
  readonly bystanders: readonly PersonRef[];
}

/** Why an action asks to be held. */
export type Harsh = 'ban' | 'forever' | 'many' | 'supporter' | 'moderator';

/** Why this plan asks for hold-to-confirm; empty where it does not. `spent` is what is known of each person. */
export function harshness(
  plan: Plan,
  topSupporterFen: number,
  spent: (personId: string) => readonly Money[] | undefined,
): readonly Harsh[] {
  const harsh: Harsh[] = [];
  if (plan.kind === 'ban') harsh.push('ban');
  if (plan.kind === 'mute' && plan.durationSec === null) harsh.push('forever');
  const hit = plan.kind === 'delete' ? plan.messageIds.length : plan.people.length;
  if (hit > MANY_PEOPLE) harsh.push('many');
  if (plan.kind === 'unmute' || plan.kind === 'unban') return harsh;
  if (plan.people.some((person) => isSupporter(person, topSupporterFen, spent))) harsh.push('supporter');
  if (plan.people.some((person) => person.roles?.includes('mod') || person.roles?.includes('broadcaster'))) {
    harsh.push('moderator');
  }
  return harsh;
}

/** Whether somebody spent so much, or holds a guard, that acting on them asks for a second thought. */
export function isSupporter(
  person: PersonRef,
  topSupporterFen: number,
  spent: (personId: string) => readonly Money[] | undefined,
): boolean {
  if (person.guardTier === 1 || person.guardTier === 2) return true;
  const fen = (spent(person.id) ?? []).reduce((sum, money) => sum + (fenOf(money) ?? 0n), 0n);
  return topSupporterFen > 0 && fen >= BigInt(topSupporterFen);
}

/** The calls a plan becomes; people who cannot be acted on are left out and told. */
export function requestsOf(
  plan: Plan,
  newId: () => string,
): { readonly requests: readonly ActionRequest[]; readonly leftOut: readonly PersonRef[] } {
  const able = plan.people.filter((person) => person.actionable);
  const subjects = subjectsOf(plan, able);
  const groupId = subjects.length > 1 ? newId() : undefined;
  return {
    leftOut: plan.kind === 'delete' ? [] : plan.people.filter((person) => !person.actionable),
    requests: subjects.map((subject) => ({
      id: newId(),
      roomId: plan.roomId,
      kind: plan.kind,
      ...subject,
      ...(groupId === undefined ? {} : { groupId }),
      ...(plan.durationSec === undefined ? {} : { durationSec: plan.durationSec }),
      ...(plan.value === undefined ? {} : { value: plan.value }),
      ...(plan.text === undefined ? {} : { text: plan.text }),
      ...(plan.flagId === undefined ? {} : { flagId: plan.flagId }),
    })),
  };
}

/** Everybody a flag is about: its person, or a raid's accounts without those left out. */
export function peopleOf(flag: Flag, leftOut: ReadonlySet<string>): readonly PersonRef[] {
  const people = flag.person === undefined ? flag.members : [flag.person];
  const bystanders = new Set(flag.bystanders.map((person) => person.id));
  return people.filter((person) => !leftOut.has(person.id) && !bystanders.has(person.id));
}

/** Messages of a flag that can be deleted. */
export function messagesOf(flag: Flag): readonly string[] {
  const bystanders = new Set(flag.bystanders.map((person) => person.id));
  return flag.evidence.flatMap((item) =>
    item.messageId === undefined || (item.person !== undefined && bystanders.has(item.person.id))
      ? []
      : [item.messageId],
  );
}

/** Whether the room's platform can do it: `api`, `assisted` (by hand on its page), or not at all. */
export function modeOf(capabilities: readonly Capability[], kind: ActionKind): Capability['mode'] {
  return capabilities.find((each) => each.action === kind)?.mode ?? 'none';
}

/** Whether the platform can mute for so long. */
export function canMuteFor(capabilities: readonly Capability[], seconds: number | null): boolean {
  const mute = capabilities.find((each) => each.action === 'mute');
  if (mute === undefined || mute.mode === 'none') return false;
  if (seconds === null) return mute.permanent === true;
  return seconds >= (mute.minSec ?? 1) && seconds <= (mute.maxSec ?? Number.POSITIVE_INFINITY);
}

/** One call each: for the room, for each message, or for each person. */
function subjectsOf(plan: Plan, able: readonly PersonRef[]): readonly Partial<ActionRequest>[] {
  if (ROOM_KINDS.has(plan.kind)) return [{}];
  if (plan.kind !== 'delete') return able.map((person) => personOf(person));
  const author = plan.people.length === 1 ? personOf(plan.people[0]) : {};
  return plan.messageIds.map((messageId) => ({ messageId, ...author }));
}

const ROOM_KINDS: ReadonlySet<ActionKind> = new Set(['slow_mode', 'room_mute', 'say']);

function personOf(person: PersonRef | undefined): Partial<ActionRequest> {
  if (person === undefined) return {};
  return {
    target: {
      ...person,
      roles: person.roles === undefined ? undefined : [...person.roles],
      medal: person.medal === undefined ? undefined : { ...person.medal },
    },
  };
}
