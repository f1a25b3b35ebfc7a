import type { ApiClient } from '../../shared/api/client.ts';
import type { FeedPosition } from '../../shared/api/views.ts';
import type { ApiConnection } from '../transport/connection.ts';
import { followFeed } from './feed.ts';
import { onFrame, type Schedule } from './frame-batch.ts';

/** One feed to follow over the line. */
export interface FeedRequest<Frame> {
  readonly signal: AbortSignal;
  readonly open: (
    client: ApiClient,
    resume: FeedPosition | undefined,
    signal: AbortSignal,
  ) => Promise<AsyncIterable<Frame> | AsyncIterator<Frame>>;
  readonly position: () => FeedPosition | undefined;
  readonly take: (frame: Frame) => 'taken' | 'resync';
}

/** Follows feeds over a line that may be lost and come back. */
export interface FeedLine {
  readonly schedule: Schedule;
  readonly follow: <Frame>(request: FeedRequest<Frame>) => Promise<void>;
}

/** Feeds over the page's connection: they stop when it is lost and resume when it is open. */
export function feedLine(connection: ApiConnection): FeedLine {
  return {
    schedule: onFrame,
    follow: (request) =>
      followFeed({
        signal: request.signal,
        position: request.position,
        take: request.take,
        open: (resume, signal) => request.open(connection.client, resume, signal),
        ready: (signal) => whenOpen(connection, signal),
        pause,
        chance: () => Math.random(),
      }),
  };
}

function whenOpen(connection: ApiConnection, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || connection.state.getState().kind === 'open') return resolve();
    const done = () => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stop = connection.state.subscribe((state) => {
      if (state.kind === 'open') done();
    });
    signal.addEventListener('abort', done);
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
