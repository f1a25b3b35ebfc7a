import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeskChange, DeskFrame } from '../../shared/api/views.ts';
import type { Dispose } from '../../shared/domain/effects.ts';
import { applyChanges, applyDesk, type DeskState, EMPTY_DESK } from './desk.ts';
import type { FeedLine } from './feed-line.ts';
import { followFrames } from './follow-frames.ts';
import { frameBatch } from './frame-batch.ts';

/** The desk: rooms, flags, actions, tickets and escalations, kept current. */
export interface DeskStore {
  readonly store: StoreApi<DeskState>;
  /** Takes in what a call answered, ahead of the feed. */
  readonly learn: (changes: readonly DeskChange[]) => void;
  /** Begins following; the answer ends it. */
  readonly follow: () => Dispose;
}

/** Makes the desk over a line to the core. */
export function createDesk(line: FeedLine): DeskStore {
  const store = createStore<DeskState>(() => EMPTY_DESK);
  return {
    store,
    learn: (changes) => store.setState(applyChanges(store.getState(), changes), true),
    follow: () => {
      const batch = frameBatch<DeskFrame>(line.schedule, (frames) => {
        let next = store.getState();
        for (const frame of frames) {
          const applied = applyDesk(next, frame);
          if (applied !== 'resync') next = applied;
        }
        store.setState(next, true);
      });
      const stop = followFrames<DeskFrame>(line, {
        open: (client, resume, signal) => client.feeds.desk({ resume }, { signal }),
        take: batch.add,
        from: store.getState().position,
      });
      return () => {
        stop();
        batch.close();
      };
    },
  };
}
