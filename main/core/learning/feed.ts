import type { LearningFrame } from '../../../shared/learning/views.ts';
import type { Learning } from './service.ts';

/** What a learning feed reads from. */
export interface LearningFeedSource {
  readonly learning: Pick<Learning, 'list' | 'viewNow' | 'onChange'>;
  /** Whether this session may see a room. */
  readonly visible: (roomId: string) => boolean;
  /** Waits while the line to the page is full. */
  readonly room: () => Promise<void>;
  /** Waits a moment, so that what changes together is sent together. */
  readonly settle: () => Promise<void>;
}

/** What rooms have learnt: all of it, then each room that changed, as it is by then. */
export async function* learningFeed(
  source: LearningFeedSource,
  signal: AbortSignal,
): AsyncGenerator<LearningFrame, void> {
  const { learning, visible } = source;
  const dirty = new Set<string>();
  let wake: () => void = () => undefined;
  const stop = learning.onChange((roomId) => {
    if (!visible(roomId)) return;
    dirty.add(roomId);
    wake();
  });
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    // What changes meanwhile is told again: the list may be older.
    const rooms = (await learning.list()).filter((view) => visible(view.roomId));
    yield { kind: 'snapshot', rooms };
    while (!signal.aborted) {
      if (dirty.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (signal.aborted || dirty.size > 0) resolve();
        });
        if (signal.aborted) return;
        await source.settle();
      }
      const changed = [...dirty];
      dirty.clear();
      for (const roomId of changed) {
        const room = learning.viewNow(roomId);
        yield room === undefined ? { kind: 'room_removed', roomId } : { kind: 'room', room };
      }
      await source.room();
    }
  } finally {
    stop();
  }
}
