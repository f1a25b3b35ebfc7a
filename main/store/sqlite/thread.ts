import { Worker } from 'node:worker_threads';
import type { Fault } from '../../../shared/domain/fault.ts';
import { fault } from '../../../shared/domain/fault.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { WriterReport } from './messages.ts';

/** What a thread is told when it starts. */
export interface ThreadData {
  readonly role: 'writer' | 'reader' | 'keeper';
  readonly dir: string;
  /** Epoch ms. */
  readonly now: number;
}

/** A thread's first message; the writer tells its figures with it. */
export type ThreadReady =
  | { readonly kind: 'ready'; readonly report?: WriterReport | undefined }
  | { readonly kind: 'refused'; readonly fault: Fault };

/** A running thread. */
export interface Thread<Request, Reply> {
  readonly report: WriterReport | undefined;
  readonly post: (request: Request) => void;
  /** `onEnd` is called once if the thread ends by itself. */
  readonly listen: (onReply: (reply: Reply) => void, onEnd: (why: string) => void) => void;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a thread and waits until it is ready. It loads its code at once and opens its files when
 * `turn` comes true; false stops it.
 */
export function startThread<Request, Reply>(
  url: URL,
  workerData: ThreadData,
  turn: Promise<boolean>,
): Promise<Result<Thread<Request, Reply>>> {
  return new Promise((resolve) => {
    const worker = new Worker(url, { workerData, name: `store-${workerData.role}` });
    const ended = (why: string) => resolve(fail(fault('store_failed', `${workerData.role} thread: ${why}`)));
    worker.once('error', (error) => ended(String(error)));
    worker.once('exit', (code) => ended(`ended with code ${code}`));
    worker.once('message', (ready: ThreadReady) => {
      if (ready.kind === 'ready') {
        resolve(ok(threadOf(worker, ready.report)));
        return;
      }
      resolve(fail(ready.fault));
      void worker.terminate();
    });
    void turn.then((isTurn) => {
      if (isTurn) worker.postMessage('open');
      else void worker.terminate();
    });
  });
}

function threadOf<Request, Reply>(worker: Worker, report: WriterReport | undefined): Thread<Request, Reply> {
  return {
    report,
    post: (request) => worker.postMessage(request),
    listen: (onReply, onEnd) => {
      worker.on('message', onReply);
      worker.once('error', (error) => onEnd(String(error)));
      worker.once('exit', (code) => onEnd(`ended with code ${code}`));
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
