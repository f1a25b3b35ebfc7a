/** One thing at a time for each key, in the order asked. */
export interface Turns {
  readonly take: <T>(key: string, work: () => Promise<T>) => Promise<T>;
}

/** Work for different keys goes on side by side; a failed piece does not stop the next. */
export function createTurns(): Turns {
  const tails = new Map<string, Promise<unknown>>();
  return {
    take(key, work) {
      const before = tails.get(key) ?? Promise.resolve();
      const mine = before.then(work, work);
      const tail = mine
        .catch(() => undefined)
        .then(() => {
          if (tails.get(key) === tail) tails.delete(key);
        });
      tails.set(key, tail);
      return mine;
    },
  };
}
