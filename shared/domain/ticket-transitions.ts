import { fault } from './fault.ts';
import { fail, ok, type Result } from './result.ts';
import type { Ticket, TicketState } from './ticket.ts';

const NEXT: Readonly<Record<TicketState, readonly TicketState[]>> = {
  new: ['open', 'pending', 'solved'],
  open: ['pending', 'solved'],
  pending: ['open', 'solved'],
  solved: ['open', 'closed'],
  closed: [],
};

/** States a ticket may go to from here. */
export function nextTicketStates(state: TicketState): readonly TicketState[] {
  return NEXT[state];
}

/** What a person may change at once. */
export interface TicketChange {
  readonly state?: TicketState | undefined;
  readonly department?: string | undefined;
  readonly priority?: Ticket['priority'] | undefined;
  readonly resolution?: string | undefined;
}

/**
 * The ticket with the change. Faults: `invalid` for a state that may not follow, or solving
 * without a resolution.
 */
export function changeTicket(ticket: Ticket, change: TicketChange, now: number): Result<Ticket> {
  const state = change.state ?? ticket.state;
  if (state !== ticket.state && !NEXT[ticket.state].includes(state)) {
    return fail(fault('invalid', `${ticket.state} → ${state}`));
  }
  const resolution = change.resolution ?? ticket.resolution;
  if (state === 'solved' && ticket.state !== 'solved' && (resolution ?? '').trim() === '') {
    return fail(fault('invalid', 'resolution'));
  }
  return ok({
    ...ticket,
    state,
    department: change.department ?? ticket.department,
    priority: change.priority ?? ticket.priority,
    ...(resolution === undefined ? {} : { resolution }),
    ...(state === 'solved' && ticket.state !== 'solved' ? { solvedAt: now } : {}),
    updatedAt: now,
    version: ticket.version + 1,
  });
}
