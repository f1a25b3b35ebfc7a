import { SYSTEM } from '../../../shared/domain/actor.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Store, StoreOp, TableName } from '../../store/store.ts';
import { auditOf } from '../desk.ts';
import type { FileStore } from './files.ts';
import { thumbId } from './uploads.ts';

/** Keeps the promise of the first message: what is older than told is deleted. */
export interface Retention {
  /** Deletes at most a page of conversations; returns how many. */
  readonly run: () => Promise<number>;
}

/** Longest time that private conversations are kept. */
export const PRIVATE_DAYS = 30;

const PAGE = 100;
const ROWS = 1_000;

/** Conversations with their messages, steps, ratings and files; tickets and escalations are records of their own. */
export function createRetention(deps: {
  readonly store: Store;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly days: () => number;
  readonly isPrivate: (row: Conversation) => boolean;
  readonly forget: (id: string) => void;
}): Retention {
  const { store, files, clock } = deps;

  const rowsOf = async (
    table: 'messages' | 'traces' | 'uploads',
    conversationId: string,
  ): Promise<readonly string[]> => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page: {
        readonly rows: readonly { readonly id: string }[];
        readonly cursor?: string | undefined;
      } = await store.list({
        table,
        where: { conversationId },
        limit: ROWS,
        cursor,
      });
      found.push(...page.rows.map((row) => row.id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  };
  const remove = async (row: Conversation): Promise<void> => {
    const [messages, traces, uploads] = [
      await rowsOf('messages', row.id),
      await rowsOf('traces', row.id),
      await rowsOf('uploads', row.id),
    ];
    const gone = (table: TableName, ids: readonly string[]): readonly StoreOp[] =>
      ids.map((id) => ({ op: 'delete', table, id }));
    // Files first: a row without its file is refused when asked for, a file without its row is never found again.
    for (const id of uploads) {
      await files.remove(id);
      await files.remove(thumbId(id));
    }
    await store.write([
      ...gone('messages', messages),
      ...gone('traces', traces),
      ...gone('uploads', uploads),
      ...gone('ratings', [row.id]),
      ...gone('conversations', [row.id]),
      {
        op: 'audit',
        entry: auditOf(clock.now(), SYSTEM, 'support.retention', {
          roomId: row.roomId,
          subject: row.id,
          detail: `#${row.number}`,
        }),
      },
    ]);
    deps.forget(row.id);
  };

  return {
    async run() {
      const now = clock.now();
      // Private ones go sooner, whatever the others are kept for, so the search begins at the sooner date.
      const soonest = Math.min(deps.days(), PRIVATE_DAYS);
      let removed = 0;
      let cursor: string | undefined;
      do {
        const page: { readonly rows: readonly Conversation[]; readonly cursor?: string | undefined } =
          await store.list({
            table: 'conversations',
            where: { state: 'closed' },
            to: now - soonest * 86_400_000,
            order: 'oldest',
            limit: PAGE,
            cursor,
          });
        for (const row of page.rows) {
          const days = deps.isPrivate(row) ? soonest : deps.days();
          if ((row.closedAt ?? row.updatedAt) >= now - days * 86_400_000) continue;
          await remove(row);
          removed += 1;
        }
        cursor = page.cursor;
      } while (cursor !== undefined && removed < PAGE);
      return removed;
    },
  };
}
