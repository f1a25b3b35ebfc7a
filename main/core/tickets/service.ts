import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { textOf, timeOf } from '../../../shared/domain/event.ts';
import { fault } from '../../../shared/domain/fault.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import { nextFlag } from '../../../shared/domain/flag-transitions.ts';
import { type PersonRef, personRef } from '../../../shared/domain/person.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Ticket, TicketNote } from '../../../shared/domain/ticket.ts';
import { changeTicket, type TicketChange } from '../../../shared/domain/ticket-transitions.ts';
import type { Store, StoreOp } from '../../store/store.ts';
import { auditOf, type Desk, type DeskRecord, newest } from '../desk.ts';
import type { TicketEvent } from '../webhooks/deliveries.ts';
import type { WebhookSender } from '../webhooks/sender.ts';
import { gatherContext } from './context.ts';

/** What is asked when a ticket is opened. */
export interface OpenTicket {
  readonly id: string;
  readonly roomId: string;
  readonly eventId?: string | undefined;
  readonly flagId?: string | undefined;
  readonly title?: string | undefined;
  readonly department?: string | undefined;
  readonly priority?: Ticket['priority'] | undefined;
  readonly note?: string | undefined;
  /** A conversation instead of an event or a flag. */
  readonly about?:
    | {
        readonly conversationId: string;
        readonly person?: PersonRef | undefined;
        readonly at: number;
        readonly text: string;
      }
    | undefined;
}

/** Tickets from danmaku, flags and conversations. */
export interface Tickets {
  readonly open: (request: OpenTicket, by: Actor) => Promise<Result<Ticket>>;
  readonly note: (
    ticketId: string,
    text: string,
    by: Actor,
    kind?: TicketNote['kind'],
  ) => Promise<Result<Ticket>>;
  readonly change: (
    ticketId: string,
    version: number,
    change: TicketChange & { readonly assignee?: Actor | null | undefined },
    by: Actor,
  ) => Promise<Result<Ticket>>;
  /** What the other system says of a ticket. */
  readonly setExternal: (
    ticketId: string,
    external: Partial<NonNullable<Ticket['external']>>,
    note?: string,
  ) => Promise<Result<Ticket>>;
  /** Our id of the ticket that another system calls so. */
  readonly byExternalId: (externalId: string) => string | undefined;
  /** Fills in the minute after the anchor once it has passed. */
  readonly tick: () => Promise<void>;
}

const DEPARTMENT: Readonly<Record<string, string>> = {
  dispute: '财务',
  appeal: '客服',
  ad: '风控',
  raid: '风控',
  flood: '风控',
  abuse: '客服',
};

/** Tickets carry the room around them and travel by webhook. */
export async function createTickets(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly departments: () => readonly string[];
  /** Rows are stored with the ticket, so that no call is lost between the two. */
  readonly webhooks: Pick<WebhookSender, 'prepare' | 'accept'>;
}): Promise<Tickets> {
  const { store, desk, clock, ids } = deps;
  const youngest = (await store.list({ table: 'tickets', limit: 1, order: 'newest' })).rows[0];
  let lastNumber = Math.max(
    youngest?.number ?? 1_000,
    ...[...desk.tickets.values()].map((ticket) => ticket.number),
  );

  const save = async (
    ticket: Ticket,
    by: Actor,
    what: string,
    detail: string,
    tell?: TicketEvent,
    more: readonly DeskRecord[] = [],
  ): Promise<Result<Ticket>> => {
    const audit = [auditOf(clock.now(), by, what, { roomId: ticket.roomId, subject: ticket.id, detail })];
    const calls = tell === undefined ? [] : deps.webhooks.prepare(tell, ticket);
    const waiting: Ticket =
      calls.length === 0 ? ticket : { ...ticket, external: { ...ticket.external, delivery: 'waiting' } };
    const rows = calls.map((row): StoreOp => ({ op: 'put', table: 'deliveries', row }));
    const saved = await desk.commit([{ kind: 'ticket', ticket: waiting }, ...more], audit, rows);
    if (!saved.ok) return saved;
    deps.webhooks.accept(calls);
    return ok(waiting);
  };
  const noteOf = (text: string, by: Actor, kind: TicketNote['kind']): TicketNote => ({
    id: ids.next(),
    at: clock.now(),
    by,
    kind,
    text,
  });

  /** Opened once at a time for each id: two calls at once are one ticket. */
  const opening = new Map<string, Promise<Result<Ticket>>>();
  const open = async (request: OpenTicket, by: Actor): Promise<Result<Ticket>> => {
    const before = newest(desk.tickets, await desk.getTicket(request.id));
    if (before.ok)
      return before.value.roomId === request.roomId ? before : fail(fault('conflict', request.id));
    const about = await aboutOf(store, desk, request);
    if (!about.ok) return about;
    const { flag, person, at, text, eventId } = about.value;
    const now = clock.now();
    const category = flag?.category ?? 'other';
    const departments = deps.departments();
    const context = await gatherContext(
      store,
      desk,
      { roomId: request.roomId, at, eventId, personId: person?.id },
      now,
    );
    if (desk.tickets.has(request.id)) return fail(fault('conflict', request.id));
    const wanted = request.department ?? DEPARTMENT[category] ?? '';
    lastNumber += 1;
    const ticket: Ticket = {
      id: request.id,
      number: lastNumber,
      roomId: request.roomId,
      title: request.title ?? [...text].slice(0, 80).join(''),
      category,
      ...(person === undefined ? {} : { person }),
      ...(request.about === undefined ? {} : { conversationId: request.about.conversationId }),
      state: 'new',
      department: departments.includes(wanted) ? wanted : (departments[0] ?? wanted),
      priority:
        request.priority ??
        (flag?.severity === 'high' ? 'urgent' : category === 'dispute' ? 'high' : 'normal'),
      createdBy: by,
      createdAt: now,
      updatedAt: now,
      context,
      notes: request.note === undefined ? [] : [noteOf(request.note, by, 'note')],
      version: 1,
    };
    const flagNow = flag === undefined ? undefined : (desk.flags.get(flag.id) ?? flag);
    const linked =
      flagNow === undefined ? null : nextFlag(flagNow, { kind: 'ticket', by, ticketId: ticket.id }, now);
    const more: DeskRecord[] = linked?.ok ? [{ kind: 'flag', flag: linked.value }] : [];
    return save(ticket, by, 'ticket.open', ticket.title, 'ticket.opened', more);
  };

  return {
    open(request, by) {
      const key = `${request.roomId}|${request.id}`;
      const running = opening.get(key);
      if (running !== undefined) return running;
      const opened = open(request, by).finally(() => opening.delete(key));
      opening.set(key, opened);
      return opened;
    },
    async note(ticketId, text, by, kind = 'note') {
      const found = newest(desk.tickets, await desk.getTicket(ticketId));
      if (!found.ok) return found;
      const ticket: Ticket = {
        ...found.value,
        notes: [...found.value.notes, noteOf(text, by, kind)],
        updatedAt: clock.now(),
        version: found.value.version + 1,
      };
      return save(ticket, by, 'ticket.note', text.slice(0, 200), 'ticket.updated');
    },
    async change(ticketId, version, change, by) {
      const found = newest(desk.tickets, await desk.getTicket(ticketId));
      if (!found.ok) return found;
      if (found.value.version !== version) return fail(fault('conflict', `version ${found.value.version}`));
      const { department } = change;
      if (
        department !== undefined &&
        department !== found.value.department &&
        !deps.departments().includes(department)
      )
        return fail(fault('invalid', `department: ${deps.departments().join(' / ')}`));
      const next = changeTicket(found.value, change, clock.now());
      if (!next.ok) return next;
      const detail = describe(found.value, next.value, change.assignee);
      const { assignee: before, ...rest } = next.value;
      const assignee = change.assignee === undefined ? before : (change.assignee ?? undefined);
      const ticket: Ticket = {
        ...rest,
        ...(assignee === undefined ? {} : { assignee }),
        notes: [...rest.notes, noteOf(detail, by, 'change')],
      };
      const what: TicketEvent =
        ticket.state === 'solved' && found.value.state !== 'solved' ? 'ticket.solved' : 'ticket.updated';
      return save(ticket, by, 'ticket.change', detail, what);
    },
    async setExternal(ticketId, external, note) {
      const found = newest(desk.tickets, await desk.getTicket(ticketId));
      if (!found.ok) return found;
      const by: Actor = { kind: 'system', id: 'webhook', name: 'Webhook' };
      const notes =
        note === undefined ? found.value.notes : [...found.value.notes, noteOf(note, by, 'external')];
      const merged = { delivery: 'none' as const, ...found.value.external, ...external };
      const ticket: Ticket = {
        ...found.value,
        external: merged,
        notes,
        updatedAt: clock.now(),
        version: found.value.version + 1,
      };
      return save(ticket, by, 'ticket.external', external.status ?? external.delivery ?? '');
    },
    byExternalId: (externalId) =>
      [...desk.tickets.values()].find((ticket) => externalId !== '' && ticket.external?.id === externalId)
        ?.id,
    async tick() {
      const now = clock.now();
      for (const ticket of [...desk.tickets.values()]) {
        const due = ticket.context.completeAt;
        if (due === undefined || due > now) continue;
        const anchor = {
          roomId: ticket.roomId,
          at: due - 62_000,
          eventId: ticket.context.anchorEventId,
          personId: ticket.person?.id,
        };
        const context = await gatherContext(store, desk, anchor, now);
        const current = desk.tickets.get(ticket.id) ?? ticket;
        await desk.commit(
          [{ kind: 'ticket', ticket: { ...current, context, version: current.version + 1 } }],
          [],
        );
      }
    },
  };
}

interface About {
  readonly flag: Flag | undefined;
  readonly person: PersonRef | undefined;
  readonly at: number;
  readonly text: string;
  readonly eventId: string | undefined;
}

async function aboutOf(store: Store, desk: Desk, request: OpenTicket): Promise<Result<About>> {
  if (request.about !== undefined) {
    const { person, at, text } = request.about;
    return ok({ flag: undefined, person, at, text, eventId: request.eventId });
  }
  const found = request.flagId === undefined ? null : await desk.getFlag(request.flagId);
  if (found !== null && !found.ok) return found;
  const flag = found?.value;
  if (flag !== undefined && flag.roomId !== request.roomId) return fail(fault('not_found', 'flag'));
  const eventId = request.eventId ?? flag?.evidence.at(-1)?.eventId;
  const stored = eventId === undefined ? null : await store.eventById(eventId);
  if (stored === null && flag === undefined) return fail(fault('not_found', 'event'));
  if (stored !== null && stored.event.roomId !== request.roomId) return fail(fault('not_found', 'event'));
  const event = stored?.event;
  const person =
    flag?.person ?? (event?.actor === undefined ? undefined : personRef(event.platform, event.actor));
  const last = flag?.evidence.at(-1);
  return ok({
    flag,
    person,
    at: event === undefined ? (last?.at ?? flag?.lastAt ?? 0) : timeOf(event),
    text: (event === undefined ? undefined : textOf(event)) || last?.text || flag?.category || '',
    eventId,
  });
}

function describe(before: Ticket, after: Ticket, assignee: Actor | null | undefined): string {
  const parts: string[] = [];
  if (before.state !== after.state) parts.push(`${before.state} → ${after.state}`);
  if (before.department !== after.department) parts.push(`${before.department} → ${after.department}`);
  if (before.priority !== after.priority) parts.push(`${before.priority} → ${after.priority}`);
  if (assignee !== undefined) parts.push(`@${assignee?.name ?? '—'}`);
  if (before.resolution !== after.resolution) parts.push(after.resolution ?? '');
  return parts.join('；');
}
