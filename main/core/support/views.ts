import type { Message } from '../../../shared/support/message.ts';
import type { MessageView } from '../../../shared/support/views.ts';

/** Adds addresses to attachments. */
export function viewOf(message: Message, urlOf: (id: string) => string): MessageView {
  return message.body.kind === 'picture' || message.body.kind === 'voice'
    ? { ...message, url: urlOf(message.body.attachment.id) }
    : message;
}

/** What a viewer may see: no notes, no whispers. */
export function forViewer(messages: readonly Message[]): readonly Message[] {
  return messages.filter((message) => message.audience === 'all');
}

/** One line for the list. */
export function lastText(messages: readonly Message[]): string {
  const last = messages.findLast((message) => message.body.kind !== 'notice' && message.audience === 'all');
  if (last === undefined) return '';
  switch (last.body.kind) {
    case 'text':
      return last.body.text.slice(0, 120);
    case 'picture':
      return '[图片]';
    case 'voice':
      return '[语音]';
    case 'recalled':
      return '[已撤回]';
    case 'notice':
      return last.body.text.zh;
  }
}
