import type { Clock } from '../../shared/domain/effects.ts';
import type { Result } from '../../shared/domain/result.ts';
import { ok } from '../../shared/domain/result.ts';
import { dayFileName } from './days.ts';
import type { Credit } from './sqlite/credit.ts';
import { createCredit } from './sqlite/credit.ts';
import { createKeeper, type Keeper } from './sqlite/keeper.ts';
import type {
  KeeperReply,
  KeeperRequest,
  ReaderReply,
  ReaderRequest,
  WriterReply,
  WriterRequest,
} from './sqlite/messages.ts';
import type { ReaderClient } from './sqlite/reader-client.ts';
import { readerClient } from './sqlite/reader-client.ts';
import { toSteps } from './sqlite/steps.ts';
import { startThread } from './sqlite/thread.ts';
import type { WriterClient } from './sqlite/writer-client.ts';
import { writerClient } from './sqlite/writer-client.ts';
import type { Store } from './store.ts';
import { toStoreError } from './store-error.ts';

/** How a store on disk is opened. */
export interface SqliteStoreOptions {
  /** Folder of the files; made where it is missing. */
  readonly dir: string;
  /** The worker's code: `worker.ts` beside this file, unless it was bundled elsewhere. */
  readonly workerUrl?: URL | undefined;
  /** Most events on their way to the disk; a write beyond them waits. Default 20,000. */
  readonly creditEvents?: number | undefined;
  readonly clock: Clock;
  /** Told of things worth a line: a file migrated, a thread that ended. */
  readonly log?: ((message: string, detail?: unknown) => void) | undefined;
}

/**
 * Opens the store of a folder: one thread that writes, one that only reads and, under load, one that copies logs back. Fails with
 * `store_newer` for files of a newer program and with `store_failed` where the disk refuses.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Result<Store>> {
  const url = options.workerUrl ?? new URL('./worker.ts', import.meta.url);
  const log = options.log ?? (() => {});
  const data = { dir: options.dir, now: options.clock.now() };
  const writing = startThread<WriterRequest, WriterReply>(
    url,
    { ...data, role: 'writer' },
    Promise.resolve(true),
  );
  const isWriting = writing.then(({ ok: isOk }) => isOk);
  const reading = startThread<ReaderRequest, ReaderReply>(url, { ...data, role: 'reader' }, isWriting);
  const [writer, reader] = await Promise.all([writing, reading]);
  if (!writer.ok) return writer;
  if (!reader.ok) {
    await writer.value.stop();
    return reader;
  }
  const credit = createCredit(options.creditEvents ?? 20_000);
  const client = writerClient(writer.value, credit, log);
  const keeper = createKeeper(
    () => startThread<KeeperRequest, KeeperReply>(url, { ...data, role: 'keeper' }, Promise.resolve(true)),
    client.rewind,
    log,
  );
  return ok(storeOf(client, readerClient(reader.value, log), keeper, credit));
}

function storeOf(writer: WriterClient, reader: ReaderClient, keeper: Keeper, credit: Credit): Store {
  let closing: Promise<void> | undefined;
  return {
    write: async (ops) => {
      try {
        const committed = await writer.write(toSteps(ops));
        keeper.written(ops.reduce((sum, op) => sum + (op.op === 'events' ? op.rows.length : 0), 0));
        return committed;
      } catch (thrown) {
        throw toStoreError('write', thrown);
      }
    },
    get: (table, id) => reader.read('get', table, id),
    list: (query) => reader.read('list', query),
    events: (query) => reader.read('events', query),
    eventById: (eventId) => reader.read('eventById', eventId),
    person: (personId, roomId, since) => reader.read('person', personId, roomId, since),
    persons: (asked) =>
      asked.length === 0 ? Promise.resolve([]) : reader.read('persons', JSON.stringify(asked)),
    timeline: (roomId, from, to, bucketMs) => reader.read('timeline', roomId, from, to, bucketMs),
    audit: (query) => reader.read('audit', query),
    recentEventIds: (limit) => reader.read('recentEventIds', limit),
    nextOffsets: () => reader.read('nextOffsets'),
    retain: async (rule) => {
      const days = await writer.retire(rule);
      await reader.read('discard', days);
      await writer.forget(days);
      return days.map(dayFileName);
    },
    gauges: () => {
      const { files, events, lastCommitMs, commits } = writer.report();
      return { files, events, lastCommitMs, commits, backlogEvents: credit.backlog(), credit: credit.free() };
    },
    close: () => {
      closing ??= Promise.all([reader.close(), keeper.stop()]).then(writer.close, (error: unknown) =>
        writer.close().then(() => Promise.reject(error)),
      );
      return closing;
    },
  };
}
