/** What is to happen, in order of time; equal times keep the order they were written down in. */
export interface Agenda {
  readonly add: (atMs: number, run: (atMs: number) => void) => void;
  /** Runs the earliest entry; false when nothing is left. */
  readonly step: () => boolean;
}

interface Entry {
  readonly atMs: number;
  readonly run: (atMs: number) => void;
}

/** An empty agenda. */
export function createAgenda(): Agenda {
  /** Latest first, so that the earliest is popped from the end. */
  const entries: Entry[] = [];
  return {
    add: (atMs, run) => {
      let low = 0;
      let high = entries.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((entries[middle]?.atMs ?? 0) > atMs) low = middle + 1;
        else high = middle;
      }
      entries.splice(low, 0, { atMs, run });
    },
    step: () => {
      const entry = entries.pop();
      if (entry === undefined) return false;
      entry.run(entry.atMs);
      return true;
    },
  };
}
