import type { MessageView } from '../../shared/support/views.ts';
import { RECALL_WITHIN_MS } from './recall-window.ts';

/** How far one's own message has come. */
export type Mark = 'sent' | 'delivered' | 'read';

/** The mark beside one's own message. */
export function markOf(message: MessageView): Mark {
  if (message.readAt !== undefined) return 'read';
  return message.deliveredAt === undefined ? 'sent' : 'delivered';
}

/** Whether its author may still take it back. */
export function mayRecall(message: MessageView, now: number): boolean {
  return (
    message.auto === undefined &&
    message.body.kind !== 'notice' &&
    message.body.kind !== 'recalled' &&
    now - message.at <= RECALL_WITHIN_MS
  );
}

/** Whether a line with the time stands above this message: the first, or five quiet minutes before it. */
export function beginsStretch(before: MessageView | undefined, message: MessageView): boolean {
  return before === undefined || message.at - before.at > 300_000;
}
