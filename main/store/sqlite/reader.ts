import { join } from 'node:path';
import { dayFileName } from '../days.ts';
import type { EventQuery, ListQuery, TableName } from '../store.ts';
import { invalid } from '../store-error.ts';
import { DECISIONS_FILE, readDays } from './catalog.ts';
import { openDatabase, statementCache } from './database.ts';
import type { DayReader } from './day-reader.ts';
import { dayReader } from './day-reader.ts';
import { eventPage } from './event-query.ts';
import { listRecords, readRecord } from './list-query.ts';
import type { ReadName } from './messages.ts';
import { readNextOffsets, readPerson, readTimeline } from './read-sums.ts';

/** The reading engine, inside its own thread. Answers are JSON text. */
export interface Reader {
  readonly read: (name: ReadName, args: readonly unknown[]) => string;
  readonly close: () => void;
}

/** Day files that stay open for reading. */
const MOST_OPEN = 40;

/** Opens a folder that the writer has opened already. */
export function openReader(dir: string, fold: (text: string) => string): Reader {
  const decisions = openDatabase(join(dir, DECISIONS_FILE), {
    synchronous: 'NORMAL',
    cacheKiB: 8192,
    isReader: true,
  });
  const prepare = statementCache(decisions);
  const opened = new Map<string, DayReader>();

  return {
    read,
    close: () => {
      for (const file of opened.values()) file.close();
      decisions.close();
    },
  };

  function read(name: ReadName, args: readonly unknown[]): string {
    switch (name) {
      case 'get':
        return readRecord(prepare, args[0] as TableName, String(args[1])) ?? 'null';
      case 'list':
        return listRecords(prepare, args[0] as ListQuery<TableName>);
      case 'events':
        return events(args[0] as EventQuery);
      case 'eventById':
        return firstOf((file) => file.byId(String(args[0]))) ?? 'null';
      case 'recentEventIds':
        return JSON.stringify(recentIds(Number(args[0])));
      case 'audit':
        return readAudit(args[0] as AuditQuery);
      case 'person':
        return JSON.stringify(
          readPerson(
            prepare,
            files(),
            String(args[0]),
            args[1] as string | undefined,
            args[2] as number | undefined,
          ),
        );
      case 'persons':
        return persons(JSON.parse(String(args[0])));
      case 'timeline':
        return JSON.stringify(
          readTimeline(files(), String(args[0]), Number(args[1]), Number(args[2]), Number(args[3])),
        );
      case 'nextOffsets':
        return JSON.stringify(readNextOffsets(prepare, files()));
      case 'discard':
        for (const day of args[0] as readonly string[]) discard(day);
        return 'null';
      default:
        throw invalid('read', `no read ${String(name)}`);
    }
  }

  function persons(asked: readonly (readonly [personId: string, roomId: string])[]): string {
    const days = files();
    return JSON.stringify(
      asked.map(([personId, roomId]) => readPerson(prepare, days, personId, roomId, undefined)),
    );
  }

  /** The days' files, newest first, opened when asked for. */
  function files(): readonly {
    readonly day: string;
    readonly sealedNo: number;
    readonly file: () => DayReader;
  }[] {
    return readDays({ prepare })
      .filter(({ state }) => state !== 'dead')
      .map(({ day, state, sealedNo }) => ({
        day,
        sealedNo: state === 'sealed' ? Number.MAX_SAFE_INTEGER : sealedNo,
        file: () => open(day),
      }))
      .reverse();
  }

  function events(query: EventQuery): string {
    const days = files();
    if (query.order !== 'oldest') return eventPage(query, days, fold);
    return eventPage(query, days.slice(0, resumeAt(days, query) + 1).reverse(), fold);
  }

  /** The oldest day that can hold something after the offset: a feed that resumes opens no others. */
  function resumeAt(days: ReturnType<typeof files>, { roomId, afterOffset }: EventQuery): number {
    if (roomId === undefined || afterOffset === undefined) return days.length;
    const found = days.findIndex(({ file }) => {
      const first = file().prepare('SELECT min(off) FROM events WHERE room = ?').pluck();
      const offset = first.get(file().room(roomId) ?? -1);
      return typeof offset === 'number' && offset <= afterOffset;
    });
    return found < 0 ? days.length : found;
  }

  function firstOf(ask: (file: DayReader) => string | null): string | null {
    for (const { file } of files()) {
      const found = ask(file());
      if (found !== null) return found;
    }
    return null;
  }

  function recentIds(limit: number): readonly string[] {
    const ids: string[] = [];
    for (const { file } of files()) {
      if (ids.length >= limit) break;
      ids.push(...file().newestIds(limit - ids.length));
    }
    return ids;
  }

  function readAudit(query: AuditQuery): string {
    const isForward = query.fromSeq !== undefined;
    const rows = prepare(
      `SELECT doc FROM audit WHERE seq >= ? ${query.roomId === undefined ? '' : 'AND room_id = ?'}
        ORDER BY seq ${isForward ? 'ASC' : 'DESC'} LIMIT ?`,
    )
      .pluck()
      .all(query.fromSeq ?? 0, ...(query.roomId === undefined ? [] : [query.roomId]), query.limit);
    return `[${(isForward ? rows : rows.reverse()).join(',')}]`;
  }

  function open(day: string): DayReader {
    const before = opened.get(day);
    if (before !== undefined) {
      opened.delete(day);
      opened.set(day, before);
      return before;
    }
    const oldest = opened.size >= MOST_OPEN ? opened.keys().next().value : undefined;
    if (oldest !== undefined) discard(oldest);
    const file = dayReader(join(dir, dayFileName(day)), day);
    opened.set(day, file);
    return file;
  }

  function discard(day: string): void {
    opened.get(day)?.close();
    opened.delete(day);
  }
}

interface AuditQuery {
  readonly fromSeq?: number;
  readonly roomId?: string;
  readonly limit: number;
}
