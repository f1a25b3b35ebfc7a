import { join } from 'node:path';
import { dayFileName } from '../days.ts';
import type { PersonSum } from '../person-sums.ts';
import { addSums } from '../person-sums.ts';
import type { Connection } from './database.ts';
import { openDatabase } from './database.ts';
import { readTotals } from './day-sums.ts';

interface PersonRow {
  readonly no: number;
  readonly personId: string;
  readonly roomId: string;
  readonly name: string;
  readonly messages: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly totals: string | null;
}

/** Sums of a person's row, in a day's file or in the decisions file. */
export function sumOfRow(row: Omit<PersonRow, 'no' | 'personId' | 'roomId'>): PersonSum {
  const { name, messages, firstAt, lastAt } = row;
  return { name, messages, firstAt, lastAt, totals: readTotals(row.totals) };
}

/** Columns of {@link sumOfRow}. */
export const SUM_COLUMNS = 'name, messages, first_at AS firstAt, last_at AS lastAt, totals';

/**
 * Hands a day's people over to the decisions file, at most `most` of them, so that their sums outlive
 * the day. What is handed over and how far it got are committed together, so nobody is counted twice.
 * Returns whether the day is done. The day must take no more events.
 */
export function sealSome(dir: string, decisions: Connection, day: string, most: number): boolean {
  const file = openDatabase(join(dir, dayFileName(day)), { synchronous: 'NORMAL', cacheKiB: 8192 });
  try {
    return decisions
      .transaction(() => {
        const from = Number(
          decisions.prepare('SELECT sealed_no FROM days WHERE day = ?').pluck().get(day) ?? 0,
        );
        const people = file
          .prepare(
            `SELECT people.no, people.id AS personId, rooms.id AS roomId, ${SUM_COLUMNS}
              FROM people JOIN rooms ON rooms.no = people.room WHERE people.no > ? ORDER BY people.no LIMIT ?`,
          )
          .all(from, most) as PersonRow[];
        handOver(decisions, people);
        const isDone = people.length < most;
        if (isDone) keepOffsets(file, decisions);
        decisions
          .prepare('UPDATE days SET state = ?, sealed_no = ? WHERE day = ?')
          .run(isDone ? 'sealed' : 'sealing', people.at(-1)?.no ?? from, day);
        return isDone;
      })
      .immediate();
  } finally {
    file.close();
  }
}

function handOver(decisions: Connection, people: readonly PersonRow[]): void {
  const find = decisions.prepare(
    `SELECT ${SUM_COLUMNS} FROM person_sums WHERE person_id = ? AND room_id = ?`,
  );
  const put = decisions.prepare(
    `INSERT OR REPLACE INTO person_sums (person_id, room_id, name, messages, first_at, last_at, totals)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const person of people) {
    const before = find.get(person.personId, person.roomId) as PersonRow | undefined;
    const sum = addSums(before === undefined ? undefined : sumOfRow(before), sumOfRow(person));
    const { name, messages, firstAt, lastAt, totals } = sum;
    put.run(person.personId, person.roomId, name, messages, firstAt, lastAt, JSON.stringify(totals));
  }
}

function keepOffsets(file: Connection, decisions: Connection): void {
  const put = decisions.prepare(
    'INSERT INTO room_offsets VALUES (?, ?) ON CONFLICT DO UPDATE SET next = max(next, excluded.next)',
  );
  for (const { roomId, next } of nextOffsetsOf(file)) put.run(roomId, next);
}

/** The next free offset of each room in a day's file. */
export function nextOffsetsOf(
  file: Connection,
): readonly { readonly roomId: string; readonly next: number }[] {
  return file
    .prepare(
      `SELECT id AS roomId, (SELECT max(off) FROM events WHERE room = rooms.no) + 1 AS next FROM rooms
        WHERE EXISTS (SELECT 1 FROM events WHERE room = rooms.no)`,
    )
    .all() as { roomId: string; next: number }[];
}
