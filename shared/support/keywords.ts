import { foldText } from '../detect/fold.ts';
import type { AutoConfig, KeywordReply } from './config.ts';
import type { Conversation } from './conversation.ts';

/** The keyword reply a message would get, and the word that did it; the longest word wins. An empty list matches nothing. */
export function keywordFor(
  keywords: readonly KeywordReply[],
  text: string,
): { readonly reply: KeywordReply; readonly word: string } | null {
  const folded = foldText(text);
  let best: { readonly reply: KeywordReply; readonly word: string } | null = null;
  for (const reply of keywords)
    for (const word of reply.words) {
      const wanted = foldText(word).trim();
      if (wanted === '' || !folded.includes(wanted)) continue;
      if (best === null || wanted.length > foldText(best.word).length) best = { reply, word };
    }
  return best;
}

/** Whether a keyword reply may be sent now: nobody answered for a while, budget left, cooled down. */
export function mayReply(row: Conversation, config: AutoConfig, at: number): boolean {
  if (row.state !== 'queued' && row.state !== 'active') return false;
  if (row.waitingSince === undefined || row.lastViewerAt === undefined) return false;
  if (at - row.lastViewerAt < config.keywordAfterSec * 1_000) return false;
  if ((row.lastAgentAt ?? 0) >= row.lastViewerAt) return false;
  if (row.auto.keywords >= config.keywordBudget) return false;
  return at - (row.auto.last.keyword ?? 0) >= config.keywordCooldownSec * 1_000;
}
