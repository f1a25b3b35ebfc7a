import type { FeedPosition } from '../../shared/api/views.ts';
import { backoffMs } from '../transport/backoff.ts';

export interface FeedOptions<Frame> {
  /** Opens the feed after a position, or from a snapshot where there is none. */
  readonly open: (
    resume: FeedPosition | undefined,
    signal: AbortSignal,
  ) => Promise<AsyncIterable<Frame> | AsyncIterator<Frame>>;
  /** Up to where frames were taken in. */
  readonly position: () => FeedPosition | undefined;
  /** Takes a frame in; `resync` begins anew from a snapshot. */
  readonly take: (frame: Frame) => 'taken' | 'resync';
  /** Resolves when the line is open. */
  readonly ready: (signal: AbortSignal) => Promise<void>;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly chance: () => number;
  readonly signal: AbortSignal;
}

/** Follows a feed until the signal ends it, opening it again where it stood after every loss. */
export async function followFeed<Frame>(options: FeedOptions<Frame>): Promise<void> {
  const { signal } = options;
  let failures = 0;
  let fresh = false;
  while (!signal.aborted) {
    const line = new AbortController();
    const stop = () => line.abort();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await options.ready(signal);
      const frames = await options.open(fresh ? undefined : options.position(), line.signal);
      fresh = false;
      for await (const frame of iterable(frames)) {
        if (signal.aborted) break;
        failures = 0;
        if (options.take(frame) === 'resync') {
          fresh = true;
          break;
        }
      }
    } catch {
      // Every loss is answered the same way: wait, then open again where we stood.
    } finally {
      line.abort();
      signal.removeEventListener('abort', stop);
    }
    if (signal.aborted) return;
    await options.pause(backoffMs(failures, options.chance()), signal).catch(() => undefined);
    failures += 1;
  }
}

function iterable<T>(source: AsyncIterable<T> | AsyncIterator<T>): AsyncIterable<T> {
  return Symbol.asyncIterator in source ? source : { [Symbol.asyncIterator]: () => source };
}
