import type { TicketFrame } from '../../../shared/api/ticket-views.ts';
import type { BulkChange } from '../../../shared/api/tickets-inputs.ts';
import type { DeskChange, DeskFrame, FeedPosition } from '../../../shared/api/views.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import { fault } from '../../../shared/domain/fault.ts';
import type { DeskNotice } from '../../../shared/domain/notice.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { fieldsFor } from '../../../shared/domain/ticket-forms.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { actorOf, type Caller } from '../access/members.ts';
import { auditOf } from '../desk.ts';
import { sleep } from '../effects.ts';
import { deskFeed } from '../push/desk-feed.ts';
import type { Services } from '../services.ts';
import { bulkChange } from '../tickets/bulk.ts';
import { ticketsCsv } from '../tickets/exporting.ts';
import { linkableOf } from '../tickets/linkable.ts';
import { allTickets, departmentViews, listTickets, queueOf } from '../tickets/listing.ts';
import { fillTemplate } from '../tickets/templates.ts';
import { tryRule } from '../tickets/trying.ts';
import { api, checkRoom, checkWholeHub, errorOf, unwrap, visible } from './context.ts';
import { standing, waitFor } from './feeds.ts';

const OPEN_END = new AbortController().signal;
/** Tickets in one export at most. */
const MOST_EXPORTED = 10_000;

/** Tickets. */
export function ticketsRouter(services: Services) {
  const { tickets, store, members, support, push, clock } = services;
  const seesFor =
    (caller: Caller) =>
    (roomId: string): boolean =>
      caller.roomIds === undefined || caller.roomIds.includes(roomId);
  const own = async (caller: Caller, ticketId: string): Promise<Ticket> =>
    visible(caller, await tickets.work.find(ticketId));
  const conversationIn = async (caller: Caller, id: string, roomId: string): Promise<Conversation> => {
    const row = unwrap(await support.state.get(id));
    checkRoom(caller, row.roomId);
    if (row.roomId !== roomId) throw errorOf(fault('not_found', 'conversation'));
    return row;
  };
  /** The member to assign; null for nobody, undefined for no change. */
  const personOf = (
    caller: Caller,
    id: string | null | undefined,
    roomId: string,
  ): Result<Actor | null | undefined> => {
    if (id === undefined || id === null) return ok(id);
    if (id === caller.id) return ok(actorOf(caller));
    const member = members.list().find((each) => each.id === id);
    if (member === undefined || member.revokedAt !== undefined)
      return fail(fault('invalid', 'assignee: nobody with access'));
    if (member.roomIds !== undefined && !member.roomIds.includes(roomId))
      return fail(fault('invalid', 'assignee: may not see this room'));
    return ok({ kind: 'person', id: member.id, name: member.name });
  };

  const oneOfMany = async (caller: Caller, ticketId: string, change: BulkChange): Promise<Result<Ticket>> => {
    const found = await tickets.work.find(ticketId);
    if (!found.ok) return found;
    const { roomId } = found.value;
    if (!seesFor(caller)(roomId)) return fail(fault('forbidden'));
    const assignee = personOf(caller, change.kind === 'assign' ? change.assignee : undefined, roomId);
    return assignee.ok ? bulkChange(tickets, found.value, change, assignee.value, actorOf(caller)) : assignee;
  };

  return {
    open: api.tickets.open.handler(async ({ input, context }) => {
      const by = actorOf(context.caller);
      const { conversationId, ...request } = input;
      if (conversationId === undefined) return unwrap(await tickets.open(request, by));
      const row = await conversationIn(context.caller, conversationId, input.roomId);
      return unwrap(await support.roomSide.ticket(row, request, by));
    }),
    list: api.tickets.list.handler(({ input, context }) =>
      listTickets(store, input, clock.now(), seesFor(context.caller)),
    ),
    get: api.tickets.get.handler(({ input, context }) => own(context.caller, input.ticketId)),
    note: api.tickets.note.handler(async ({ input, context }) => {
      await own(context.caller, input.ticketId);
      const { ticketId, text, kind, mentions } = input;
      return unwrap(await tickets.note(ticketId, text, actorOf(context.caller), kind, mentions));
    }),
    change: api.tickets.change.handler(async ({ input, context }) => {
      const { roomId } = await own(context.caller, input.ticketId);
      const { ticketId, version, assignee, ...change } = input;
      const person = unwrap(personOf(context.caller, assignee, roomId));
      return unwrap(
        await tickets.change(ticketId, version, { ...change, assignee: person }, actorOf(context.caller)),
      );
    }),
    handOver: api.tickets.handOver.handler(async ({ input, context }) => {
      const { roomId } = await own(context.caller, input.ticketId);
      const { ticketId, version, assignee, ...to } = input;
      const person = unwrap(personOf(context.caller, assignee, roomId));
      return unwrap(
        await tickets.handOver(ticketId, version, { ...to, assignee: person }, actorOf(context.caller)),
      );
    }),
    link: api.tickets.link.handler(async ({ input, context }) => {
      await own(context.caller, input.ticketId);
      const { ticketId, ...target } = input;
      return unwrap(await tickets.link(ticketId, target, actorOf(context.caller)));
    }),
    linkable: api.tickets.linkable.handler(async ({ input, context }) => {
      const ticket = await own(context.caller, input.ticketId);
      const { talks } = support.state;
      const { isPrivate } = support;
      return {
        rows: [...(await linkableOf({ store, messagesOf: talks.messages, isPrivate }, ticket, input))],
      };
    }),
    unlink: api.tickets.unlink.handler(async ({ input, context }) => {
      await own(context.caller, input.ticketId);
      const { ticketId, ...target } = input;
      return unwrap(await tickets.unlink(ticketId, target, actorOf(context.caller)));
    }),
    rate: api.tickets.rate.handler(async ({ input, context }) => {
      await own(context.caller, input.ticketId);
      return unwrap(await tickets.rate(input.ticketId, input, actorOf(context.caller)));
    }),
    merge: api.tickets.merge.handler(async ({ input, context }) => {
      for (const id of [input.ticketId, ...input.ticketIds]) await own(context.caller, id);
      const { ticketId, version, ticketIds } = input;
      return unwrap(await tickets.merge(ticketId, version, ticketIds, actorOf(context.caller)));
    }),
    unmerge: api.tickets.unmerge.handler(async ({ input, context }) => {
      for (const id of [input.ticketId, input.mergedId]) await own(context.caller, id);
      return unwrap(await tickets.unmerge(input.ticketId, input.mergedId, actorOf(context.caller)));
    }),
    split: api.tickets.split.handler(async ({ input, context }) => {
      await own(context.caller, input.ticketId);
      const { ticketId, version, ...request } = input;
      return unwrap(await tickets.split(ticketId, version, request, actorOf(context.caller)));
    }),
    bulk: api.tickets.bulk.handler(async ({ input, context }) => {
      const results = [];
      for (const ticketId of new Set(input.ticketIds)) {
        const done = await oneOfMany(context.caller, ticketId, input.change);
        results.push(done.ok ? { ticketId, ticket: done.value } : { ticketId, fault: done.fault });
      }
      return { results };
    }),
    history: api.tickets.history.handler(async ({ input, context }) => {
      await own(context.caller, input.ticketId);
      const { ticketId, limit, cursor } = input;
      const page = await store.list({
        table: 'histories',
        where: { ticketId },
        order: 'newest',
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
      return { rows: [...page.rows], ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
    }),
    queue: api.tickets.queue.handler(({ input, context }) => {
      const rows = queueOf(tickets.work, input.department, seesFor(context.caller));
      const wanted =
        input.unassigned === true ? rows.filter((ticket) => ticket.assignee === undefined) : rows;
      return { rows: wanted.slice(0, input.limit) };
    }),
    takeNext: api.tickets.takeNext.handler(async ({ input, context }) => {
      const sees = seesFor(context.caller);
      return unwrap(
        await tickets.takeNext(input.department, actorOf(context.caller), (ticket) => sees(ticket.roomId)),
      );
    }),
    departments: api.tickets.departments.handler(({ context }) =>
      departmentViews(tickets.work, seesFor(context.caller)),
    ),
    desk: api.tickets.desk.handler(() => support.settings.current().ticketDesk),
    saveDesk: api.tickets.saveDesk.handler(async ({ input, context }) => {
      checkWholeHub(context.caller);
      const named = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
      const ticketDesk = { ...support.settings.current().ticketDesk, ...named };
      return unwrap(
        await support.settings.change({ ticketDesk }, actorOf(context.caller), 'support.ticketDesk'),
      ).ticketDesk;
    }),
    tryRule: api.tickets.tryRule.handler(({ input, context }) => {
      const { get: conversation, talks } = support.state;
      const sees = seesFor(context.caller);
      const { isPrivate } = support;
      return tryRule({ store, conversation, messagesOf: talks.messages, sees, isPrivate }, input);
    }),
    form: api.tickets.form.handler(({ input }) => ({
      fields: [...fieldsFor(support.settings.current().ticketDesk, input.department, input.type)],
    })),
    template: api.tickets.template.handler(async ({ input, context }) => {
      const { templates } = support.settings.current().ticketDesk;
      const template = templates.find((each) => each.id === input.templateId);
      if (template === undefined) throw errorOf(fault('not_found', 'templateId'));
      const row =
        input.conversationId === undefined
          ? undefined
          : await conversationIn(context.caller, input.conversationId, input.roomId);
      const filled = fillTemplate(template, {
        viewer: row?.viewer.name ?? input.personName,
        agent: context.caller.name,
        room: support.roomName(input.roomId),
        conversation: row === undefined ? undefined : `#${row.number}`,
      });
      const { type, department, priority } = template;
      return {
        ...filled,
        ...(type === undefined ? {} : { type }),
        ...(department === undefined ? {} : { department }),
        ...(priority === undefined ? {} : { priority }),
        fields: { ...filled.fields },
        missing: [...filled.missing],
      };
    }),
    export: api.tickets.export.handler(async ({ input, context }) => {
      if (support.settings.current().privacy.exportRestricted) throw errorOf(fault('forbidden', 'export'));
      const { format, ...query } = input;
      const now = clock.now();
      const { rows, truncated } = unwrap(
        await allTickets(store, query, now, seesFor(context.caller), MOST_EXPORTED),
      );
      const detail = `${format} ${rows.length}`;
      const more = input.roomId === undefined ? {} : { roomId: input.roomId };
      const audit = auditOf(now, actorOf(context.caller), 'ticket.export', { detail, ...more });
      unwrap(await services.desk.commit([], [audit]));
      return {
        name: `tickets-${new Date(now).toISOString().slice(0, 10)}.${format}`,
        mime: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json',
        text: format === 'csv' ? ticketsCsv(rows) : JSON.stringify(rows, null, 2),
        rows: rows.length,
        truncated,
      };
    }),
    feed: api.tickets.feed.handler(async function* ({ input, context, signal }) {
      const { caller } = context;
      const sees = seesFor(caller);
      const source = {
        epoch: push.deskEpoch,
        ring: push.deskRing,
        room: waitFor(context),
        visible: (change: DeskChange) =>
          change.kind === 'ticket'
            ? sees(change.ticket.roomId)
            : change.kind === 'notice' && change.notice.to === caller.id,
        snapshot: (position: FeedPosition) => ({ ...push.deskSnapshot(position), flags: [] }),
        sleep,
        now: () => performance.now(),
      };
      const mine = (): readonly DeskNotice[] => tickets.notices.unreadOf(caller.id);
      for await (const frame of standing(context, deskFeed(source, input.resume, signal ?? OPEN_END)))
        yield asTicketFrame(frame, sees, mine);
    }),
    notices: api.tickets.notices.handler(async ({ input, context }) => {
      const page = await store.list({
        table: 'notices',
        where: { personId: context.caller.id },
        order: 'newest',
        limit: input.limit,
        ...(input.cursor === undefined ? {} : { cursor: input.cursor }),
      });
      const sees = seesFor(context.caller);
      const rows = page.rows.filter((notice) => sees(notice.roomId));
      return { rows, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
    }),
    readNotices: api.tickets.readNotices.handler(async ({ input, context }) => ({
      read: unwrap(await tickets.notices.read(context.caller.id, input.noticeIds)),
    })),
  };
}

function asTicketFrame(
  frame: DeskFrame,
  sees: (roomId: string) => boolean,
  mine: () => readonly DeskNotice[],
): TicketFrame {
  const { position } = frame;
  if (frame.kind === 'snapshot')
    return {
      kind: 'snapshot',
      position,
      tickets: frame.tickets.filter((ticket) => sees(ticket.roomId)),
      notices: mine().filter((notice) => sees(notice.roomId)),
    };
  return {
    kind: 'batch',
    position,
    tickets: frame.changes.flatMap((change) => (change.kind === 'ticket' ? [change.ticket] : [])),
    notices: frame.changes.flatMap((change) => (change.kind === 'notice' ? [change.notice] : [])),
  };
}
