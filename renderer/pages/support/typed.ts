import type { CannedReply } from '../../../shared/support/config.ts';

/** What the composer's text asks for. */
export type Typed =
  | { readonly kind: 'text' }
  /** `/word`: canned replies. */
  | { readonly kind: 'canned'; readonly word: string }
  /** `#words`: the knowledge base. */
  | { readonly kind: 'knowledge'; readonly words: string };

/** Reads the draft: a sign counts only at its very beginning, and only while one line is written. */
export function readTyped(draft: string): Typed {
  if (draft.includes('\n')) return { kind: 'text' };
  if (/^[/／]/.test(draft)) return { kind: 'canned', word: draft.slice(1).trim().toLowerCase() };
  if (/^[#＃]/.test(draft)) return { kind: 'knowledge', words: draft.slice(1).trim() };
  return { kind: 'text' };
}

/** The canned replies for a word: by shortcut first, then by title or text. */
export function cannedFor(replies: readonly CannedReply[], word: string): readonly CannedReply[] {
  const rank = (reply: CannedReply): number => {
    if (word === '') return 1;
    if (reply.shortcut.toLowerCase().startsWith(word)) return 0;
    if (reply.title.toLowerCase().includes(word)) return 1;
    return reply.text.toLowerCase().includes(word) ? 2 : 9;
  };
  return replies
    .map((reply) => ({ reply, at: rank(reply) }))
    .filter(({ at }) => at < 9)
    .sort((left, right) => left.at - right.at)
    .map(({ reply }) => reply)
    .slice(0, 8);
}

/** What to look for in the knowledge base: what is typed, else what the viewer last said; empty for nothing. */
export function questionOf(draft: string, lastViewerText: string): string {
  const typed = readTyped(draft);
  if (typed.kind === 'knowledge') return typed.words.slice(0, 200);
  if (typed.kind === 'canned') return '';
  const written = draft.trim();
  return (written.length >= 4 ? written : lastViewerText).slice(0, 200);
}
