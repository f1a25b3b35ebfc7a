import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { foldText } from '../../../shared/detect/fold.ts';
import { dayFileName } from '../days.ts';
import { toStoreError } from '../store-error.ts';
import { daysInFolder, filesOf } from './catalog.ts';
import type { ReaderReply, ReaderRequest } from './messages.ts';
import { openReader } from './reader.ts';
import type { ThreadData, ThreadReady } from './thread.ts';

/** Most of a file that is read ahead at start, so that the first search is not a cold one. */
const WARM_BYTES = 512 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/** Runs the reader in this thread. */
export function serveReader(data: ThreadData, port: MessagePort): void {
  const post = (message: ReaderReply | ThreadReady): void => port.postMessage(message);
  try {
    const reader = openReader(data.dir, foldText);
    port.on('message', async ({ id, name, args }: ReaderRequest) => {
      try {
        if (name === 'close') reader.close();
        const json = name === 'close' ? 'null' : reader.read(name, args);
        if (name === 'discard') await unlinkDays(data.dir, args[0] as readonly string[]);
        post({ id, ok: true, json });
      } catch (thrown) {
        post({ id, ok: false, fault: toStoreError(name, thrown).fault });
      }
    });
    post({ kind: 'ready' });
    const newest = daysInFolder(data.dir).at(-1);
    // Warming is a favour: a file that cannot be read now will say so when it is asked.
    if (newest !== undefined) warm(join(data.dir, dayFileName(newest))).catch(() => {});
  } catch (thrown) {
    post({ kind: 'refused', fault: toStoreError('open', thrown).fault });
  }
}

/** Unlinking gigabytes takes seconds, so it is left to the thread pool. */
async function unlinkDays(dir: string, days: readonly string[]): Promise<void> {
  for (const day of days) {
    for (const file of filesOf(join(dir, dayFileName(day)))) await rm(file, { force: true });
  }
}

/** Reads a file once so that the system keeps it in memory. */
async function warm(path: string): Promise<void> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let at = 0; at < WARM_BYTES; at += CHUNK_BYTES) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, at);
      if (bytesRead === 0) return;
    }
  } finally {
    await file.close();
  }
}
