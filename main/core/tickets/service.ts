import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { TicketDesk } from '../../../shared/domain/ticket-desk.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import type { WebhookSender } from '../webhooks/sender.ts';
import { type Changing, createChanging } from './changing.ts';
import { createJoining, type Joining } from './joining.ts';
import { createLinking, type Linking, type LinkTarget, type ShopLine } from './linking.ts';
import { createNotices, type DeskMember, type Notices } from './notices.ts';
import { createOpening, type OpenTicket } from './opening.ts';
import { createTiming } from './timing.ts';
import { createTicketWork, type TicketWork } from './work.ts';

export type { OpenTicket } from './opening.ts';

/** Tickets: from danmaku, flags, conversations, other systems, or of their own. */
export interface Tickets extends Changing, Linking, Joining {
  readonly open: (request: OpenTicket, by: Actor) => Promise<Result<Ticket>>;
  /** What the other system says of a ticket. */
  readonly setExternal: (
    ticketId: string,
    external: Partial<NonNullable<Ticket['external']>>,
    note?: string,
  ) => Promise<Result<Ticket>>;
  /** Our id of the ticket that another system calls so. */
  readonly byExternalId: (externalId: string) => string | undefined;
  /** What happens by time: the minute after the anchor, warnings, missed targets. */
  readonly tick: () => Promise<void>;
  readonly notices: Notices;
  readonly work: TicketWork;
}

/** Tickets carry the room around them and travel by webhook. */
export async function createTickets(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly departments: () => readonly string[];
  /** Types, forms, targets, templates. */
  readonly config: () => TicketDesk;
  readonly members: () => readonly DeskMember[];
  readonly roomName: (roomId: string) => string;
  readonly conversation: (id: string) => Promise<Result<Conversation>>;
  readonly attach: (conversationId: string, ticketId: string, on: boolean) => Promise<unknown>;
  readonly shopLine: (ticket: Ticket, target: LinkTarget, by: Actor) => Promise<Result<ShopLine>>;
  /** Rows are stored with the ticket, so that no call is lost between the two. */
  readonly webhooks: Pick<WebhookSender, 'prepare' | 'accept'>;
}): Promise<Tickets> {
  const { store, desk, clock } = deps;
  const notices = await createNotices(deps);
  const work = createTicketWork({ ...deps, notices });
  const opening = await createOpening({ store, work, roomName: deps.roomName });

  return {
    open: opening.open,
    ...createChanging(work, notices),
    ...createLinking({ ...deps, work }),
    ...createJoining(work, opening.nextNumber),
    notices,
    work,
    tick: createTiming(store, work, notices),
    setExternal(ticketId, external, note) {
      const by: Actor = { kind: 'system', id: 'webhook', name: 'Webhook' };
      return work.change(
        ticketId,
        by,
        (before) => {
          const notes =
            note === undefined ? before.notes : [...before.notes, work.noteOf(note, by, 'external')];
          return ok({
            after: {
              ...before,
              external: { delivery: 'none', ...before.external, ...external },
              notes,
              updatedAt: clock.now(),
              version: before.version + 1,
            },
            what: 'ticket.external',
            detail: external.status ?? external.delivery ?? '',
          });
        },
        'too',
      );
    },
    byExternalId: (externalId) =>
      [...desk.tickets.values()].find((ticket) => externalId !== '' && ticket.external?.id === externalId)
        ?.id,
  };
}
