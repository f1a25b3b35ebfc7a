import type { ChatRow, TimelineView } from '../../../shared/api/views.ts';
import { toChatRow } from '../../../shared/view/chat-row.ts';
import type { EventQuery, Store } from '../../store/store.ts';
import { gridOf } from '../../store/timeline-grid.ts';
import { toCsv } from './csv.ts';

/** Looking back: timeline, search, export; all from the local store. */
export interface Review {
  readonly timeline: (roomId: string, from: number, to: number, bucketMs: number) => Promise<TimelineView>;
  readonly events: (
    query: EventQuery,
  ) => Promise<{ readonly rows: readonly ChatRow[]; readonly cursor?: string | undefined }>;
  readonly csv: (
    query: Omit<EventQuery, 'limit' | 'cursor'>,
  ) => Promise<{ readonly csv: string; readonly rows: number; readonly truncated: boolean }>;
}

const MAX_CSV_ROWS = 50_000;
const PAGE = 1_000;

/** Reads only. */
export function createReview(store: Store): Review {
  const events: Review['events'] = async (query) => {
    const page = await store.events(query);
    return {
      rows: page.rows.map((stored) => toChatRow(stored.offset, stored.event, stored.verdicts)),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    };
  };
  return {
    events,
    async timeline(roomId, from, to, bucketMs) {
      const coarse = Math.max(bucketMs, Math.ceil((to - from) / 2_000 / 1_000) * 1_000);
      const [buckets, flags, actions] = await Promise.all([
        store.timeline(roomId, from, to, coarse),
        store.list({ table: 'flags', where: { roomId }, from, to, order: 'newest', limit: 500 }),
        store.list({ table: 'actions', where: { roomId }, from, to, order: 'newest', limit: 500 }),
      ]);
      return {
        bucketMs: gridOf(from, to, coarse).bucketMs,
        buckets,
        flags: flags.rows,
        actions: actions.rows,
      };
    },
    async csv(query) {
      const rows: ChatRow[] = [];
      let cursor: string | undefined;
      do {
        const page = await events({ ...query, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
        rows.push(...page.rows);
        cursor = page.cursor;
      } while (cursor !== undefined && rows.length < MAX_CSV_ROWS);
      const kept = rows.slice(0, MAX_CSV_ROWS);
      return {
        csv: toCsv(kept),
        rows: kept.length,
        truncated: cursor !== undefined || rows.length > kept.length,
      };
    },
  };
}
