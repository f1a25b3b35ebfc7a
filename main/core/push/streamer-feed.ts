import type { DisputeCard, FeedPosition, StreamerFrame } from '../../../shared/api/views.ts';
import type { Ring } from './ring.ts';

/** What a streamer's feed reads from. */
export interface StreamerFeedSource {
  readonly epoch: string;
  /** Ids of flags whose card changed, and when. */
  readonly ring: Ring<{ readonly flagId: string; readonly at: number }>;
  readonly roomName: string;
  readonly cards: () => readonly DisputeCard[];
  readonly card: (flagId: string) => DisputeCard | null;
  /** Cards are shown this much later, ms; asked for each frame. */
  readonly delayMs: () => number;
  readonly room: () => Promise<void>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly now: () => number;
}

/** Dispute cards as they change, later by the streamer's own delay. */
export async function* streamerFeed(
  source: StreamerFeedSource,
  resume: FeedPosition | undefined,
  signal: AbortSignal,
): AsyncGenerator<StreamerFrame, void> {
  const { ring, epoch } = source;
  let offset =
    resume !== undefined && resume.epoch === epoch && ring.since(resume.offset) !== null ? resume.offset : -1;
  while (!signal.aborted) {
    const changes = offset < 0 ? null : ring.since(offset);
    if (changes === null) {
      offset = ring.newest();
      const until = source.now() - source.delayMs();
      yield {
        kind: 'snapshot',
        position: { epoch, offset },
        roomName: source.roomName,
        cards: source.cards().filter((card) => card.at <= until),
      };
      continue;
    }
    const newest = changes.at(-1);
    if (newest === undefined) {
      await ring.wait(offset, signal);
      continue;
    }
    const wait = newest.at + source.delayMs() - source.now();
    if (wait > 0) {
      await source.sleep(wait, signal);
      continue;
    }
    offset += changes.length;
    const cards = [...new Set(changes.map((change) => change.flagId))].flatMap(
      (flagId) => source.card(flagId) ?? [],
    );
    if (cards.length > 0) yield { kind: 'batch', position: { epoch, offset }, cards };
    await source.room();
  }
}
