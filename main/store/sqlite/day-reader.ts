import type { Connection, Statement } from './database.ts';
import { openDatabase, statementCache } from './database.ts';
import { eventKey, nextKey } from './event-key.ts';

/** The reading side of one day's file. */
export interface DayReader {
  readonly day: string;
  readonly db: Connection;
  readonly prepare: (sql: string) => Statement;
  readonly room: (id: string) => number | undefined;
  readonly byId: (eventId: string) => string | null;
  /** Event ids, newest first. */
  readonly newestIds: (limit: number) => readonly string[];
  readonly doc: (row: number) => string;
  readonly close: () => void;
}

/** Rooms of a day whose numbers are kept; a number never changes. */
const KNOWN_ROOMS = 1_000;

/** Opens a migrated day file for reading. */
export function dayReader(path: string, day: string): DayReader {
  const db = openDatabase(path, { synchronous: 'NORMAL', cacheKiB: 4096, isReader: true });
  const prepare = statementCache(db);
  const room = db.prepare('SELECT no FROM rooms WHERE id = ?').pluck();
  const rowOfKey = db.prepare('SELECT row FROM events WHERE key = ?').pluck();
  const docOfRow = db.prepare('SELECT doc FROM docs WHERE row = ?').pluck();
  const rooms = new Map<string, number>();
  const doc = (row: number): string => String(docOfRow.get(row));
  return {
    day,
    db,
    prepare,
    room: (id) => {
      const known = rooms.get(id);
      if (known !== undefined) return known;
      const found = room.get(id) as number | undefined;
      if (found !== undefined && rooms.size < KNOWN_ROOMS) rooms.set(id, found);
      return found;
    },
    byId: (eventId) => {
      for (let key = eventKey(eventId); ; key = nextKey(key)) {
        const row = rowOfKey.get(key);
        if (row === undefined) return null;
        const found = doc(Number(row));
        if (JSON.parse(found).event.eventId === eventId) return found;
      }
    },
    newestIds: (limit) =>
      prepare("SELECT doc ->> '$.event.eventId' FROM docs ORDER BY row DESC LIMIT ?")
        .pluck()
        .all(limit) as string[],
    doc,
    close: () => db.close(),
  };
}
