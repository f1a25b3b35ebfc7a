import type { Ticket } from './ticket.ts';
import { TICKET_PRIORITIES } from './ticket-desk.ts';
import { targetState } from './ticket-targets.ts';

/** Somebody still has to do something. */
export function isUnfinished(ticket: Ticket): boolean {
  return ticket.state === 'new' || ticket.state === 'open' || ticket.state === 'pending';
}

/**
 * A department's queue: what was missed first, then what is due first, then by priority and age. What waits for
 * somebody outside (`pending`) comes last.
 */
export function queueOrder(tickets: readonly Ticket[], now: number): readonly Ticket[] {
  const rank = new Map(tickets.map((ticket) => [ticket.id, rankOf(ticket, now)]));
  const of = (ticket: Ticket): readonly number[] => rank.get(ticket.id) ?? [];
  return tickets.toSorted((left, right) => compare(of(left), of(right)));
}

function rankOf(ticket: Ticket, now: number): readonly number[] {
  return [
    ticket.state === 'pending' ? 1 : 0,
    targetState(ticket, now) === 'breached' ? 0 : 1,
    ticket.dueAt ?? Number.MAX_SAFE_INTEGER,
    -TICKET_PRIORITIES.indexOf(ticket.priority),
    ticket.createdAt,
    ticket.number,
  ];
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (const [index, value] of left.entries()) {
    const difference = value - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
