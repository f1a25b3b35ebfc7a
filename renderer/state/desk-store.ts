import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeskChange, DeskFrame } from '../../shared/api/views.ts';
import type { Dispose } from '../../shared/domain/effects.ts';
import { applyChanges, applyDesk, type DeskState, EMPTY_DESK } from './desk.ts';
import type { FeedLine } from './feed-line.ts';
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
      const end = new AbortController();
      // Held apart from the store so that the position is that of frames received, not yet shown.
      let ahead: DeskState = store.getState();
      const batch = frameBatch<DeskFrame>(line.schedule, (frames) => {
        let next = store.getState();
        for (const frame of frames) {
          const applied = applyDesk(next, frame);
          if (applied !== 'resync') next = applied;
        }
        store.setState(next, true);
      });
      void line.follow<DeskFrame>({
        signal: end.signal,
        open: (client, resume, signal) => client.feeds.desk({ resume }, { signal }),
        position: () => ahead.position,
        take: (frame) => {
          if (frame.kind === 'batch' && frame.position.epoch !== ahead.position?.epoch) return 'resync';
          ahead = { ...ahead, position: frame.position };
          batch.add(frame);
          return 'taken';
        },
      });
      return () => {
        end.abort();
        batch.close();
      };
    },
  };
}
