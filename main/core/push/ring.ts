/** The newest items of a feed, by offset, with a way to wait for more. */
export interface Ring<T> {
  /** Offset of the newest item; items are numbered by the caller, growing by one. */
  readonly newest: () => number;
  readonly push: (items: readonly T[]) => void;
  /** Forgets all and goes on after `offset`: what lies between was never to be had. */
  readonly jump: (offset: number) => void;
  /** Items after `offset`, oldest first (none for an offset still to come); null when some are gone already. */
  readonly since: (offset: number) => readonly T[] | null;
  /** Everything still held, oldest first. */
  readonly held: () => readonly T[];
  /** Resolves when there is something after `offset`, or when the signal aborts. */
  readonly wait: (offset: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Keeps the newest `capacity` items. `first` is the offset before the first item ever pushed.
 * Memory is bounded by capacity times 1.5.
 */
export function createRing<T>(capacity: number, first: number): Ring<T> {
  let items: T[] = [];
  let newest = first;
  const waiting = new Set<() => void>();

  return {
    newest: () => newest,
    push(more) {
      if (more.length === 0) return;
      for (const item of more) items.push(item);
      newest += more.length;
      if (items.length > capacity * 1.5) items = items.slice(items.length - capacity);
      const wake = [...waiting];
      waiting.clear();
      for (const resolve of wake) resolve();
    },
    jump(offset) {
      items = [];
      newest = offset;
    },
    since(offset) {
      if (offset >= newest) return [];
      const count = newest - offset;
      if (count > items.length) return null;
      return items.slice(items.length - count);
    },
    held: () => items,
    wait(offset, signal) {
      if (offset < newest || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const done = (): void => {
          waiting.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        waiting.add(done);
        signal.addEventListener('abort', done);
      });
    },
  };
}
