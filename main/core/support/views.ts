import type { Message } from '../../../shared/support/message.ts';
import type { MessageView } from '../../../shared/support/views.ts';
import type { Uploads } from './uploads.ts';

/** Adds addresses to attachments. */
export function viewOf(
  message: Message,
  uploads: Pick<Uploads, 'urlOf' | 'thumbUrlOf'>,
  until?: number,
): MessageView {
  if (message.body.kind !== 'picture' && message.body.kind !== 'voice') return message;
  const { id, thumb } = message.body.attachment;
  return {
    ...message,
    url: uploads.urlOf(id, until),
    ...(thumb === undefined ? {} : { thumbUrl: uploads.thumbUrlOf(id, until) }),
  };
}

/** What a viewer may see: no notes, no whispers. */
export function forViewer(messages: readonly Message[]): readonly Message[] {
  return messages.flatMap((message) => {
    if (message.audience !== 'all') return [];
    // What the desk reads of her own words is the desk's affair.
    const { translation, ...own } = message;
    return [message.from.kind === 'viewer' && translation !== undefined ? own : message];
  });
}

/** The newest message that is no notice and no note, of messages in any order. */
export function lastOf(messages: readonly Message[]): Message | undefined {
  return messages
    .filter((message) => message.body.kind !== 'notice' && message.audience === 'all')
    .reduce<Message | undefined>(
      (last, message) => (last === undefined || message.seq > last.seq ? message : last),
      undefined,
    );
}

/** One line for the list. */
export function lastText(last: Message): string {
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
