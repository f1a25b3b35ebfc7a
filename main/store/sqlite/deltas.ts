import type { Money } from '../../../shared/domain/money.ts';
import type { SumTotals } from '../person-sums.ts';
import { addTotal } from '../person-sums.ts';
import { SLOT_MS } from '../timeline-grid.ts';
import { FLAGGED, GIFT, MESSAGE } from './columns.ts';
import { KIND_CODES } from './kinds.ts';

/** One event, as the sums see it. */
export interface Counted {
  readonly row: number;
  readonly room: number;
  readonly at: number;
  readonly kind: number;
  readonly marks: number;
  readonly person: number | null;
  readonly name: string | null;
  readonly money?: Money | undefined;
  readonly fen?: bigint | undefined;
}

/** What a batch adds to one slot of a room. */
export interface SlotDelta {
  chat: number;
  gifts: number;
  flagged: number;
  fen: bigint;
  lo: number;
  hi: number;
}

/** What a batch adds to one person in a room. */
export interface PersonDelta {
  name: string;
  messages: number;
  firstAt: number;
  lastAt: number;
  totals: SumTotals;
}

/** The sums of some events, by slot of each room and by person. */
export interface Deltas {
  readonly slots: Map<number, Map<number, SlotDelta>>;
  readonly people: Map<number, PersonDelta>;
}

/** No sums. */
export function emptyDeltas(): Deltas {
  return { slots: new Map(), people: new Map() };
}

/** The slot of a time. */
export function slotOf(at: number): number {
  return Math.floor(at / SLOT_MS);
}

/** Adds an event to the sums, in place: this runs for every event. */
export function count(deltas: Deltas, event: Counted): void {
  countSlot(deltas.slots, event);
  if (event.person === null) return;
  const before = deltas.people.get(event.person);
  const messages = (event.marks & MESSAGE) === 0 ? 0 : 1;
  if (before === undefined) {
    const totals = event.money === undefined ? {} : addTotal({}, event.money);
    const { name, at } = event;
    deltas.people.set(event.person, { name: name ?? '', messages, firstAt: at, lastAt: at, totals });
    return;
  }
  if (event.at >= before.lastAt) before.name = event.name ?? '';
  before.messages += messages;
  before.firstAt = Math.min(before.firstAt, event.at);
  before.lastAt = Math.max(before.lastAt, event.at);
  if (event.money !== undefined) before.totals = addTotal(before.totals, event.money);
}

function countSlot(rooms: Map<number, Map<number, SlotDelta>>, event: Counted): void {
  let slots = rooms.get(event.room);
  if (slots === undefined) {
    slots = new Map();
    rooms.set(event.room, slots);
  }
  const slot = slotOf(event.at);
  let delta = slots.get(slot);
  if (delta === undefined) {
    delta = { chat: 0, gifts: 0, flagged: 0, fen: 0n, lo: event.row, hi: event.row };
    slots.set(slot, delta);
  }
  if (event.kind === KIND_CODES.chat) delta.chat += 1;
  if ((event.marks & GIFT) !== 0) delta.gifts += 1;
  if ((event.marks & FLAGGED) !== 0) delta.flagged += 1;
  if (event.fen !== undefined) delta.fen += event.fen;
  delta.hi = event.row;
}
