import { createOccurrences } from './occurrence.ts';

/**
 * Joins `submysterygift` (N memberships) with the N `subgift` lines that belong to it, so that a
 * batch counts once whichever order and however many of its lines arrive (PROTOCOLS §1.4, trap 3).
 */
export interface GiftBatches {
  /** How many of a batch's `size` memberships were not yet counted by its own gifts. */
  readonly open: (key: string, giver: string, size: number) => number;
  /** How many memberships one gift stands for: 0 inside a counted batch, else 1. */
  readonly gift: (key: string, giver: string) => 0 | 1;
}

/** Remembers about the last thousand batches. */
export function createGiftBatches(): GiftBatches {
  const loose = createOccurrences(1_000);
  const opened = new Map<string, true>();
  /** Recordings from before batches had ids: gifts still expected from a giver. */
  const pending = new Map<string, number>();
  return {
    open: (key, giver, size) => {
      if (key === '') {
        remember(pending, giver, (pending.get(giver) ?? 0) + size);
        return size;
      }
      remember(opened, key, true);
      return Math.max(0, size - loose.next(key));
    },
    gift: (key, giver) => {
      if (key !== '' && opened.has(key)) return 0;
      const expected = pending.get(giver) ?? 0;
      if (expected > 0) {
        pending.set(giver, expected - 1);
        return 0;
      }
      if (key !== '') loose.next(key);
      return 1;
    },
  };
}

const MOST = 1_000;

function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= MOST) return;
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}
