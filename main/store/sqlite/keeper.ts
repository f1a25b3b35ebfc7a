import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { Result } from '../../../shared/domain/result.ts';
import { dayFileName } from '../days.ts';
import { toStoreError } from '../store-error.ts';
import { DECISIONS_FILE, daysInFolder } from './catalog.ts';
import type { KeeperReply, KeeperRequest } from './messages.ts';
import type { Thread, ThreadData, ThreadReady } from './thread.ts';

/** Has the write-ahead logs copied back into their files while others write. */
export interface Keeper {
  /** So many events were committed at once. */
  readonly written: (events: number) => void;
  readonly stop: () => Promise<void>;
}

/** Events between two rounds: some 40 to 100 MB of log, in which a busy page stands many times and is copied once. */
const ROUND_EVENTS = 8_000;
/** What a commit weighs at least: alone it writes a page of every index, in a quiet room some 35 KB an event. */
const COMMIT_EVENTS = 4;
/** Pages of a log (64 MiB) from which the writer is asked to begin it anew. */
const LONG_LOG = 16_384;
/** Days that may still be written to. */
const OPEN_DAYS = 2;
/** Goes at one file: each copies what was written during the one before, so they get shorter. */
const MOST_GOES = 4;
/** Pages that are not worth another go. */
const SHORT = 512;

/** Starts its thread when first needed; without it the writer copies by itself, late and all at once. */
export function createKeeper(
  start: () => Promise<Result<Thread<KeeperRequest, KeeperReply>>>,
  /** Has the writer copy the little that is left, between two commits, so that its logs begin anew. */
  rewind: () => Promise<void>,
  log: (message: string, detail?: unknown) => void,
): Keeper {
  let thread: Promise<Thread<KeeperRequest, KeeperReply> | undefined> | undefined;
  let events = 0;
  let isBusy = false;
  let isStopped = false;

  const open = async (): Promise<Thread<KeeperRequest, KeeperReply> | undefined> => {
    const started = await start();
    if (!started.ok) {
      log('the store keeper did not start', started.fault);
      return undefined;
    }
    started.value.listen(
      async (reply) => {
        if (reply.kind === 'trouble') log('copying the log back failed', reply.fault);
        else if (reply.longest > LONG_LOG)
          await rewind().catch((thrown: unknown) => log('a log did not begin anew', String(thrown)));
        isBusy = false;
      },
      (why) => {
        thread = undefined;
        isBusy = false;
        if (!isStopped) log('the store keeper ended', why);
      },
    );
    return started.value;
  };

  return {
    written(count) {
      events += Math.max(COMMIT_EVENTS, count);
      if (events < ROUND_EVENTS || isBusy || isStopped) return;
      events = 0;
      isBusy = true;
      thread ??= open();
      void thread.then((running) => running?.post('round'));
    },
    async stop() {
      isStopped = true;
      await (await thread)?.stop();
    },
  };
}

/**
 * Runs the keeper in this thread. A commit that copies the log back itself takes two syncs and 40 to 100 ms,
 * and every flag behind it waits; done from another connection (SQLite's passive checkpoint), nobody does. What is written
 * meanwhile is left over each time, so now and then the writer copies the last few pages and begins anew.
 */
export function serveKeeper(data: ThreadData, port: MessagePort): void {
  const post = (message: KeeperReply | ThreadReady): void => port.postMessage(message);
  port.on('message', () => {
    try {
      const days = daysInFolder(data.dir).slice(-OPEN_DAYS).map(dayFileName);
      const pages = [DECISIONS_FILE, ...days].map((file) => copyBack(join(data.dir, file)));
      post({ kind: 'kept', longest: Math.max(...pages) });
    } catch (thrown) {
      post({ kind: 'trouble', fault: toStoreError('keep', thrown).fault });
    }
  });
  post({ kind: 'ready' });
}

/** Returns the pages of the log. */
function copyBack(path: string): number {
  const db = new Database(path, { fileMustExist: true, timeout: 0 });
  let pages = 0;
  try {
    for (let go = 0; go < MOST_GOES; go += 1) {
      const [state] = db.pragma('wal_checkpoint(PASSIVE)') as { log: number; checkpointed: number }[];
      if (state === undefined) break;
      const isShort = state.log - pages < SHORT;
      pages = state.log;
      if (isShort || state.log === state.checkpointed) break;
    }
    return pages;
  } finally {
    db.close();
  }
}
