import type { Clock } from '../../../shared/domain/effects.ts';
import { heavier } from '../../../shared/support/channel.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Message, MessageBody } from '../../../shared/support/message.ts';
import { MOOD_MESSAGES, moodOf, type Said } from '../../../shared/support/mood.ts';

/** What is learnt of a viewer from what she sends. */
export interface Listening {
  /** The conversation with its kind, language and mood as they are after this message; `before` are all earlier ones. */
  readonly heard: (
    row: Conversation,
    body: MessageBody,
    before: readonly Message[],
  ) => { readonly row: Conversation; readonly language: string | undefined };
}

/** Pure readers over the text, handed in. */
export function createListening(deps: {
  readonly clock: Clock;
  readonly languageOf: (text: string) => string | undefined;
  /** The detector's score for insults, 0..1. */
  readonly abuseOf: (text: string) => number;
}): Listening {
  const said = (message: { readonly body: MessageBody; readonly at: number }): readonly Said[] =>
    message.body.kind === 'text'
      ? [{ text: message.body.text, at: message.at, abuse: deps.abuseOf(message.body.text) }]
      : [];
  return {
    heard(row, body, before) {
      if (body.kind === 'notice' || body.kind === 'recalled') return { row, language: undefined };
      const channel = heavier(row.channel ?? 'text', body.kind);
      const kept: Conversation = channel === 'text' ? row : { ...row, channel };
      if (body.kind !== 'text') return { row: kept, language: undefined };
      const theirs = before.filter((message) => message.from.kind === 'viewer').slice(1 - MOOD_MESSAGES);
      const now = deps.clock.now();
      const mood = moodOf([...theirs, { body, at: now }].flatMap(said), now);
      const language = deps.languageOf(body.text);
      const earlier = theirs.findLast((message) => message.language !== undefined)?.language;
      // One message in another language is a quotation; two are a habit.
      const isSettled = row.language === undefined || earlier === language;
      return {
        row: { ...kept, mood, ...(language !== undefined && isSettled ? { language } : {}) },
        language,
      };
    },
  };
}
