import type { Actor } from '../../../shared/domain/actor.ts';
import { countedMoney } from '../../../shared/domain/event.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { exhaustive, fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Ticket, TicketLink } from '../../../shared/domain/ticket.ts';
import { linkKey } from '../../../shared/domain/ticket-links.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Store } from '../../store/store.ts';
import type { TicketWork } from './work.ts';

/** What is to be linked. */
export interface LinkTarget {
  readonly kind: TicketLink['kind'];
  readonly id: string;
  readonly connectorId?: string | undefined;
}

/** One line about an order or refund, from the shop that knows it. */
export type ShopLine = Pick<TicketLink, 'title' | 'money' | 'connectorId'>;

/** Links of a ticket. */
export interface Linking {
  /** Linking twice is linking once. Faults: `not_found` for what is not of the ticket's room. */
  readonly link: (ticketId: string, target: LinkTarget, by: Actor) => Promise<Result<Ticket>>;
  readonly unlink: (
    ticketId: string,
    target: Pick<LinkTarget, 'kind' | 'id'>,
    by: Actor,
  ) => Promise<Result<Ticket>>;
}

/** How many links a ticket may have. */
const MOST = 500;

/** Makes them. */
export function createLinking(deps: {
  readonly store: Store;
  readonly work: TicketWork;
  readonly conversation: (id: string) => Promise<Result<Conversation>>;
  /** Tells the conversation that the ticket belongs to it, or no longer does. */
  readonly attach: (conversationId: string, ticketId: string, on: boolean) => Promise<unknown>;
  readonly shopLine: (ticket: Ticket, target: LinkTarget, by: Actor) => Promise<Result<ShopLine>>;
}): Linking {
  const { store, work } = deps;
  const { desk, clock } = work;
  const inRoom = <T extends { readonly roomId: string }>(ticket: Ticket, found: Result<T>): Result<T> =>
    found.ok && found.value.roomId !== ticket.roomId ? fail(fault('not_found')) : found;
  const titled = <T>(found: Result<T>, title: (value: T) => ShopLine): Result<ShopLine> =>
    found.ok ? ok(title(found.value)) : found;

  const lineOf = async (ticket: Ticket, target: LinkTarget, by: Actor): Promise<Result<ShopLine>> => {
    const { kind, id } = target;
    switch (kind) {
      case 'conversation':
        return titled(inRoom(ticket, await deps.conversation(id)), (row) => ({ title: `#${row.number}` }));
      case 'flag':
        return titled(inRoom(ticket, await desk.getFlag(id)), (flag) => ({ title: flag.category }));
      case 'action':
        return titled(inRoom(ticket, await desk.getAction(id)), (action) => ({ title: action.kind }));
      case 'ticket':
        if (id === ticket.id) return fail(fault('invalid', 'a ticket is not linked to itself'));
        return titled(inRoom(ticket, await work.find(id)), (other) => ({
          title: `#${other.number} ${other.title}`,
        }));
      case 'gift': {
        const event = (await store.eventById(id))?.event;
        const money = event === undefined ? undefined : countedMoney(event);
        if (event === undefined || event.roomId !== ticket.roomId || money === undefined)
          return fail(fault('not_found', 'gift'));
        const title = event.kind === 'gift' ? `${event.body.name} ×${event.body.count}` : event.kind;
        return ok({ title, money });
      }
      case 'order':
      case 'refund':
        return deps.shopLine(ticket, target, by);
      default:
        return exhaustive(kind);
    }
  };

  return {
    async link(ticketId, target, by) {
      const found = await work.find(ticketId);
      if (!found.ok) return found;
      const line = await lineOf(found.value, target, by);
      if (!line.ok) return line;
      const { kind, id } = target;
      const link: TicketLink = { kind, id, ...line.value, at: clock.now(), by };
      const key = linkKey(link);
      const linked = await unlessSame(
        await work.change(ticketId, by, (before) => {
          const links = before.links ?? [];
          const there = links.find((each) => linkKey(each) === key);
          if (there !== undefined && there.from === undefined) return fail(fault('conflict', SAME));
          if (links.length >= MOST) return fail(fault('too_large', `${MOST} links`));
          return ok({
            // One that a merge brought becomes the ticket's own.
            after: {
              ...before,
              links: [...links.filter((each) => each !== there), link],
              updatedAt: clock.now(),
              version: before.version + 1,
            },
            what: 'ticket.link',
            detail: `${key} ${link.title}`,
            tell: 'ticket.updated',
          });
        }),
        () => work.find(ticketId),
      );
      if (linked.ok && kind === 'conversation') await deps.attach(id, ticketId, true);
      return linked;
    },
    async unlink(ticketId, target, by) {
      const key = linkKey(target);
      const unlinked = await unlessSame(
        await work.change(ticketId, by, (before) => {
          const links = (before.links ?? []).filter((each) => linkKey(each) !== key);
          if (links.length === (before.links ?? []).length) return fail(fault('conflict', SAME));
          return ok({
            after: { ...before, links, updatedAt: clock.now(), version: before.version + 1 },
            what: 'ticket.unlink',
            detail: key,
            tell: 'ticket.updated',
          });
        }),
        () => work.find(ticketId),
      );
      // The talk that it was opened from stays its talk.
      if (unlinked.ok && target.kind === 'conversation' && unlinked.value.conversationId !== target.id)
        await deps.attach(target.id, ticketId, false);
      return unlinked;
    },
  };
}

const SAME = 'same';

/** What is so already is no failure. */
async function unlessSame(
  changed: Result<Ticket>,
  now: () => Promise<Result<Ticket>>,
): Promise<Result<Ticket>> {
  return !changed.ok && changed.fault.detail === SAME ? now() : changed;
}
