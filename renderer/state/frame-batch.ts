/** Calls back once, soon. The answer cancels. */
export type Schedule = (run: () => void) => () => void;

/**
 * Gathers items and hands them over together once per animation frame, so that a burst costs one
 * React commit. `close` drops what is left.
 */
export function frameBatch<T>(schedule: Schedule, flush: (items: readonly T[]) => void) {
  let waiting: T[] = [];
  let cancel: (() => void) | null = null;
  return {
    add: (item: T) => {
      waiting.push(item);
      cancel ??= schedule(() => {
        const items = waiting;
        waiting = [];
        cancel = null;
        flush(items);
      });
    },
    close: () => {
      cancel?.();
      cancel = null;
      waiting = [];
    },
  };
}

/** On the next animation frame, or within 250 ms where the page is hidden and frames stop. */
export const onFrame: Schedule = (run) => {
  let done = false;
  const once = () => {
    if (done) return;
    stop();
    run();
  };
  const stop = () => {
    done = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, 250);
  return stop;
};
