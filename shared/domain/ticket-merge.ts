import type { Actor } from './actor.ts';
import { fault } from './fault.ts';
import { fail, ok, type Result } from './result.ts';
import type { MergeRecord, Ticket, TicketLink, TicketNote } from './ticket.ts';
import { joinLinks, linkKey, linksOf } from './ticket-links.ts';

/** Two tickets that changed together. */
export interface TicketPair {
  readonly survivor: Ticket;
  readonly other: Ticket;
}

/**
 * The other ticket lives on in the survivor: it points there, and everything it has comes along. Doing it again
 * changes nothing. Faults: `invalid` for itself or another room, `conflict` where one of them was merged elsewhere.
 */
export function mergeTickets(survivor: Ticket, other: Ticket, by: Actor, now: number): Result<TicketPair> {
  if (other.mergedInto?.ticketId === survivor.id) return ok({ survivor, other });
  if (survivor.id === other.id) return fail(fault('invalid', 'a ticket is not merged into itself'));
  if (survivor.roomId !== other.roomId) return fail(fault('invalid', 'both tickets must be of one room'));
  const elsewhere = survivor.mergedInto ?? other.mergedInto;
  if (elsewhere !== undefined) return fail(fault('conflict', `#${elsewhere.number}`));
  const notes = other.notes.map((note): TicketNote => ({ ...note, from: note.from ?? other.id }));
  const links = linksOf(other, other.createdBy)
    .filter((link) => linkKey(link) !== `ticket:${survivor.id}`)
    .map((link): TicketLink => ({ ...link, from: link.from ?? other.id }));
  const record: MergeRecord = {
    ticketId: other.id,
    number: other.number,
    title: other.title,
    at: now,
    by,
    noteIds: notes.map((note) => note.id),
    linkKeys: links.map(linkKey),
  };
  return ok({
    survivor: {
      ...survivor,
      notes: joinNotes(survivor.notes, notes),
      links: joinLinks(survivor.links ?? [], links),
      merged: [...(survivor.merged ?? []), record],
      updatedAt: now,
      version: survivor.version + 1,
    },
    other: {
      ...other,
      state: 'closed',
      mergedInto: { ticketId: survivor.id, number: survivor.number, at: now, by, state: other.state },
      updatedAt: now,
      version: other.version + 1,
    },
  });
}

/**
 * Takes a merge back: the other ticket is in the state it was in, and the survivor keeps what is its own or was
 * brought by another. Faults: `conflict` where it is not merged here, or the survivor was itself merged since.
 */
export function unmergeTickets(survivor: Ticket, other: Ticket, now: number): Result<TicketPair> {
  const { mergedInto, ...rest } = other;
  const record = survivor.merged?.find((each) => each.ticketId === other.id);
  if (mergedInto?.ticketId !== survivor.id || record === undefined)
    return fail(fault('conflict', `#${other.number}`));
  if (survivor.mergedInto !== undefined) return fail(fault('conflict', `#${survivor.mergedInto.number}`));
  const merged = (survivor.merged ?? []).filter((each) => each !== record);
  const stillNotes = new Set(merged.flatMap((each) => each.noteIds));
  const stillLinks = new Set(merged.flatMap((each) => each.linkKeys));
  const goneNotes = new Set(record.noteIds.filter((id) => !stillNotes.has(id)));
  const goneLinks = new Set(record.linkKeys.filter((key) => !stillLinks.has(key)));
  return ok({
    survivor: {
      ...survivor,
      // Only what was carried here goes: what was put on the survivor itself is its own.
      notes: survivor.notes.filter((note) => note.from === undefined || !goneNotes.has(note.id)),
      links: (survivor.links ?? []).filter(
        (link) => link.from === undefined || !goneLinks.has(linkKey(link)),
      ),
      merged,
      updatedAt: now,
      version: survivor.version + 1,
    },
    other: { ...rest, state: mergedInto.state, updatedAt: now, version: other.version + 1 },
  });
}

/** What of a ticket becomes another. */
export interface SplitParts {
  readonly noteIds: readonly string[];
  /** As {@link linkKey} says them. */
  readonly linkKeys: readonly string[];
}

/**
 * Moves notes and links to a ticket that was made for them; each points to the other. Faults: `not_found` for a
 * note or link the ticket does not have, `invalid` where nothing is asked for, `conflict` where it was merged.
 */
export function splitTicket(
  ticket: Ticket,
  made: Ticket,
  parts: SplitParts,
  by: Actor,
  now: number,
): Result<TicketPair> {
  if (ticket.mergedInto !== undefined) return fail(fault('conflict', `#${ticket.mergedInto.number}`));
  const noteIds = new Set(parts.noteIds);
  const keys = new Set(parts.linkKeys);
  if (noteIds.size + keys.size === 0) return fail(fault('invalid', 'noteIds or linkKeys'));
  const notes = ticket.notes.filter((note) => noteIds.has(note.id));
  const all = linksOf(ticket, ticket.createdBy);
  const links = all.filter((link) => keys.has(linkKey(link)));
  if (notes.length < noteIds.size) return fail(fault('not_found', 'note'));
  if (links.length < keys.size) return fail(fault('not_found', 'link'));
  const pointer = (to: Ticket): TicketLink => ({
    kind: 'ticket',
    id: to.id,
    title: `#${to.number}`,
    at: now,
    by,
  });
  return ok({
    survivor: {
      ...ticket,
      notes: ticket.notes.filter((note) => !noteIds.has(note.id)),
      links: joinLinks(
        (ticket.links ?? []).filter((link) => !keys.has(linkKey(link))),
        [pointer(made)],
      ),
      updatedAt: now,
      version: ticket.version + 1,
    },
    other: {
      ...made,
      splitFrom: ticket.id,
      notes: joinNotes(
        notes.map((note): TicketNote => ({ ...note, from: note.from ?? ticket.id })),
        made.notes,
      ),
      links: joinLinks(
        [pointer(ticket), ...(made.links ?? [])],
        links.map((link): TicketLink => ({ ...link, from: link.from ?? ticket.id })),
      ),
    },
  });
}

/** Notes of both, each once, in the order of their times. */
function joinNotes(first: readonly TicketNote[], more: readonly TicketNote[]): readonly TicketNote[] {
  const ids = new Set(first.map((note) => note.id));
  return [...first, ...more.filter((note) => !ids.has(note.id))].toSorted(
    (left, right) => left.at - right.at,
  );
}
