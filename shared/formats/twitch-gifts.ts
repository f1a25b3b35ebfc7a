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
  /** Gifts that a batch still expects. */
  const opened = new Map<string, number>();
  /** The same by giver, for recordings from before batches had ids. */
  const pending = new Map<string, number>();

  const expected = (map: Map<string, number>, key: string): boolean => {
    const left = map.get(key) ?? 0;
    if (left > 0) map.set(key, left - 1);
    return left > 0;
  };

  return {
    open: (key, giver, size) => {
      if (isNoKey(key)) {
        remember(pending, giver, (pending.get(giver) ?? 0) + size);
        return size;
      }
      const left = Math.max(0, size - loose.next(key));
      remember(opened, key, left);
      return left;
    },
    gift: (key, giver) => {
      if (isNoKey(key)) return expected(pending, giver) ? 0 : 1;
      if (expected(opened, key)) return 0;
      if (!opened.has(key)) loose.next(key);
      return 1;
    },
  };
}

/** Twitch once gave every single gift the SHA-1 of nothing as its origin. */
function isNoKey(key: string): boolean {
  return key === '' || key.replaceAll(' ', '').startsWith('da39a3ee5e6b4b0d3255');
}

const MOST = 1_000;

function remember(map: Map<string, number>, key: string, value: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= MOST) return;
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}
