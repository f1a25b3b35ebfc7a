import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChatFrame } from '../../shared/api/views.ts';
import type { Dispose } from '../../shared/domain/effects.ts';
import { applyChat, type ChatState, EMPTY_CHAT } from './chat.ts';
import type { FeedLine } from './feed-line.ts';
import { followFrames } from './follow-frames.ts';
import { frameBatch } from './frame-batch.ts';

/** Rooms' chat, each followed only while somebody looks at it. */
export interface ChatStores {
  readonly of: (roomId: string) => StoreApi<ChatState>;
  /** Follows a room until the answer is called; several lookers share one feed. */
  readonly follow: (roomId: string) => Dispose;
}

/** Makes the chat stores over a line to the core. */
export function createChats(line: FeedLine): ChatStores {
  const stores = new Map<string, StoreApi<ChatState>>();
  const lookers = new Map<string, { count: number; readonly stop: Dispose }>();

  const of = (roomId: string) => {
    const known = stores.get(roomId);
    if (known !== undefined) return known;
    const made = createStore<ChatState>(() => EMPTY_CHAT);
    stores.set(roomId, made);
    return made;
  };

  return {
    of,
    follow: (roomId) => {
      const entry = lookers.get(roomId) ?? { count: 0, stop: followRoom(line, roomId, of(roomId)) };
      entry.count += 1;
      lookers.set(roomId, entry);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        entry.count -= 1;
        if (entry.count > 0) return;
        lookers.delete(roomId);
        entry.stop();
      };
    },
  };
}

function followRoom(line: FeedLine, roomId: string, store: StoreApi<ChatState>): Dispose {
  const batch = frameBatch<ChatFrame>(line.schedule, (frames) => {
    const applied = applyChat(store.getState(), frames);
    if (applied !== 'resync') store.setState(applied, true);
  });
  const stop = followFrames<ChatFrame>(line, {
    open: (client, resume, signal) => client.feeds.chat({ roomId, resume }, { signal }),
    take: batch.add,
    from: store.getState().position,
  });
  return () => {
    stop();
    batch.close();
  };
}
