import { searchTokens } from '../search-text.ts';
import type { EventColumns } from './columns.ts';
import { FLAGGED } from './columns.ts';
import type { Connection } from './database.ts';
import { sumWriter } from './day-sums.ts';
import { takeBackBatch } from './day-undo.ts';
import type { Deltas } from './deltas.ts';
import { count, emptyDeltas } from './deltas.ts';
import { eventKey, nextKey } from './event-key.ts';

/** A batch as both files know it. */
export interface BatchMark {
  readonly number: number;
  /** It counts only once the decisions file has this number too. */
  readonly isPaired: boolean;
}

/** The writing side of one day's file. */
export interface DayWriter {
  readonly day: string;
  readonly db: Connection;
  readonly begin: () => void;
  readonly isOpen: () => boolean;
  /** Stores those events of the columns; returns the indexes of events that were there already. */
  readonly insert: (columns: EventColumns, indexes: readonly number[]) => readonly number[];
  readonly has: (eventId: string) => boolean;
  readonly commit: (mark: BatchMark) => void;
  readonly rollback: () => void;
  /** Takes the last committed batch back. */
  readonly undo: () => void;
  readonly rows: () => number;
  readonly close: () => void;
}

/** Most people of a day whose numbers are kept in memory. */
const KNOWN_PEOPLE = 100_000;

/** Starts writing to a migrated day file. */
export function dayWriter(db: Connection, day: string, fold: (text: string) => string): DayWriter {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const addEvent = db.prepare(
    `INSERT INTO events (row, key, room, off, at, kind, person, flagged) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO NOTHING`,
  );
  const addDoc = db.prepare('INSERT INTO docs VALUES (?, ?)');
  const addText = db.prepare('INSERT INTO search (rowid, text) VALUES (?, ?)');
  const addHit = db.prepare(
    'INSERT INTO hits VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET raised = max(raised, excluded.raised)',
  );
  const addGap = db.prepare('INSERT INTO gaps VALUES (?, ?, ?, ?)');
  const rowOfKey = db.prepare('SELECT row FROM events WHERE key = ?').pluck();
  const docOfRow = db.prepare('SELECT doc FROM docs WHERE row = ?').pluck();
  const findRoom = db.prepare('SELECT no FROM rooms WHERE id = ?').pluck();
  const addRoom = db.prepare('INSERT INTO rooms (id) VALUES (?)');
  const findPerson = db.prepare('SELECT no FROM people WHERE id = ? AND room = ?').pluck();
  const addPerson = db.prepare(
    'INSERT INTO people (id, room, name, messages, first_at, last_at) VALUES (?, ?, ?, 0, ?, ?)',
  );
  const lastRow = db.prepare('SELECT coalesce(max(row), 0) FROM events').pluck();
  const setBatch = db.prepare(
    `UPDATE batch SET number = ?, paired = ?, row_before = ?, min_at = min(min_at, ?), max_at = max(max_at, ?)`,
  );
  const addSums = sumWriter(db);

  const rooms = new Map<string, number>();
  const people = new Map<string, number>();
  let deltas: Deltas = emptyDeltas();
  let row = Number(lastRow.get());
  let rowBefore = row;
  let minAt = Number.MAX_SAFE_INTEGER;
  let maxAt = -Number.MAX_SAFE_INTEGER;

  return {
    day,
    db,
    begin: () => {
      begin.run();
      rowBefore = row;
      deltas = emptyDeltas();
      minAt = Number.MAX_SAFE_INTEGER;
      maxAt = -Number.MAX_SAFE_INTEGER;
    },
    isOpen: () => db.inTransaction,
    insert,
    has: (eventId) => freeKey(eventId) === null,
    commit: (mark) => {
      addSums(deltas);
      setBatch.run(mark.number, mark.isPaired ? 1 : 0, rowBefore, minAt, maxAt);
      commit.run();
    },
    rollback: () => {
      if (db.inTransaction) db.exec('ROLLBACK');
      forget();
    },
    undo: () => {
      takeBackBatch(db);
      forget();
    },
    rows: () => row,
    close: () => db.close(),
  };

  function insert(columns: EventColumns, indexes: readonly number[]): readonly number[] {
    const duplicates: number[] = [];
    const rowOf = new Map<number, number>();
    const money = new Map(
      columns.moneys.map(([index, amount, fen]) => [index, { amount, fen: BigInt(fen) }]),
    );
    for (const index of indexes) {
      if (!insertOne(columns, index, money.get(index))) duplicates.push(index);
      else rowOf.set(index, row);
    }
    for (const [index, category, isRaised] of columns.hits) {
      const at = rowOf.get(index);
      if (at !== undefined) addHit.run(category, at, isRaised ? 1 : 0);
    }
    for (const [index, from, to] of columns.gaps) {
      const at = rowOf.get(index);
      if (at !== undefined) addGap.run(at, roomNo(columns.rooms[index] ?? ''), from, to);
    }
    return duplicates;
  }

  function insertOne(
    columns: EventColumns,
    index: number,
    paid: { readonly amount: Parameters<typeof count>[1]['money']; readonly fen: bigint } | undefined,
  ): boolean {
    const id = columns.ids[index] ?? '';
    const at = columns.ats[index] ?? Number.NaN;
    const kind = columns.kinds[index] ?? Number.NaN;
    const marks = columns.marks[index] ?? 0;
    const name = columns.names[index] ?? null;
    const room = roomNo(columns.rooms[index] ?? '');
    const personId = columns.persons[index] ?? null;
    const fresh = freeKey(id);
    if (fresh === null) return false;
    const person = personId === null ? null : personNo(room, personId, name ?? '', at);
    const next = row + 1;
    addEvent.run(next, fresh, room, columns.offsets[index], at, kind, person, marks & FLAGGED);
    addDoc.run(next, columns.docs[index]);
    const text = columns.texts[index] ?? '';
    const tokens = text === '' ? '' : searchTokens(fold(text));
    if (tokens !== '') addText.run(next, tokens);
    row = next;
    minAt = Math.min(minAt, at);
    maxAt = Math.max(maxAt, at);
    count(deltas, { row, room, at, kind, marks, person, name, money: paid?.amount, fen: paid?.fen });
    return true;
  }

  /** The key under which a new id goes, or null if the id is there. */
  function freeKey(id: string): number | null {
    for (let key = eventKey(id); ; key = nextKey(key)) {
      const at = rowOfKey.get(key);
      if (at === undefined) return key;
      if (idOfDoc(docOfRow.get(at)) === id) return null;
    }
  }

  function roomNo(id: string): number {
    const known = rooms.get(id);
    if (known !== undefined) return known;
    const no = Number(findRoom.get(id) ?? addRoom.run(id).lastInsertRowid);
    rooms.set(id, no);
    return no;
  }

  function personNo(room: number, id: string, name: string, at: number): number {
    const key = `${room}:${id}`;
    const known = people.get(key);
    if (known !== undefined) return known;
    const no = Number(findPerson.get(id, room) ?? addPerson.run(id, room, name, at, at).lastInsertRowid);
    if (people.size >= KNOWN_PEOPLE) people.clear();
    people.set(key, no);
    return no;
  }

  function forget(): void {
    rooms.clear();
    people.clear();
    row = Number(lastRow.get());
  }
}

/** Read by JavaScript, not by SQLite: an id may hold what is no text to SQLite. */
function idOfDoc(doc: unknown): string {
  return JSON.parse(String(doc)).event.eventId;
}
