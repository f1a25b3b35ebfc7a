/** Work by key: of one key in order, one at a time; different keys side by side. */
export interface Lanes {
  readonly run: <T>(key: string, work: () => Promise<T>) => Promise<T>;
}

/** Makes empty lanes; a lane is forgotten when its last work is done. */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(key, work) {
      const result = (tails.get(key) ?? Promise.resolve()).then(work, work);
      const tail = result.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return result;
    },
  };
}
