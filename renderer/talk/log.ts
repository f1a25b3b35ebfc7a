import type { MessageView } from '../../shared/support/views.ts';

/** One conversation's messages as far as they are known. */
export interface TalkLog {
  /** The feed was taken in up to here; it is resumed after it. */
  readonly rev: number;
  /** By place in the conversation, each once. */
  readonly messages: readonly MessageView[];
}

/** Nothing known yet. */
export const EMPTY_LOG: TalkLog = { rev: 0, messages: [] };

/** Takes in what the feed said. Repeats change nothing, and an older form never replaces a newer one. */
export function takeFrame(
  log: TalkLog,
  frame: { readonly rev: number; readonly messages: readonly MessageView[] },
): TalkLog {
  const messages = merge(log.messages, frame.messages);
  const rev = Math.max(log.rev, frame.rev);
  return rev === log.rev && messages === log.messages ? log : { rev, messages };
}

/**
 * Takes in a message that a call answered. It may be ahead of the feed, so the place to resume from
 * stays: what lies between has not been heard yet.
 */
export function takeAnswer(log: TalkLog, message: MessageView): TalkLog {
  const messages = merge(log.messages, [message]);
  return messages === log.messages ? log : { ...log, messages };
}

/** The last message of the other side that this side can see; 0 where there is none. */
export function lastSeqFrom(log: TalkLog, isOther: (message: MessageView) => boolean): number {
  return log.messages.findLast(isOther)?.seq ?? 0;
}

function merge(known: readonly MessageView[], news: readonly MessageView[]): readonly MessageView[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  let changed = false;
  for (const message of news) {
    const before = byId.get(message.id);
    if (before !== undefined && before.rev >= message.rev) continue;
    byId.set(message.id, message);
    changed = true;
  }
  return changed ? [...byId.values()].sort((left, right) => left.seq - right.seq) : known;
}
