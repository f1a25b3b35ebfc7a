import type { BulkChange } from '../../../shared/api/tickets-inputs.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import { exhaustive, ok, type Result } from '../../../shared/domain/result.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { Tickets } from './service.ts';

/** One ticket's share of a change of many, on the ticket as it is; what is so already stays as it is. */
export async function bulkChange(
  tickets: Tickets,
  ticket: Ticket,
  change: BulkChange,
  assignee: Actor | null | undefined,
  by: Actor,
): Promise<Result<Ticket>> {
  const { id, version } = ticket;
  switch (change.kind) {
    case 'assign':
      return ticket.assignee?.id === (assignee?.id ?? undefined)
        ? ok(ticket)
        : tickets.change(id, version, { assignee: assignee ?? null }, by);
    case 'state':
      return ticket.state === change.state
        ? ok(ticket)
        : tickets.change(id, version, { state: change.state, resolution: change.resolution }, by);
    case 'department':
      return ticket.department === change.department
        ? ok(ticket)
        : tickets.handOver(id, version, { department: change.department, note: change.note }, by);
    case 'priority':
      return ticket.priority === change.priority
        ? ok(ticket)
        : tickets.change(id, version, { priority: change.priority }, by);
    case 'close': {
      if (ticket.state === 'closed') return ok(ticket);
      const solved =
        ticket.state === 'solved'
          ? ok(ticket)
          : await tickets.change(id, version, { state: 'solved', resolution: change.resolution }, by);
      if (!solved.ok) return solved;
      return tickets.change(id, solved.value.version, { state: 'closed' }, by);
    }
    default:
      return exhaustive(change);
  }
}
