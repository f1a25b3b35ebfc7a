/** What the map marks when an entry is used. */
export interface Used {
  used: boolean;
}

/** A map of bounded size: what was not used since the hand last came by leaves first (the clock algorithm). */
export interface ClockMap<K, V extends Used> {
  readonly get: (key: K) => V | undefined;
  readonly put: (key: K, value: V) => void;
  readonly size: () => number;
}

/** Makes an empty one. Nothing is ever asked for its first entry, which in a `Map` walks over all deleted ones. */
export function createClockMap<K, V extends Used>(capacity: number): ClockMap<K, V> {
  const map = new Map<K, V>();
  const ring: K[] = [];
  let hand = 0;
  return {
    get(key) {
      const held = map.get(key);
      if (held !== undefined) held.used = true;
      return held;
    },
    put(key, value) {
      if (!map.has(key)) {
        if (ring.length < capacity) ring.push(key);
        else {
          hand = victim(map, ring, hand);
          map.delete(ring[hand] as K);
          ring[hand] = key;
          hand = (hand + 1) % capacity;
        }
      }
      map.set(key, value);
    },
    size: () => map.size,
  };
}

/** The next place whose entry was not used; used ones lose their mark, so it ends within two rounds. */
function victim<K, V extends Used>(map: ReadonlyMap<K, V>, ring: readonly K[], from: number): number {
  for (let at = from; ; at = (at + 1) % ring.length) {
    const held = map.get(ring[at] as K);
    if (held?.used !== true) return at;
    held.used = false;
  }
}
