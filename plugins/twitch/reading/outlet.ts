import type { LiveEvent } from '../../../shared/domain/event.ts';

/** Events on their way to the core, in order and in bounded number: a socket cannot be told to wait. */
export interface Outlet {
  /** Whether a line of ordinary (`chat`) or of moderation traffic may still come in. */
  readonly hasRoom: (urgent: boolean) => boolean;
  readonly push: (events: readonly LiveEvent[]) => void;
  /** Resolves when everything has been taken. */
  readonly drained: () => Promise<void>;
}

/** DESIGN §8 and plugin.ts: at most this many wait; what comes then is declared as a gap. */
export const MOST_WAITING = 2_000;

/** Moderation lines may still come in: they are few, and receipts hang on them. */
const URGENT_EXTRA = 200;

const BATCH = 500;

/** What an outlet tells. */
export interface OutletEvents {
  /** There is room again after there was none. */
  readonly room: () => void;
  /** The core failed to take these; the next ones are tried all the same. */
  readonly failed: (events: readonly LiveEvent[], cause: unknown) => void;
}

/** `emit` resolves when the core has room for more. */
export function createOutlet(
  emit: (events: readonly LiveEvent[]) => Promise<void>,
  tell: OutletEvents,
): Outlet {
  let waiting: LiveEvent[] = [];
  let inFlight = 0;
  let full = false;
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;

  const run = async () => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      inFlight = batch.length;
      try {
        await emit(batch);
      } catch (cause) {
        tell.failed(batch, cause);
      }
      inFlight = 0;
      if (full && waiting.length < MOST_WAITING / 2) {
        full = false;
        tell.room();
      }
    }
    isRunning = false;
  };

  return {
    hasRoom: (urgent) => {
      const size = waiting.length + inFlight;
      if (size >= MOST_WAITING) full = true;
      return urgent ? size < MOST_WAITING + URGENT_EXTRA : !full;
    },
    push: (events) => {
      if (events.length === 0) return;
      waiting.push(...events);
      if (isRunning) return;
      isRunning = true;
      running = run();
    },
    drained: () => running,
  };
}
