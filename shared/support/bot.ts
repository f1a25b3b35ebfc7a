import type { BotConfig } from './config.ts';
import type { BotState } from './conversation.ts';
import type { SearchHit } from './search/index.ts';
import type { Trigger } from './triggers.ts';

/** What the bot does with a viewer's message. */
export type BotMove =
  | { readonly kind: 'handover'; readonly why: HandoverReason }
  /** Answer with this article's own words. */
  | { readonly kind: 'answer'; readonly hit: SearchHit }
  /** Nothing found: say so once and offer a person. */
  | { readonly kind: 'miss' }
  | { readonly kind: 'silent' };

export type HandoverReason =
  | 'asked'
  | 'money'
  | 'minor'
  | 'danger'
  | 'exposure'
  | 'abused'
  | 'unsure'
  | 'not_text'
  | 'not_helped'
  | 'failed';

const HANDS_OVER: readonly (readonly [Trigger, HandoverReason])[] = [
  ['danger', 'danger'],
  ['person', 'asked'],
  ['minor', 'minor'],
  ['money', 'money'],
  ['exposure', 'exposure'],
  ['insult', 'abused'],
];

/**
 * One move of the bot. It speaks only while `listening`; money and age are not its business, whatever
 * it may know; when it does not know for `maxMisses` questions, a person is asked for.
 */
export function botMove(
  bot: BotState,
  config: BotConfig,
  message: { readonly text: string | null; readonly triggers: ReadonlySet<Trigger> },
  hits: readonly SearchHit[],
): BotMove {
  if (bot.phase === 'off' || bot.phase === 'done') return { kind: 'silent' };
  if (message.text === null) return { kind: 'handover', why: 'not_text' };
  const trigger = HANDS_OVER.find(([name]) => message.triggers.has(name));
  if (trigger !== undefined) return { kind: 'handover', why: trigger[1] };
  const [best] = hits;
  if (best !== undefined && best.score >= config.answerAt)
    return best.article.staffOnly ? { kind: 'handover', why: 'money' } : { kind: 'answer', hit: best };
  return bot.misses + 1 >= config.maxMisses ? { kind: 'handover', why: 'unsure' } : { kind: 'miss' };
}

/** What is said when nothing was found. */
export const MISS_TEXT = {
  zh: '抱歉，我还没有找到合适的答案。您可以换个说法再问一次，或者直接回复“转人工”。',
  en: 'Sorry, I have not found an answer. Put it in other words, or write “human” to reach a person.',
} as const;
