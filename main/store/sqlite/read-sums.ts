import type { LiveEvent } from '../../../shared/domain/event.ts';
import { factsOf } from '../event-facts.ts';
import type { PersonSum } from '../person-sums.ts';
import { addSums, addTotal, summaryOf } from '../person-sums.ts';
import type { PersonSummary, TimelineBucket } from '../store.ts';
import { fillGrid, gridOf, SLOT_MS } from '../timeline-grid.ts';
import type { Statement } from './database.ts';
import type { DayReader } from './day-reader.ts';
import { nextOffsetsOf, SUM_COLUMNS, sumOfRow } from './seal.ts';

type Prepare = (sql: string) => Statement;
type SumRow = Parameters<typeof sumOfRow>[0];

/** A day's file; people up to `sealedNo` are counted in the decisions file. */
export interface DayEntry {
  readonly day: string;
  readonly sealedNo: number;
  readonly file: () => DayReader;
}

/** A person's sums: those handed over, and those of the days that still count for themselves. */
export function readPerson(
  decisions: Prepare,
  days: readonly DayEntry[],
  personId: string,
  roomId: string | undefined,
  since: number | undefined,
): PersonSummary | null {
  if (since !== undefined) return summaryOf(personId, sumSince(days, personId, roomId, since));
  const inRoom = roomId === undefined ? '' : 'AND room_id = ?';
  const room = roomId === undefined ? [] : [roomId];
  const old = decisions(`SELECT ${SUM_COLUMNS} FROM person_sums WHERE person_id = ? ${inRoom}`).all(
    personId,
    ...room,
  );
  let sum = old.reduce<PersonSum | undefined>(
    (before, row) => addSums(before, sumOfRow(row as SumRow)),
    undefined,
  );
  for (const { sealedNo, file } of days.toReversed()) {
    if (sealedNo === Number.MAX_SAFE_INTEGER) continue;
    for (const row of peopleRows(file(), personId, roomId, sealedNo)) sum = addSums(sum, sumOfRow(row));
  }
  return summaryOf(personId, sum);
}

function peopleRows(file: DayReader, personId: string, roomId: string | undefined, sealedNo: number) {
  const room = roomId === undefined ? undefined : file.room(roomId);
  if (roomId !== undefined && room === undefined) return [];
  return file
    .prepare(
      `SELECT ${SUM_COLUMNS} FROM people WHERE id = ? AND no > ? ${room === undefined ? '' : 'AND room = ?'}`,
    )
    .all(personId, sealedNo, ...(room === undefined ? [] : [room])) as SumRow[];
}

/** Sums from the events themselves. */
function sumSince(
  days: readonly DayEntry[],
  personId: string,
  roomId: string | undefined,
  since: number,
): PersonSum | undefined {
  let sum: PersonSum | undefined;
  for (const { file } of days.toReversed()) {
    const reader = file();
    const latest = reader.prepare('SELECT max_at FROM batch').pluck().get() as number;
    if (latest < since) continue;
    const docs = reader
      .prepare(
        `SELECT d.doc FROM people p CROSS JOIN events e ON e.person = p.no CROSS JOIN docs d ON d.row = e.row
          WHERE p.id = ? AND e.at >= ? ORDER BY e.row`,
      )
      .pluck()
      .iterate(personId, since);
    for (const doc of docs) sum = addEvent(sum, String(doc), roomId);
  }
  return sum;
}

function addEvent(
  sum: PersonSum | undefined,
  doc: string,
  roomId: string | undefined,
): PersonSum | undefined {
  const { event, verdicts } = JSON.parse(doc);
  if (roomId !== undefined && (event as LiveEvent).roomId !== roomId) return sum;
  const facts = factsOf(event, verdicts);
  return addSums(sum, {
    name: facts.name ?? '',
    messages: facts.isMessage ? 1 : 0,
    firstAt: facts.at,
    lastAt: facts.at,
    totals: facts.money === null ? {} : addTotal({}, facts.money),
  });
}

/** A room's timeline from its slots and gaps. */
export function readTimeline(
  days: readonly DayEntry[],
  roomId: string,
  from: number,
  to: number,
  bucketMs: number,
): readonly TimelineBucket[] {
  const grid = gridOf(from, to, bucketMs);
  const end = grid.start + grid.count * grid.bucketMs;
  const slots: { slot: number; chat: number; gifts: number; flagged: number; fen: bigint }[] = [];
  const gaps: [number, number][] = [];
  for (const { file } of days) {
    const reader = file();
    const room = reader.room(roomId);
    if (room === undefined) continue;
    const rows = reader
      .prepare('SELECT slot, chat, gifts, flagged, fen FROM slots WHERE room = ? AND slot >= ? AND slot < ?')
      .all(room, grid.start / SLOT_MS, end / SLOT_MS) as (Omit<(typeof slots)[number], 'fen'> & {
      fen: string;
    })[];
    for (const row of rows) slots.push({ ...row, fen: BigInt(row.fen) });
    const holes = reader
      .prepare('SELECT from_at, to_at FROM gaps WHERE room = ? AND to_at > ? AND from_at < ?')
      .raw()
      .all(room, grid.start, end);
    gaps.push(...(holes as [number, number][]));
  }
  return fillGrid(grid, slots, gaps);
}

/** The next free offset of each room, over all days there are and were. */
export function readNextOffsets(
  decisions: Prepare,
  days: readonly DayEntry[],
): Readonly<Record<string, number>> {
  const next = new Map<string, number>();
  const old = decisions('SELECT room_id AS roomId, next FROM room_offsets').all() as {
    roomId: string;
    next: number;
  }[];
  for (const row of [...old, ...days.flatMap(({ file }) => nextOffsetsOf(file().db))]) {
    next.set(row.roomId, Math.max(next.get(row.roomId) ?? 0, row.next));
  }
  return Object.fromEntries(next);
}
