import type { LiveEvent } from '../../../shared/domain/event.ts';
import { factsOf } from '../event-facts.ts';
import { SLOT_MS } from '../timeline-grid.ts';
import { FLAGGED, GIFT, MESSAGE } from './columns.ts';
import type { Connection } from './database.ts';
import { sumWriter } from './day-sums.ts';
import type { Counted } from './deltas.ts';
import { count, emptyDeltas, slotOf } from './deltas.ts';

interface Row {
  readonly row: number;
  readonly room: number;
  readonly at: number;
  readonly kind: number;
  readonly person: number | null;
  readonly doc: string;
}

const WITH_DOC = 'SELECT e.row, e.room, e.at, e.kind, e.person, d.doc FROM events e JOIN docs d USING (row)';

/**
 * Takes the last committed batch of a day's file back, in one transaction: its rows go, and the sums
 * of the people and slots they touched are counted again from the rows that stay.
 */
export function takeBackBatch(db: Connection): void {
  db.transaction(() => {
    const before = Number(db.prepare('SELECT row_before FROM batch').pluck().get());
    const rows = db.prepare(`${WITH_DOC} WHERE e.row > ?`).all(before) as Row[];
    const people = new Set(rows.flatMap((row) => (row.person === null ? [] : [row.person])));
    const slots = new Map(rows.map((row) => [`${row.room}:${slotOf(row.at)}`, row]));
    deleteRows(db, before);
    for (const person of people) recountPerson(db, person);
    for (const { room, at } of slots.values()) recountSlot(db, room, slotOf(at));
    db.prepare('UPDATE batch SET paired = 0').run();
  }).immediate();
}

function deleteRows(db: Connection, before: number): void {
  const rows = db.prepare('SELECT row FROM events WHERE row > ?').pluck().all(before);
  const dropText = db.prepare('DELETE FROM search WHERE rowid = ?');
  for (const row of rows) dropText.run(row);
  for (const table of ['hits', 'gaps', 'docs', 'events']) {
    db.prepare(`DELETE FROM ${table} WHERE row > ?`).run(before);
  }
}

function recountPerson(db: Connection, person: number): void {
  const deltas = emptyDeltas();
  for (const row of db.prepare(`${WITH_DOC} WHERE e.person = ? ORDER BY e.row`).iterate(person)) {
    count(deltas, countedOf(row as Row));
  }
  const delta = deltas.people.get(person);
  if (delta === undefined) {
    db.prepare('DELETE FROM people WHERE no = ?').run(person);
    return;
  }
  db.prepare('UPDATE people SET messages = 0, totals = NULL, first_at = ?, last_at = ? WHERE no = ?').run(
    delta.firstAt,
    delta.lastAt,
    person,
  );
  sumWriter(db)({ slots: new Map(), people: new Map([[person, delta]]) });
}

function recountSlot(db: Connection, room: number, slot: number): void {
  const lo = db.prepare('SELECT lo FROM slots WHERE room = ? AND slot = ?').pluck().get(room, slot);
  db.prepare('DELETE FROM slots WHERE room = ? AND slot = ?').run(room, slot);
  const deltas = emptyDeltas();
  const rows = db
    .prepare(`${WITH_DOC} WHERE e.row >= ? AND e.room = ? AND e.at >= ? AND e.at < ? ORDER BY e.row`)
    .iterate(lo, room, slot * SLOT_MS, (slot + 1) * SLOT_MS);
  for (const row of rows) count(deltas, countedOf(row as Row));
  sumWriter(db)({ slots: deltas.slots, people: new Map() });
}

function countedOf(row: Row): Counted {
  const { event, verdicts } = JSON.parse(row.doc);
  const facts = factsOf(event as LiveEvent, verdicts);
  const marks = (facts.isFlagged ? FLAGGED : 0) | (facts.isMessage ? MESSAGE : 0) | (facts.isGift ? GIFT : 0);
  const { name, money, fen } = facts;
  return { ...row, marks, name, ...(money === null ? {} : { money, fen }) };
}
