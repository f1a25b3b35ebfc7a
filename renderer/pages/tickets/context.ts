import type { Ticket, TicketLine, TicketNote } from '../../../shared/domain/ticket.ts';

/** A line around the danmaku, with its distance in time. */
export interface ContextLine {
  readonly line: TicketLine;
  /** Seconds after the danmaku; negative before it. Null without a danmaku. */
  readonly offsetSec: number | null;
  readonly anchor: boolean;
  /** By the person the ticket is about. */
  readonly theirs: boolean;
}

/** The lines in time order, the danmaku marked. */
export function contextLines(ticket: Ticket): readonly ContextLine[] {
  const { lines, anchorEventId } = ticket.context;
  const anchor = lines.find((line) => line.eventId === anchorEventId);
  return lines
    .toSorted((a, b) => a.at - b.at)
    .map((line) => ({
      line,
      offsetSec: anchor === undefined ? null : Math.round((line.at - anchor.at) / 1_000),
      anchor: line.eventId === anchorEventId,
      theirs: ticket.person !== undefined && line.personId === ticket.person.id,
    }));
}

/** Which of the lines are read. */
export type LineFilter = 'talk' | 'theirs' | 'all';

const AMBIENT: ReadonlySet<string> = new Set([
  'enter',
  'like',
  'follow',
  'share',
  'room_state',
  'system',
  'unknown',
]);

/** The lines of a choice; the danmaku itself is always among them. */
export function linesShown(lines: readonly ContextLine[], filter: LineFilter): readonly ContextLine[] {
  switch (filter) {
    case 'all':
      return lines;
    case 'theirs':
      return lines.filter((one) => one.theirs || one.anchor);
    case 'talk':
      return lines.filter((one) => one.anchor || !AMBIENT.has(one.line.kind));
  }
}

/** `+3 s`, `−12 s`: a true minus, and nothing for the moment itself. */
export function offsetText(offsetSec: number | null): string {
  if (offsetSec === null || offsetSec === 0) return '';
  return offsetSec > 0 ? `+${offsetSec}s` : `−${-offsetSec}s`;
}

/** Milliseconds until the minute after the danmaku is complete; 0 when it is. */
export function stillFilling(ticket: Ticket, now: number): number {
  return Math.max(0, (ticket.context.completeAt ?? 0) - now);
}

/** Notes newest last, as they are read. */
export function notesInOrder(ticket: Ticket): readonly TicketNote[] {
  return ticket.notes.toSorted((a, b) => a.at - b.at);
}
