import { fault } from '../../../shared/domain/fault.ts';
import { exhaustive } from '../../../shared/domain/result.ts';
import type { Committed, Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import type { Credit } from './credit.ts';
import type { WriteOutcome, WriterReply, WriterReport, WriterRequest, WriteStep } from './messages.ts';
import { createPending } from './pending.ts';
import type { Thread } from './thread.ts';

/** The writer thread, as the rest of the program sees it. */
export interface WriterClient {
  readonly write: (steps: readonly WriteStep[]) => Promise<Committed>;
  readonly retire: (rule: Parameters<Store['retain']>[0]) => Promise<readonly string[]>;
  readonly forget: (days: readonly string[]) => Promise<void>;
  readonly rewind: () => Promise<void>;
  readonly report: () => WriterReport;
  readonly close: () => Promise<void>;
}

/** Speaks with a running writer thread; `credit` bounds the events on their way. */
export function writerClient(
  thread: Thread<WriterRequest, WriterReply>,
  credit: Credit,
  log: (message: string, detail?: unknown) => void,
): WriterClient {
  const pending = createPending();
  let report: WriterReport = thread.report ?? { files: [], events: 0, lastCommitMs: 0, commits: 0 };
  let isClosing = false;
  thread.listen(onReply, (why) => {
    if (!isClosing) log('the store writer ended', why);
    pending.end(isClosing ? 'the store is closed' : `the store writer ended: ${why}`);
  });
  const ask = <T>(operation: string, request: (id: number) => WriterRequest): Promise<T> =>
    pending.ask(operation, (id) => thread.post(request(id)));

  return {
    write,
    retire: (rule) => ask('retain', (id) => ({ kind: 'retire', id, rule })),
    forget: (days) => ask('retain', (id) => ({ kind: 'forget', id, days })),
    rewind: () => ask('rewind', (id) => ({ kind: 'rewind', id })),
    report: () => report,
    close: async () => {
      isClosing = true;
      await pending.idle();
      try {
        await ask('close', (id) => ({ kind: 'close', id }));
      } catch (thrown) {
        log('a store thread did not close', String(thrown));
      }
      await thread.stop();
      pending.end('the store is closed');
    },
  };

  async function write(steps: readonly WriteStep[]): Promise<Committed> {
    if (isClosing) throw new StoreError('write', fault('store_failed', 'the store is closed'));
    const events = steps.reduce(
      (sum, step) => sum + (step.step === 'events' ? step.columns.ids.length : 0),
      0,
    );
    try {
      return await pending.ask<Committed>('write', (id) =>
        credit.take(events, () => thread.post({ kind: 'write', id, steps })),
      );
    } finally {
      credit.give(events);
    }
  }

  function onReply(reply: WriterReply): void {
    report = reply.report;
    switch (reply.kind) {
      case 'written':
        for (const [id, outcome] of reply.outcomes) settle(id, outcome);
        break;
      case 'done':
        pending.answer(reply.id, reply.value);
        break;
      case 'failed':
        pending.refuse(reply.id, reply.fault);
        break;
      case 'trouble':
        log('store upkeep failed', reply.fault);
        break;
      case 'rest':
        break;
      default:
        exhaustive(reply);
    }
  }

  function settle(id: number, outcome: WriteOutcome): void {
    if (outcome.ok) pending.answer(id, { duplicates: outcome.duplicates, audit: outcome.audit });
    else pending.refuse(id, outcome.fault);
  }
}
