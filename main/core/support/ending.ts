import type { Ids } from '../../../shared/domain/effects.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { fillText } from '../../../shared/support/fill.ts';
import { notice } from '../../../shared/support/notices.ts';
import { autoMessage } from './queueing.ts';
import type { MessageDraft } from './state.ts';

/** What is said at the end of a conversation, and that a rating was asked for. */
export interface Ending {
  readonly add: readonly MessageDraft[];
  readonly alter: Pick<Conversation, 'ratingAskedAt'>;
}

/** The desk says its closing words where it ends the talk; a rating is asked for once, where somebody answered. */
export function endingOf(
  row: Conversation,
  config: Pick<SupportConfig, 'auto' | 'ratings'>,
  by: 'desk' | 'viewer',
  effects: { readonly ids: Ids; readonly at: number },
): Ending {
  const { ids } = effects;
  const closing = by === 'desk' ? config.auto.closing[row.viewer.language] : '';
  const isAnswered = row.firstReplyAt !== undefined || row.bot.answers > 0;
  const asks = config.ratings.ask && row.ratedAt === undefined && isAnswered;
  return {
    add: [
      ...(closing === '' ? [] : [autoMessage(ids.next(), 'closing', fillText(closing, valuesOf(row)).text)]),
      notice(ids.next(), 'closed'),
      ...(asks ? [notice(ids.next(), 'rating_asked')] : []),
    ],
    alter: asks ? { ratingAskedAt: effects.at } : {},
  };
}

/** Values every automatic message may use. */
export function valuesOf(row: Conversation): Readonly<Record<string, string | undefined>> {
  return { viewer: row.viewer.name, agent: row.agent?.name, number: String(row.number) };
}
