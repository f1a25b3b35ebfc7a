import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { Store } from '../../store/store.ts';
import type { Log } from '../effects.ts';
import type { Push } from '../push/push.ts';
import type { Shop } from '../support/connectors/service.ts';
import type { Support } from '../support/index.ts';
import type { SupportState } from '../support/state.ts';
import type { createTickets, Tickets } from './service.ts';
import { createTicketTalks, type TicketTalks } from './talks.ts';

/** What tickets ask of the support desk and of shops, which are put together after them. */
export function besideSupport(deps: {
  readonly support: () => Support;
  readonly shop: () => Shop;
  readonly clock: Clock;
  /** Departments of the hub itself. */
  readonly departments: () => readonly string[];
}): Pick<
  Parameters<typeof createTickets>[0],
  'departments' | 'config' | 'conversation' | 'attach' | 'shopLine'
> {
  const { support, shop, clock } = deps;
  return {
    departments() {
      const { departments, ticketDesk } = support().settings.current();
      const named = ticketDesk.departments.map((each) => each.name);
      return [...new Set([...deps.departments(), ...departments, ...named])];
    },
    config: () => support().settings.current().ticketDesk,
    conversation: (id) => support().state.get(id),
    attach: (...which) => attachTicket(support().state, clock, ...which),
    shopLine: (ticket, target, by) =>
      shop().line({ roomId: ticket.roomId, subject: ticket.id, viewerId: ticket.person?.id }, target, by),
  };
}

/** Lets tickets hear of conversations, and people of the desk of what they are told. */
export function followTalks(deps: {
  readonly store: Store;
  readonly tickets: Tickets;
  readonly support: Support;
  readonly push: Push;
  readonly log: Log;
}): TicketTalks {
  const { store, tickets, support, push, log } = deps;
  const talks = createTicketTalks({
    store,
    tickets,
    rules: () => support.settings.current().ticketDesk.rules,
    conversation: support.state.get,
    messagesOf: support.state.talks.messages,
    open: support.roomSide.ticket,
    isPrivate: support.isPrivate,
    log,
  });
  support.state.onTraces(talks.traces);
  support.state.onChange(talks.messages);
  tickets.notices.onNotice((notices) => {
    push.change(notices.map((notice) => ({ kind: 'notice', notice })));
    support.ring.push(notices.map((notice) => ({ kind: 'notice', notice })));
  });
  return talks;
}

/** Puts a ticket on a conversation's list, or takes it off; what is so already stays so. */
function attachTicket(
  state: SupportState,
  clock: Clock,
  conversationId: string,
  ticketId: string,
  on: boolean,
): ReturnType<SupportState['change']> {
  return state.change(conversationId, (row) => {
    const others = row.ticketIds.filter((id) => id !== ticketId);
    if (row.ticketIds.length > others.length === on) return fail(fault('conflict'));
    const ticketIds = on ? [...others, ticketId] : others;
    return ok({ conversation: { ...row, ticketIds, updatedAt: clock.now(), version: row.version + 1 } });
  });
}
