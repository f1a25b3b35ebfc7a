import type { Ticket, TicketState } from '../../../shared/domain/ticket.ts';
import { queueOrder } from '../../../shared/domain/ticket-queue.ts';
import { targetState } from '../../../shared/domain/ticket-targets.ts';

/** What of all tickets is listed. Empty means everything. */
export interface TicketFilter {
  /** `unfinished`: everything somebody still has to do. */
  readonly state: TicketState | 'unfinished' | 'all';
  readonly department: string;
  readonly assignee: 'anyone' | 'me' | 'nobody';
  readonly roomId: string;
  readonly type: string;
  /** Promises that were missed, or are close to it. */
  readonly target: 'any' | 'breached' | 'warned';
  /** Found in number, title, or the viewer's name. */
  readonly text: string;
}

export const FIRST_FILTER: TicketFilter = {
  state: 'unfinished',
  department: '',
  assignee: 'anyone',
  roomId: '',
  type: '',
  target: 'any',
  text: '',
};

const UNFINISHED: ReadonlySet<TicketState> = new Set(['new', 'open', 'pending']);

/** Every ticket once, in its newest version. */
export function mergeTickets(...lists: readonly (readonly Ticket[])[]): readonly Ticket[] {
  const byId = new Map<string, Ticket>();
  for (const ticket of lists.flat()) {
    const before = byId.get(ticket.id);
    if (before === undefined || before.version <= ticket.version) byId.set(ticket.id, ticket);
  }
  return [...byId.values()];
}

/** The tickets asked for: unfinished before finished, then what was missed, what is due first, and the urgent. */
export function listTickets(
  tickets: readonly Ticket[],
  filter: TicketFilter,
  meId: string | undefined,
  now: number,
): readonly Ticket[] {
  const asked = tickets.filter((ticket) => matches(ticket, filter, meId, now));
  const done = asked.filter((ticket) => !UNFINISHED.has(ticket.state));
  return [
    ...queueOrder(
      asked.filter((ticket) => UNFINISHED.has(ticket.state)),
      now,
    ),
    ...done.toSorted((left, right) => right.updatedAt - left.updatedAt),
  ];
}

/** How many tickets each choice of state would list, the other filters as they are. */
export function stateCounts(
  tickets: readonly Ticket[],
  filter: TicketFilter,
  meId: string | undefined,
  now: number,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { unfinished: 0, all: 0 };
  for (const ticket of tickets) {
    if (!matches(ticket, { ...filter, state: 'all' }, meId, now)) continue;
    counts[ticket.state] = (counts[ticket.state] ?? 0) + 1;
    counts.all = (counts.all ?? 0) + 1;
    if (UNFINISHED.has(ticket.state)) counts.unfinished = (counts.unfinished ?? 0) + 1;
  }
  return counts;
}

function matches(ticket: Ticket, filter: TicketFilter, meId: string | undefined, now: number): boolean {
  const { state, department, assignee, roomId } = filter;
  if (state === 'unfinished' ? !UNFINISHED.has(ticket.state) : state !== 'all' && ticket.state !== state)
    return false;
  if (department !== '' && ticket.department !== department) return false;
  if (roomId !== '' && ticket.roomId !== roomId) return false;
  if (filter.type !== '' && ticket.type !== filter.type) return false;
  if (
    filter.target !== 'any' &&
    (!UNFINISHED.has(ticket.state) || targetState(ticket, now) !== filter.target)
  )
    return false;
  if (!isFound(ticket, filter.text.trim().toLowerCase())) return false;
  if (ticket.mergedInto !== undefined) return false;
  if (assignee === 'nobody') return ticket.assignee === undefined;
  return assignee === 'anyone' || (meId !== undefined && ticket.assignee?.id === meId);
}

function isFound(ticket: Ticket, text: string): boolean {
  if (text === '') return true;
  return [`#${ticket.number}`, ticket.title, ticket.person?.name ?? ''].some((part) =>
    part.toLowerCase().includes(text),
  );
}
