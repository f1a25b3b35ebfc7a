import type { DeskChange, DeskFrame, FeedPosition } from '../../../shared/api/views.ts';
import type { Ring } from './ring.ts';

/** What a desk feed reads from. */
export interface DeskFeedSource {
  readonly epoch: string;
  readonly ring: Ring<DeskChange>;
  /** Everything as it is now; must be taken in the same tick as `position`. */
  readonly snapshot: (position: FeedPosition) => DeskFrame;
  /** Whether this session may see a change. */
  readonly visible: (change: DeskChange) => boolean;
  /** Waits while the line to the page is full. */
  readonly room: () => Promise<void>;
}

/**
 * Flags, actions, tickets, escalations and rooms as they change: a snapshot (or, with a position
 * that is still in the ring, nothing) and then every change, in order. Nothing is ever thinned: a
 * page too slow for the ring gets a new snapshot, which holds the same truth.
 */
export async function* deskFeed(
  source: DeskFeedSource,
  resume: FeedPosition | undefined,
  signal: AbortSignal,
): AsyncGenerator<DeskFrame, void> {
  const { ring, epoch } = source;
  let offset =
    resume !== undefined && resume.epoch === epoch && ring.since(resume.offset) !== null ? resume.offset : -1;
  while (!signal.aborted) {
    const items = offset < 0 ? null : ring.since(offset);
    if (items === null) {
      offset = ring.newest();
      yield source.snapshot({ epoch, offset });
      continue;
    }
    if (items.length === 0) {
      await ring.wait(offset, signal);
      continue;
    }
    offset += items.length;
    const changes = newestOfEach(items.filter(source.visible));
    if (changes.length > 0) yield { kind: 'batch', position: { epoch, offset }, changes };
    await source.room();
  }
}

/** Gauges and room views are states, not events: only the newest of each in a batch is worth sending. */
function newestOfEach(changes: readonly DeskChange[]): readonly DeskChange[] {
  const last = new Map<string, DeskChange>();
  for (const change of changes) {
    if (change.kind === 'gauges') last.set('gauges', change);
    if (change.kind === 'room') last.set(`room:${change.room.room.id}`, change);
  }
  return changes.filter((change) => {
    if (change.kind === 'gauges') return last.get('gauges') === change;
    if (change.kind === 'room') return last.get(`room:${change.room.room.id}`) === change;
    return true;
  });
}
