import { foldText } from '../../shared/detect/fold.ts';
import type { AuditEntry } from '../../shared/domain/audit.ts';
import { fault } from '../../shared/domain/fault.ts';
import type { ChainEnd } from './audit-chain.ts';
import { CHAIN_START, chainEntry } from './audit-chain.ts';
import { memoryEvents } from './memory/events.ts';
import { memoryRecords } from './memory/records.ts';
import type { Committed, Store, StoreOp } from './store.ts';
import { StoreError, toStoreError } from './store-error.ts';

/** What a memory store may be told. */
export interface MemoryStoreOptions {
  /** The fold that search uses; that of detection unless given. */
  readonly fold?: (text: string) => string;
}

/**
 * A store that keeps everything in memory and behaves as the one on disk does: values are copied in
 * and out as JSON, a write happens whole or not at all. For tests, simulators and the demo.
 */
export function createMemoryStore(options: MemoryStoreOptions = {}): Store {
  const records = memoryRecords();
  const events = memoryEvents(options.fold ?? foldText);
  const audit: string[] = [];
  let end: ChainEnd = CHAIN_START;
  let commits = 0;
  let isClosed = false;

  return {
    write: (ops) => call('write', () => write(ops)),
    get: (table, id) => call('get', () => records.get(table, id)),
    list: (query) => call('list', () => records.list(query)),
    events: (query) => call('events', () => events.query(query)),
    eventById: (eventId) => call('eventById', () => events.byId(eventId)),
    person: (personId, roomId, since) => call('person', () => events.person(personId, roomId, since)),
    persons: (asked) =>
      call('persons', () => asked.map(([personId, roomId]) => events.person(personId, roomId))),
    timeline: (roomId, from, to, bucketMs) =>
      call('timeline', () => events.timeline(roomId, from, to, bucketMs)),
    audit: (query) => call('audit', () => readAudit(query)),
    recentEventIds: (limit) => call('recentEventIds', () => events.recentIds(limit)),
    nextOffsets: () => call('nextOffsets', () => events.nextOffsets()),
    retain: (rule) => call('retain', () => events.retain(rule)),
    gauges: () => ({
      files: [...events.files(), { name: 'decisions', bytes: records.bytes() }],
      backlogEvents: 0,
      credit: Number.MAX_SAFE_INTEGER,
      lastCommitMs: 0,
      commits,
      events: events.count(),
    }),
    close: async () => {
      isClosed = true;
    },
  };

  /** Prepares everything that can fail, then applies what cannot. */
  function write(ops: readonly StoreOp[]): Committed {
    const drafts = ops.flatMap((op) => (op.op === 'audit' ? [op.entry] : []));
    const entries: AuditEntry[] = [];
    let last = end;
    for (const draft of drafts) {
      const entry = chainEntry(draft, last);
      entries.push(entry);
      last = entry;
    }
    const prepared = events.prepare(ops.flatMap((op) => (op.op === 'events' ? op.rows : [])));
    const changes = records.prepare(ops);
    const lines = entries.map((entry) => JSON.stringify(entry));
    prepared.apply();
    changes.apply();
    audit.push(...lines);
    end = last;
    commits += 1;
    return { duplicates: prepared.duplicates, audit: entries };
  }

  function readAudit(query: Parameters<Store['audit']>[0]): readonly AuditEntry[] {
    const all = audit
      .map((line): AuditEntry => JSON.parse(line))
      .filter((entry) => query.roomId === undefined || entry.roomId === query.roomId);
    const { fromSeq } = query;
    if (fromSeq === undefined) return all.slice(Math.max(0, all.length - query.limit));
    return all.filter((entry) => entry.seq >= fromSeq).slice(0, query.limit);
  }

  async function call<T>(operation: string, work: () => T): Promise<T> {
    if (isClosed) throw new StoreError(operation, fault('store_failed', 'the store is closed'));
    try {
      return work();
    } catch (thrown) {
      throw toStoreError(operation, thrown);
    }
  }
}
