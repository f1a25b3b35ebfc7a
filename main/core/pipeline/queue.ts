/** What waits for its turn, first come first. */
export interface Queue<T> {
  readonly push: (items: readonly T[]) => void;
  readonly take: () => T | undefined;
  readonly size: () => number;
}

/** Taken places at the front before the rest moves up. */
const MOST_TAKEN = 4_096;

/** A queue whose every step costs the same, however much waits. */
export function createQueue<T>(): Queue<T> {
  let items: T[] = [];
  let head = 0;
  return {
    push(more) {
      for (const item of more) items.push(item);
    },
    take() {
      const item = items[head];
      if (head >= items.length) return undefined;
      head += 1;
      if (head === items.length || (head >= MOST_TAKEN && head * 2 >= items.length)) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
    size: () => items.length - head,
  };
}
