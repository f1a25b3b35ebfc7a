import type { DisputeCard, FeedPosition, StreamerFrame } from '../../../shared/api/views.ts';
import type { Ring } from './ring.ts';

/** What a streamer's feed reads from. */
export interface StreamerFeedSource {
  readonly epoch: string;
  /** Ids of cards that changed, and when. */
  readonly ring: Ring<{ readonly cardId: string; readonly at: number }>;
  readonly roomName: string;
  readonly cards: () => readonly DisputeCard[];
  /** `concerns` is false for what was dismissed since: shown as handled where it was on the page before. */
  readonly card: (cardId: string) => (DisputeCard & { readonly concerns: boolean }) | null;
  /** Cards are shown this much later, ms; asked for each frame. */
  readonly delayMs: () => number;
  readonly room: () => Promise<void>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly now: () => number;
}

/** Longest wait before the delay, which may be changed meanwhile, is looked at again, ms. */
const LOOK_AGAIN_MS = 1_000;

/** Cards that are old enough to be shown. */
export function shownCards(
  source: Pick<StreamerFeedSource, 'cards' | 'delayMs' | 'now'>,
): readonly DisputeCard[] {
  const until = source.now() - source.delayMs();
  return source.cards().filter((card) => card.at <= until);
}

/**
 * Dispute cards as they change, each later by the streamer's own delay. What is not due when the page
 * opens comes in its turn; what turned out to be nothing is told only of cards that were shown.
 */
export async function* streamerFeed(
  source: StreamerFeedSource,
  resume: FeedPosition | undefined,
  signal: AbortSignal,
): AsyncGenerator<StreamerFrame, void> {
  const { ring, epoch } = source;
  const isDue = (change: { readonly at: number }): boolean => change.at + source.delayMs() <= source.now();
  const resumes = resume !== undefined && resume.epoch === epoch && ring.since(resume.offset) !== null;
  let offset = resumes ? resume.offset : -1;
  const shown = resumes ? null : new Set<string>();
  while (!signal.aborted) {
    const changes = offset < 0 ? null : ring.since(offset);
    if (changes === null) {
      offset = ring.newest() - ring.held().filter((change) => !isDue(change)).length;
      const cards = shownCards(source);
      for (const card of cards) shown?.add(card.id);
      yield { kind: 'snapshot', position: { epoch, offset }, roomName: source.roomName, cards };
      continue;
    }
    const [first] = changes;
    if (first === undefined) {
      await ring.wait(offset, signal);
      continue;
    }
    const due = changes.filter(isDue);
    if (due.length === 0) {
      const wait = first.at + source.delayMs() - source.now();
      await source.sleep(Math.min(LOOK_AGAIN_MS, Math.max(1, wait)), signal);
      continue;
    }
    offset += due.length;
    const cards = [...new Set(due.map((change) => change.cardId))]
      .flatMap((cardId) => source.card(cardId) ?? [])
      .filter((card) => card.concerns || shown === null || shown.has(card.id))
      .map(({ concerns: _, ...card }) => card);
    for (const card of cards) shown?.add(card.id);
    if (cards.length > 0) yield { kind: 'batch', position: { epoch, offset }, cards };
    await source.room();
  }
}
