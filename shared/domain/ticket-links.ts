import type { Actor } from './actor.ts';
import type { Ticket, TicketLink } from './ticket.ts';

/** A link's key: the same thing is linked once. */
export function linkKey(link: Pick<TicketLink, 'kind' | 'id'>): string {
  return `${link.kind}:${link.id}`;
}

/** Everything that belongs to a ticket: what was linked, and what it was opened with. */
export function linksOf(ticket: Ticket, by: Actor): readonly TicketLink[] {
  const made = (kind: TicketLink['kind'], id: string, title: string): TicketLink => ({
    kind,
    id,
    title,
    at: ticket.createdAt,
    by,
  });
  return joinLinks(ticket.links ?? [], [
    ...(ticket.conversationId === undefined ? [] : [made('conversation', ticket.conversationId, '')]),
    ...ticket.context.flagIds.map((id) => made('flag', id, '')),
    ...ticket.context.actionIds.map((id) => made('action', id, '')),
    ...ticket.context.gifts.map((gift) => ({
      ...made('gift', gift.eventId, gift.text),
      ...(gift.money === undefined ? {} : { money: gift.money }),
    })),
  ]);
}

/** The first links, and those of the others that are not among them. */
export function joinLinks(first: readonly TicketLink[], more: readonly TicketLink[]): readonly TicketLink[] {
  const keys = new Set(first.map(linkKey));
  const joined = [...first];
  for (const link of more) {
    const key = linkKey(link);
    if (keys.has(key)) continue;
    keys.add(key);
    joined.push(link);
  }
  return joined;
}
