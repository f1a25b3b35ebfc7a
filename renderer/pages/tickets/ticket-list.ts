import type { Ticket, TicketState } from '../../../shared/domain/ticket.ts';

/** What of all tickets is listed. Empty means everything. */
export interface TicketFilter {
  /** `unfinished`: everything somebody still has to do. */
  readonly state: TicketState | 'unfinished' | 'all';
  readonly department: string;
  readonly assignee: 'anyone' | 'me' | 'nobody';
  readonly roomId: string;
}

export const FIRST_FILTER: TicketFilter = {
  state: 'unfinished',
  department: '',
  assignee: 'anyone',
  roomId: '',
};

const UNFINISHED: ReadonlySet<TicketState> = new Set(['new', 'open', 'pending']);
const WEIGHT = { urgent: 0, high: 1, normal: 2, low: 3 } as const;

/** Every ticket once, in its newest version. */
export function mergeTickets(...lists: readonly (readonly Ticket[])[]): readonly Ticket[] {
  const byId = new Map<string, Ticket>();
  for (const ticket of lists.flat()) {
    const before = byId.get(ticket.id);
    if (before === undefined || before.version <= ticket.version) byId.set(ticket.id, ticket);
  }
  return [...byId.values()];
}

/** The tickets asked for: unfinished before finished, then urgent first, then the longest untouched. */
export function listTickets(
  tickets: readonly Ticket[],
  filter: TicketFilter,
  meId: string | undefined,
): readonly Ticket[] {
  return tickets.filter((ticket) => matches(ticket, filter, meId)).toSorted(byNeed);
}

/** How many tickets each choice of state would list, the other filters as they are. */
export function stateCounts(
  tickets: readonly Ticket[],
  filter: TicketFilter,
  meId: string | undefined,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { unfinished: 0, all: 0 };
  for (const ticket of tickets) {
    if (!matches(ticket, { ...filter, state: 'all' }, meId)) continue;
    counts[ticket.state] = (counts[ticket.state] ?? 0) + 1;
    counts.all = (counts.all ?? 0) + 1;
    if (UNFINISHED.has(ticket.state)) counts.unfinished = (counts.unfinished ?? 0) + 1;
  }
  return counts;
}

function matches(ticket: Ticket, filter: TicketFilter, meId: string | undefined): boolean {
  const { state, department, assignee, roomId } = filter;
  if (state === 'unfinished' ? !UNFINISHED.has(ticket.state) : state !== 'all' && ticket.state !== state)
    return false;
  if (department !== '' && ticket.department !== department) return false;
  if (roomId !== '' && ticket.roomId !== roomId) return false;
  if (assignee === 'nobody') return ticket.assignee === undefined;
  return assignee === 'anyone' || (meId !== undefined && ticket.assignee?.id === meId);
}

function byNeed(a: Ticket, b: Ticket): number {
  const done = Number(!UNFINISHED.has(a.state)) - Number(!UNFINISHED.has(b.state));
  if (done !== 0) return done;
  if (!UNFINISHED.has(a.state)) return b.updatedAt - a.updatedAt;
  return WEIGHT[a.priority] - WEIGHT[b.priority] || a.createdAt - b.createdAt || a.number - b.number;
}
