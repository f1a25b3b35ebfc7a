import type { ChatRow } from '../../shared/api/views.ts';
import type { ChatState } from '../state/chat.ts';

/** A list that stands still, and since when. */
export interface Frozen {
  readonly why: 'key' | 'scroll' | 'hover';
  readonly rows: readonly ChatRow[];
  /** `received` and newest offset of the chat at that moment. */
  readonly received: number;
  readonly offset: number;
}

/** Holds the list as it is. A stronger wish (key, scroll) keeps the rows of a weaker one (hover). */
export function freeze(before: Frozen | null, chat: ChatState, why: Frozen['why']): Frozen {
  if (before !== null) return why === 'hover' ? before : { ...before, why };
  return { why, rows: chat.rows, received: chat.received, offset: chat.rows.at(-1)?.offset ?? -1 };
}

/** What came since the list was frozen; `flagged` also counts rows that became evidence since. */
export function newSince(
  frozen: Frozen,
  chat: ChatState,
  flagged: (row: ChatRow) => boolean,
): { readonly rows: number; readonly flagged: number } {
  let fresh = 0;
  let marked = 0;
  for (let index = chat.rows.length - 1; index >= 0; index -= 1) {
    const row = chat.rows[index];
    if (row === undefined || row.offset <= frozen.offset) break;
    fresh += 1;
    if (row.marks.length > 0 || flagged(row)) marked += 1;
  }
  // Either count may fall short: rows are trimmed, and after a lost history they come in a snapshot.
  return { rows: Math.max(fresh, chat.received - frozen.received), flagged: marked };
}
