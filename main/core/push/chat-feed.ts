import type { ChatFrame, ChatRow, FeedPosition } from '../../../shared/api/views.ts';
import type { Ring } from './ring.ts';

/** What a room's chat feed reads from. */
export interface ChatFeedSource {
  readonly epoch: string;
  readonly ring: Ring<ChatRow>;
  /** Stored rows after an offset, oldest first, at most `limit`. */
  readonly stored: (afterOffset: number, limit: number) => Promise<readonly ChatRow[]>;
  /** The newest stored rows, oldest first. */
  readonly tail: (limit: number) => Promise<readonly ChatRow[]>;
  readonly room: () => Promise<void>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly now: () => number;
}

/** Rows a page gets at most in one frame; what is over is ordinary chat left out and counted. */
export const FRAME_ROWS = 200;
const FRAME_MS = 50;
const SNAPSHOT_ROWS = 200;
const CATCH_UP_ROWS = 5_000;

/**
 * A room's rows: first what was missed (from the ring, else the store) or a snapshot, then batches,
 * the first undelayed and then about every 50 ms. Flagged rows, money, gaps and moderation rows
 * are never left out.
 */
export async function* chatFeed(
  source: ChatFeedSource,
  resume: FeedPosition | undefined,
  signal: AbortSignal,
): AsyncGenerator<ChatFrame, void> {
  const { ring, epoch } = source;
  let offset = -1;
  let reset = false;
  /** What the page has, where that is of this epoch. */
  let had = resume?.epoch === epoch ? resume.offset : undefined;
  if (resume !== undefined) {
    const missing = ring.newest() - resume.offset;
    if (resume.epoch === epoch && missing >= 0 && missing <= CATCH_UP_ROWS) offset = resume.offset;
    else reset = true;
  }
  let sentAt = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    if (offset < 0) {
      const rows = await source.tail(SNAPSHOT_ROWS);
      offset = Math.max(rows.at(-1)?.offset ?? 0, 0);
      const skipped = had === undefined ? 0 : (rows[0]?.offset ?? offset + 1) - 1 - had;
      yield {
        kind: 'snapshot',
        position: { epoch, offset },
        rows,
        reset,
        ...(skipped > 0 ? { skipped } : {}),
      };
      reset = true;
      continue;
    }
    const rows = ring.since(offset) ?? (await source.stored(offset, CATCH_UP_ROWS));
    if (rows.length === 0) {
      if (ring.since(offset) === null) [had, offset] = [offset, -1];
      else await ring.wait(offset, signal);
      continue;
    }
    const wait = sentAt + FRAME_MS - source.now();
    if (wait > 0) {
      await source.sleep(wait, signal);
      sentAt = Number.NEGATIVE_INFINITY;
      continue;
    }
    offset = rows.at(-1)?.offset ?? offset;
    const kept = thin(rows, FRAME_ROWS);
    sentAt = source.now();
    yield { kind: 'batch', position: { epoch, offset }, rows: kept, thinned: rows.length - kept.length };
    await source.room();
  }
}

/** Leaves out the oldest ordinary rows until `limit` are left, or only rows that must stay. */
export function thin(rows: readonly ChatRow[], limit: number): readonly ChatRow[] {
  let over = rows.length - limit;
  if (over <= 0) return rows;
  return rows.filter((row) => {
    if (over <= 0 || mustStay(row)) return true;
    over -= 1;
    return false;
  });
}

function mustStay(row: ChatRow): boolean {
  if (row.marks.length > 0 || row.money !== undefined) return true;
  return (
    row.kind !== 'chat' &&
    row.kind !== 'enter' &&
    row.kind !== 'like' &&
    row.kind !== 'follow' &&
    row.kind !== 'share'
  );
}
