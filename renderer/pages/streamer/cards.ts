import type { DisputeCard } from '../../../shared/api/views.ts';

/** Finished cards that stay on the page at most, and for how long (ms). */
export const DONE_SHOWN = 3;
export const DONE_MS = 15 * 60_000;

/** Cards by id with the newer of each; a snapshot starts from nothing. */
export function mergeCards(
  known: readonly DisputeCard[],
  incoming: readonly DisputeCard[],
): readonly DisputeCard[] {
  const byId = new Map(known.map((card) => [card.id, card]));
  for (const card of incoming) {
    const before = byId.get(card.id);
    if (before === undefined || card.updatedAt >= before.updatedAt) byId.set(card.id, card);
  }
  return [...byId.values()];
}

/** A dispute only noticed, and quiet for this long, leaves the page (ms). */
export const QUIET_MS = 30 * 60_000;

/** What is shown: unfinished ones, the newest on top and never reordered, then the few finished last. */
export function shownCards(
  cards: readonly DisputeCard[],
  now: number,
): { readonly active: readonly DisputeCard[]; readonly done: readonly DisputeCard[] } {
  const isDone = (card: DisputeCard) => card.status === 'done';
  return {
    active: cards
      .filter((card) => !isDone(card) && !(card.status === 'seen' && now - card.updatedAt > QUIET_MS))
      .sort((a, b) => b.at - a.at || a.id.localeCompare(b.id)),
    done: cards
      .filter((card) => isDone(card) && now - card.updatedAt <= DONE_MS)
      .sort((a, b) => b.updatedAt - a.updatedAt)
      .slice(0, DONE_SHOWN),
  };
}
