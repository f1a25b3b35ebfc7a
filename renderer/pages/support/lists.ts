import type { Conversation } from '../../../shared/support/conversation.ts';
import type { QueueRow } from '../../../shared/support/views.ts';

/** The left column, part by part. */
export interface Sections {
  /** Put before me: accept or refuse. */
  readonly offered: readonly QueueRow[];
  readonly waiting: readonly QueueRow[];
  readonly mine: readonly QueueRow[];
  readonly withBot: readonly QueueRow[];
  /** With colleagues. */
  readonly others: readonly QueueRow[];
}

/** Past this a viewer in line has waited too long, ms. */
export const QUEUE_TARGET_MS = 120_000;
/** Past this a viewer in a conversation has waited too long for an answer, ms. */
export const REPLY_TARGET_MS = 60_000;

/** Sorts what is open: the longest waiting first in every part. */
export function sectionsOf(rows: Iterable<QueueRow>, me: string): Sections {
  const parts = { offered: [], waiting: [], mine: [], withBot: [], others: [] } as Record<
    keyof Sections,
    QueueRow[]
  >;
  for (const row of rows) {
    const part = partOf(row.conversation, me);
    if (part !== null) parts[part].push(row);
  }
  for (const part of Object.values(parts)) part.sort(byWait);
  return parts;
}

/** Since when the viewer waits for a person; absent where nobody is awaited. */
export function waitingSince(conversation: Conversation): number | undefined {
  if (conversation.state === 'queued') return conversation.queuedAt ?? conversation.waitingSince;
  return conversation.state === 'active' ? conversation.waitingSince : undefined;
}

/** Whether the wait is past its target. */
export function isLate(conversation: Conversation, now: number): boolean {
  const since = waitingSince(conversation);
  if (since === undefined) return false;
  return now - since > (conversation.state === 'queued' ? QUEUE_TARGET_MS : REPLY_TARGET_MS);
}

/** How many want something of me: offers, and viewers of mine without an answer. */
export function wantsMe(rows: Iterable<QueueRow>, me: string): number {
  let count = 0;
  for (const { conversation } of rows) {
    if (isOfferedTo(conversation, me)) count += 1;
    else if (
      conversation.agent?.id === me &&
      conversation.state === 'active' &&
      conversation.waitingSince !== undefined
    )
      count += 1;
  }
  return count;
}

/** Conversations with news for me since before: a new offer, or a new word of a viewer of mine. */
export function freshForMe(
  before: ReadonlyMap<string, QueueRow> | null,
  after: ReadonlyMap<string, QueueRow>,
  me: string,
): readonly Conversation[] {
  if (before === null || before === after) return [];
  return [...after.values()].flatMap(({ conversation }) => {
    const old = before.get(conversation.id)?.conversation;
    const isNewOffer = isOfferedTo(conversation, me) && (old === undefined || !isOfferedTo(old, me));
    const isNewWord =
      conversation.agent?.id === me && (conversation.lastViewerAt ?? 0) > (old?.lastViewerAt ?? 0);
    return isNewOffer || isNewWord ? [conversation] : [];
  });
}

/** Whether it is put before me now. */
export function isOfferedTo(conversation: Conversation, me: string): boolean {
  return conversation.offer?.to.id === me;
}

/** The neighbour in the order shown, for moving by keyboard. */
export function neighbour(sections: Sections, id: string | undefined, step: 1 | -1): string | undefined {
  const order = [
    ...sections.offered,
    ...sections.waiting,
    ...sections.mine,
    ...sections.withBot,
    ...sections.others,
  ];
  const at = order.findIndex((row) => row.conversation.id === id);
  const next = at < 0 ? (step === 1 ? 0 : order.length - 1) : at + step;
  return order[next]?.conversation.id;
}

function partOf(conversation: Conversation, me: string): keyof Sections | null {
  if (conversation.state === 'closed') return null;
  if (isOfferedTo(conversation, me)) return 'offered';
  switch (conversation.state) {
    case 'queued':
      return 'waiting';
    case 'bot':
      return 'withBot';
    default:
      return conversation.agent?.id === me ? 'mine' : 'others';
  }
}

function byWait(left: QueueRow, right: QueueRow): number {
  const [a, b] = [waitingSince(left.conversation), waitingSince(right.conversation)];
  if (a !== undefined && b !== undefined) return a - b;
  if (a !== undefined || b !== undefined) return a === undefined ? 1 : -1;
  return right.conversation.updatedAt - left.conversation.updatedAt;
}
