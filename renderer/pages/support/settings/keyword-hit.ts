import type { KeywordReply } from '../../../../shared/support/config.ts';
import { keywordFor } from '../../../../shared/support/keywords.ts';

/** The reply a sentence would get: which one, counted from 1, and for which word. */
export interface KeywordHit {
  readonly n: number;
  readonly word: string;
  readonly reply: KeywordReply;
}

/** What replies that are being written would make of a sentence. */
export function hitOf(replies: readonly KeywordReply[], text: string): KeywordHit | undefined {
  const found = text.trim() === '' ? null : keywordFor(replies, text);
  return found === null ? undefined : { ...found, n: replies.indexOf(found.reply) + 1 };
}

/** What the hub answered, by its place among the replies in force. */
export function outcomeOf(
  replies: readonly KeywordReply[],
  answer: { readonly keywordId?: string | undefined; readonly word?: string | undefined },
): KeywordHit | undefined {
  const reply = replies.find((one) => one.id === answer.keywordId);
  return reply === undefined || answer.word === undefined
    ? undefined
    : { n: replies.indexOf(reply) + 1, word: answer.word, reply };
}
