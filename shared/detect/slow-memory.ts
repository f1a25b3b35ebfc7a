const SIZE = 1 << 15;
/** Seconds after which a text begins anew: since it was last said, and since it was first. */
const LAST = 3_600;
const WHOLE = 7_200;

/**
 * Which texts new people said within the last hour or two, beyond the life of a cluster: in a fast room thousands
 * of messages lie between two drops of a slow drip. Fixed size, about half a megabyte.
 */
export interface SlowMemory {
  /** Somebody new said it. `slot` is their place in the person book, `at` epoch ms. */
  readonly note: (canon: number, slot: number, at: number) => void;
  /** How many different people said it, about: at most 32, and two may count as one. */
  readonly people: (canon: number, at: number) => number;
  readonly bytes: number;
}

/** Two places for each text; the one said longer ago gives way. */
export function createSlowMemory(): SlowMemory {
  const canons = new Uint32Array(SIZE);
  const last = new Uint32Array(SIZE);
  const first = new Uint32Array(SIZE);
  const masks = new Uint32Array(SIZE);
  /** Seconds are counted from the first message, so that they fit. */
  let epoch = -1;
  const secondsOf = (at: number): number => Math.max(1, Math.floor(at / 1_000) - epoch + 1);
  const placeOf = (canon: number): number => {
    const one = canon & (SIZE - 1);
    if (canons[one] === canon) return one;
    const two = one ^ 1;
    return canons[two] === canon ? two : -1;
  };
  const isOver = (place: number, now: number): boolean =>
    now - (last[place] ?? 0) > LAST || now - (first[place] ?? 0) > WHOLE;
  return {
    bytes: SIZE * 16,
    note: (canon, slot, at) => {
      if (epoch < 0) epoch = Math.floor(at / 1_000);
      const now = secondsOf(at);
      let place = placeOf(canon);
      const isHeld = place >= 0 && !isOver(place, now);
      if (place < 0) {
        const one = canon & (SIZE - 1);
        place = (last[one] ?? 0) <= (last[one ^ 1] ?? 0) ? one : one ^ 1;
      }
      canons[place] = canon;
      last[place] = now;
      if (!isHeld) {
        first[place] = now;
        masks[place] = 0;
      }
      masks[place] = (masks[place] ?? 0) | (1 << (Math.imul(slot + 1, 0x9e3779b1) >>> 27));
    },
    people: (canon, at) => {
      const place = placeOf(canon);
      return place < 0 || isOver(place, secondsOf(at)) ? 0 : bitsIn(masks[place] ?? 0);
    },
  };
}

function bitsIn(mask: number): number {
  let left = mask >>> 0;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}
