import { FOLD } from './fold.ts';

/** How often a pair must have been said to be usual. */
const USUAL_FROM = 3;
const MAX_PAIRS = 60_000;

/** Which characters stand side by side in a room's ordinary chat. */
export interface RoomLanguage {
  readonly isUsual: (first: number, second: number) => boolean;
  /** Takes these pairs for the usual ones, and no others. */
  readonly load: (pairs: Uint32Array) => void;
}

/** Knows no pairs until some are loaded. */
export function createRoomLanguage(): RoomLanguage {
  let usual: ReadonlySet<number> = new Set();
  return {
    isUsual: (first, second) => usual.has(first * 65536 + second),
    load: (pairs) => {
      usual = new Set(pairs);
    },
  };
}

/**
 * The pairs of Han characters said at least three times, each as the first times 65,536 and the second; of the
 * first 60,000 different ones.
 */
export function usualPairs(history: readonly string[]): Uint32Array {
  const counts = new Map<number, number>();
  for (const text of history) {
    for (let index = 0; index + 1 < text.length; index += 1) {
      const first = FOLD[text.charCodeAt(index)] ?? 0;
      const second = FOLD[text.charCodeAt(index + 1)] ?? 0;
      if (first < 0x4e00 || second < 0x4e00 || first > 0x9fff || second > 0x9fff) continue;
      const key = first * 65536 + second;
      const count = counts.get(key);
      if (count !== undefined) counts.set(key, count + 1);
      else if (counts.size < MAX_PAIRS) counts.set(key, 1);
    }
  }
  return Uint32Array.from([...counts].flatMap(([key, count]) => (count >= USUAL_FROM ? [key] : [])));
}
