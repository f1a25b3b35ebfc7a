import type { SumTotals } from '../person-sums.ts';
import { addTotal } from '../person-sums.ts';
import type { Connection } from './database.ts';
import type { Deltas, PersonDelta, SlotDelta } from './deltas.ts';

/** Adds a batch's sums to a day's file; inside the batch's transaction. */
export function sumWriter(db: Connection): (deltas: Deltas) => void {
  const person = db.prepare(
    `UPDATE people SET messages = messages + @messages, name = iif(@lastAt >= last_at, @name, name),
      first_at = min(first_at, @firstAt), last_at = max(last_at, @lastAt) WHERE no = @no`,
  );
  const totalsOf = db.prepare('SELECT totals FROM people WHERE no = ?').pluck();
  const setTotals = db.prepare('UPDATE people SET totals = ? WHERE no = ?');
  const fenOf = db.prepare('SELECT fen FROM slots WHERE room = ? AND slot = ?').pluck();
  const slot = db.prepare(
    `INSERT INTO slots VALUES (@room, @slot, @chat, @gifts, @flagged, @fen, @lo, @hi)
      ON CONFLICT DO UPDATE SET chat = chat + @chat, gifts = gifts + @gifts, flagged = flagged + @flagged,
      fen = @fen, hi = @hi`,
  );

  return (deltas) => {
    for (const [no, delta] of deltas.people) addPerson(no, delta);
    for (const [room, slots] of deltas.slots) {
      for (const [number, delta] of slots) addSlot(room, number, delta);
    }
  };

  function addPerson(no: number, delta: PersonDelta): void {
    const { name, messages, firstAt, lastAt } = delta;
    person.run({ no, name, messages, firstAt, lastAt });
    if (Object.keys(delta.totals).length === 0) return;
    const totals = Object.values(delta.totals).reduce(addTotal, readTotals(totalsOf.get(no)));
    setTotals.run(JSON.stringify(totals), no);
  }

  function addSlot(room: number, number: number, delta: SlotDelta): void {
    const before = fenOf.get(room, number);
    const fen = String(BigInt(typeof before === 'string' ? before : 0) + delta.fen);
    slot.run({ ...delta, room, slot: number, fen });
  }
}

/** Reads a totals column; null is none. */
export function readTotals(value: unknown): SumTotals {
  return typeof value === 'string' ? JSON.parse(value) : {};
}
