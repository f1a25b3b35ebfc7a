import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { SupportState } from '../support/state.ts';

/** Puts a ticket on a conversation's list, or takes it off; what is so already stays so. */
export function attachTicket(
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
