import { fault } from '../domain/fault.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Conversation } from './conversation.ts';
import { type Message, RECALL_WITHIN_MS } from './message.ts';
import { nextConversation, without } from './transitions.ts';

/** How long after its end a conversation is opened again by a new message, ms. */
export const REOPEN_WITHIN_MS = 72 * 3_600_000;

/**
 * The conversation after its viewer spoke: closed ones open again within 72 h, one being wrapped up
 * goes back to its agent. Fault `conflict` for one that ended long ago.
 */
export function afterViewer(now: Conversation, at: number): Result<Conversation> {
  const heard: Conversation = {
    ...now,
    lastViewerAt: at,
    waitingSince: now.waitingSince ?? at,
    updatedAt: at,
  };
  if (now.state === 'closed') {
    if (at - (now.closedAt ?? 0) > REOPEN_WITHIN_MS) return fail(fault('conflict', 'closed'));
    return nextConversation(heard, { kind: 'reopen' }, at);
  }
  if (now.state === 'wrapping')
    return now.agent === undefined
      ? nextConversation(heard, { kind: 'reopen' }, at)
      : nextConversation(heard, { kind: 'assign', to: now.agent }, at);
  return ok({ ...heard, version: heard.version + 1 });
}

/** The conversation after a person of the desk spoke to the viewer. */
export function afterAgent(now: Conversation, at: number): Conversation {
  return {
    ...without(now, 'waitingSince'),
    lastAgentAt: at,
    firstReplyAt: now.firstReplyAt ?? at,
    updatedAt: at,
    version: now.version + 1,
  };
}

/** The message taken back. Faults: `forbidden` for another's, `conflict` after two minutes. */
export function recalled(message: Message, by: { readonly id: string }, at: number): Result<Message> {
  if (message.from.id !== by.id || message.auto !== undefined || message.body.kind === 'notice')
    return fail(fault('forbidden'));
  if (message.recalledAt !== undefined) return ok(message);
  if (at - message.at > RECALL_WITHIN_MS) return fail(fault('conflict', '120 s'));
  const { language: _language, translation: _translation, ...rest } = message;
  return ok({ ...rest, body: { kind: 'recalled' }, recalledAt: at });
}

/** Messages of the other side up to `seq` that become delivered, or read; unchanged ones are left out. */
export function marked(
  messages: readonly Message[],
  reader: 'viewer' | 'staff',
  seq: number,
  isRead: boolean,
  at: number,
): readonly Message[] {
  return messages.flatMap((message) => {
    const isOther =
      (message.from.kind === 'viewer') !== (reader === 'viewer') && message.from.kind !== 'system';
    if (message.seq > seq || !isOther || message.audience === 'staff') return [];
    if (message.readAt !== undefined || (!isRead && message.deliveredAt !== undefined)) return [];
    return [{ ...message, deliveredAt: message.deliveredAt ?? at, ...(isRead ? { readAt: at } : {}) }];
  });
}
