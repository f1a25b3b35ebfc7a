import type { ChatRow } from '../../shared/api/views.ts';
import type { Flag } from '../../shared/domain/flag.ts';
import type { PersonRef } from '../../shared/domain/person.ts';
import type { Category } from '../../shared/domain/verdict.ts';
import { messagesOf, peopleOf } from './plan.ts';

/** What the right-hand card is about and what the action keys act on. Locked to ids. */
export type Subject =
  | { readonly kind: 'flag'; readonly flagId: string }
  | { readonly kind: 'row'; readonly row: ChatRow; readonly flagId?: string | undefined }
  | { readonly kind: 'person'; readonly person: PersonRef; readonly roomId: string };

/** Whom and what an action on the subject would hit. */
export interface Target {
  readonly roomId: string;
  readonly people: readonly PersonRef[];
  readonly bystanders: readonly PersonRef[];
  readonly messageIds: readonly string[];
  readonly flagId?: string | undefined;
  readonly eventId?: string | undefined;
  readonly category?: Category | undefined;
}

/** Resolves a subject; undefined where there is nobody and nothing to act on. */
export function targetOf(
  subject: Subject | null,
  flags: ReadonlyMap<string, Flag>,
  leftOut: ReadonlySet<string>,
): Target | undefined {
  if (subject === null) return undefined;
  switch (subject.kind) {
    case 'flag': {
      const flag = flags.get(subject.flagId);
      return flag === undefined ? undefined : targetOfFlag(flag, leftOut);
    }
    case 'row': {
      const { row } = subject;
      const flag = subject.flagId === undefined ? undefined : flags.get(subject.flagId);
      return {
        roomId: row.roomId,
        people: row.person === undefined ? [] : [row.person],
        bystanders: [],
        messageIds: row.messageId === undefined ? [] : [row.messageId],
        eventId: row.id,
        // A raid is not resolved by acting on one of its accounts.
        ...(flag?.person === undefined ? {} : { flagId: flag.id }),
        ...(flag === undefined ? {} : { category: flag.category }),
      };
    }
    case 'person':
      return { roomId: subject.roomId, people: [subject.person], bystanders: [], messageIds: [] };
  }
}

/** The person whose card is shown; none for a raid. */
export function personOf(
  subject: Subject | null,
  flags: ReadonlyMap<string, Flag>,
): { readonly person: PersonRef; readonly roomId: string } | undefined {
  if (subject === null) return undefined;
  if (subject.kind === 'person') return subject;
  if (subject.kind === 'row') {
    return subject.row.person && { person: subject.row.person, roomId: subject.row.roomId };
  }
  const flag = flags.get(subject.flagId);
  return flag?.person && { person: flag.person, roomId: flag.roomId };
}

function targetOfFlag(flag: Flag, leftOut: ReadonlySet<string>): Target {
  return {
    roomId: flag.roomId,
    people: peopleOf(flag, leftOut),
    bystanders: flag.bystanders,
    messageIds: messagesOf(flag),
    flagId: flag.id,
    eventId: flag.evidence.at(-1)?.eventId,
    category: flag.category,
  };
}
