import type { ChatRow } from '../../../shared/api/views.ts';
import { toChatRow } from '../../../shared/view/chat-row.ts';
import type { StoredEvent } from '../../store/store.ts';
import { createRing, type Ring } from './ring.ts';

/** The newest rows of the rooms that pages look at. Of other rooms only the count is kept: the store has their rows. */
export interface ChatRings {
  /** The ring of a room, filled until `leave` is called and for a while after, for who comes back. */
  readonly enter: (roomId: string) => { readonly ring: Ring<ChatRow>; readonly leave: () => void };
  /** Takes what was committed, in order. */
  readonly push: (rows: readonly StoredEvent[]) => void;
  /** Rooms whose rows are kept. */
  readonly size: () => number;
}

interface Entry {
  readonly ring: Ring<ChatRow>;
  lookers: number;
  leftAt: number;
}

const CHAT_RING = 5_000;
/** How long a ring outlives its last looker, ms. */
const KEEP_MS = 60_000;

/** `stored` holds the newest stored offset of each room at start. */
export function createChatRings(stored: ReadonlyMap<string, number>, now: () => number): ChatRings {
  const newest = new Map(stored);
  const entries = new Map<string, Entry>();

  const living = (roomId: string): Entry | undefined => {
    const entry = entries.get(roomId);
    if (entry === undefined || entry.lookers > 0 || now() - entry.leftAt <= KEEP_MS) return entry;
    entries.delete(roomId);
    newest.set(roomId, entry.ring.newest());
    return undefined;
  };

  return {
    enter(roomId) {
      const entry = living(roomId) ?? {
        ring: createRing<ChatRow>(CHAT_RING, newest.get(roomId) ?? 0),
        lookers: 0,
        leftAt: 0,
      };
      entries.set(roomId, entry);
      entry.lookers += 1;
      let isIn = true;
      return {
        ring: entry.ring,
        leave: () => {
          if (!isIn) return;
          isIn = false;
          entry.lookers -= 1;
          entry.leftAt = now();
        },
      };
    },
    push(rows) {
      for (const [roomId, own] of Map.groupBy(rows, (row) => row.event.roomId)) {
        const entry = living(roomId);
        if (entry === undefined) newest.set(roomId, own.at(-1)?.offset ?? 0);
        else pushInOrder(entry.ring, own);
      }
    },
    size: () => entries.size,
  };
}

/** A batch that could not be stored leaves a hole in the room's count; the ring begins anew after it. */
function pushInOrder(ring: Ring<ChatRow>, rows: readonly StoredEvent[]): void {
  const first = rows[0];
  if (first === undefined) return;
  if (first.offset !== ring.newest() + 1) ring.jump(first.offset - 1);
  ring.push(rows.map((row) => toChatRow(row.offset, row.event, row.verdicts)));
}
