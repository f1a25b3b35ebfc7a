/** The newest event ids, so that a repeat is known before it is looked at. */
export interface Seen {
  /** True the first time; remembers. */
  readonly take: (eventId: string) => boolean;
  /** An event that could not be stored may come again. */
  readonly forget: (eventId: string) => void;
  readonly has: (eventId: string) => boolean;
  readonly size: () => number;
}

/** Remembers the newest `capacity` ids (PROTOCOLS §5 asks for at least 200,000). `recent` is newest first. */
export function createSeen(capacity: number, recent: readonly string[]): Seen {
  const ids = new Set<string>(recent.toReversed());
  return {
    take(eventId) {
      if (ids.has(eventId)) return false;
      ids.add(eventId);
      if (ids.size > capacity) {
        const oldest = ids.values().next().value;
        if (oldest !== undefined) ids.delete(oldest);
      }
      return true;
    },
    forget: (eventId) => void ids.delete(eventId),
    has: (eventId) => ids.has(eventId),
    size: () => ids.size,
  };
}
