import type { Action } from '../../../shared/domain/action.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { textOf } from '../../../shared/domain/event.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { type PersonRef, personIdOf } from '../../../shared/domain/person.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { Conversation, ConversationContext } from '../../../shared/support/conversation.ts';
import { notice } from '../../../shared/support/notices.ts';
import type { ViewerCard } from '../../../shared/support/views.ts';
import type { Store } from '../../store/store.ts';
import type { Actions } from '../actions/service.ts';
import type { Desk } from '../desk.ts';
import type { Flags } from '../flags/service.ts';
import type { People } from '../people/card.ts';
import type { OpenTicket, Tickets } from '../tickets/service.ts';
import type { SupportState } from './state.ts';
import type { ViewerCaller } from './viewers.ts';

/** What the conversation knows of the room, and what it may do there. */
export interface RoomSide {
  /** Tells the room that somebody it sanctioned asks about it. */
  readonly appealed: (row: Conversation) => Promise<void>;
  readonly contextOf: (caller: ViewerCaller, context: ConversationContext) => Promise<ConversationContext>;
  /** `roomIds`: rooms whose flags, actions and notes may be seen; absent means all. */
  readonly card: (row: Conversation, roomIds?: readonly string[]) => Promise<ViewerCard>;
  readonly ticket: (
    row: Conversation,
    input: Omit<OpenTicket, 'roomId' | 'about'>,
    by: Actor,
  ) => Promise<Result<Ticket>>;
  /** Takes back the mute or ban the conversation is about, through the same outbox and receipts as anyone's. */
  readonly lift: (
    row: Conversation,
    input: { readonly undoId: string; readonly actionId?: string | undefined; readonly reason: string },
    by: Actor,
  ) => Promise<Result<Action>>;
}

/** Joins the two halves: the desk behind the room, and the room. */
export function createRoomSide(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly state: SupportState;
  readonly actions: Actions;
  readonly tickets: () => Tickets;
  readonly people: People;
  /** The room's sitting that is on now. */
  readonly streamId: (roomId: string) => string | undefined;
  readonly isPrivate: (row: Conversation) => boolean;
  readonly flags: Pick<Flags, 'appeal'>;
  readonly clock: Clock;
  readonly ids: Ids;
}): RoomSide {
  const { store, desk, state, clock, ids } = deps;

  const sanctionOf = async (row: Conversation, actionId?: string): Promise<Action | undefined> => {
    const wanted = actionId ?? row.context?.actionId;
    if (wanted !== undefined) {
      const found = await desk.getAction(wanted);
      return found.ok && found.value.roomId === row.roomId && isSanction(found.value)
        ? found.value
        : undefined;
    }
    if (!row.viewer.signed) return undefined;
    const kept = (await store.list({ table: 'actions', where: { personId: row.viewer.id }, limit: 50 })).rows;
    const newest = kept.map((action) => desk.actions.get(action.id) ?? action);
    return newest.find(
      (action) =>
        action.roomId === row.roomId &&
        isSanction(action) &&
        action.undoneBy === undefined &&
        action.state !== 'failed',
    );
  };
  const personOf = async (row: Conversation): Promise<PersonRef | undefined> => {
    if (!row.viewer.signed) return undefined;
    const card = await deps.people.card(row.roomId, row.viewer.id, undefined);
    return card.ok
      ? card.value.person
      : { id: row.viewer.id, nativeId: null, name: row.viewer.name, actionable: false };
  };

  /** The words a sanction was given for, as its flag keeps them. */
  const wordsOf = async (action: Action | undefined): Promise<string> => {
    if (action?.flagId === undefined) return '';
    const flag = await desk.getFlag(action.flagId);
    if (!flag.ok) return '';
    const said = flag.value.evidence.filter((each) => each.person?.id === action.target?.id);
    return said.at(-1)?.text ?? flag.value.evidence.at(-1)?.text ?? '';
  };

  return {
    async appealed(row) {
      const { context } = row;
      if (context?.verified !== true || context.actionId === undefined) return;
      const action = await desk.getAction(context.actionId);
      if (!action.ok || action.value.flagId === undefined) return;
      const by: Actor = { kind: 'person', id: row.viewer.id.slice(0, 128), name: row.viewer.name };
      await deps.flags.appeal(action.value.flagId, by, row);
    },
    async contextOf(caller, context) {
      const event = context.eventId === undefined ? null : await store.eventById(context.eventId);
      const isHere = event?.event.roomId === caller.roomId;
      const author = event?.event.actor;
      const isTheirs =
        isHere && author !== undefined && personIdOf(event.event.platform, author) === caller.viewer.id;
      const action = context.actionId === undefined ? null : await desk.getAction(context.actionId);
      const known = action?.ok === true && action.value.roomId === caller.roomId ? action.value : undefined;
      const flag = context.flagId === undefined ? null : await desk.getFlag(context.flagId);
      const isFlagHere = flag?.ok === true && flag.value.roomId === caller.roomId;
      const words = isHere ? textOf(event.event) : await wordsOf(known);
      const verified = caller.viewer.signed && (isTheirs || known?.target?.id === caller.viewer.id);
      return {
        ...(isHere ? { eventId: context.eventId } : {}),
        ...(words === '' ? {} : { text: words.slice(0, 1_000) }),
        ...(known === undefined ? {} : { actionId: known.id }),
        ...(isFlagHere ? { flagId: context.flagId } : {}),
        ...(context.page === undefined ? {} : { page: context.page }),
        verified,
      };
    },
    async card(row, roomIds) {
      const streamId = deps.streamId(row.roomId);
      const stream = streamId === undefined ? null : await store.get('streams', streamId);
      const [person, earlier, tickets, sanction] = await Promise.all([
        row.viewer.signed ? deps.people.card(row.roomId, row.viewer.id, stream?.startedAt, roomIds) : null,
        store.list({ table: 'conversations', where: { personId: row.viewer.id }, limit: 20 }),
        store.list({ table: 'tickets', where: { personId: row.viewer.id }, limit: 20 }),
        sanctionOf(row),
      ]);
      return {
        ...(person?.ok === true ? { person: person.value } : {}),
        earlier: earlier.rows.filter((each) => each.id !== row.id && each.roomId === row.roomId),
        tickets: tickets.rows.filter((each) => each.roomId === row.roomId),
        ...(sanction === undefined ? {} : { sanction }),
      };
    },
    async ticket(row, input, by) {
      const messages = await state.talks.messages(row.id);
      const last = messages.findLast(
        (message) => message.from.kind === 'viewer' && message.body.kind === 'text',
      );
      // A ticket is read by more people than the conversation.
      const said = last?.body.kind === 'text' && !deps.isPrivate(row) ? last.body.text : '';
      const opened = await deps.tickets().open(
        {
          ...input,
          roomId: row.roomId,
          eventId: row.context?.eventId,
          about: {
            conversationId: row.id,
            number: row.number,
            person: await personOf(row),
            at: row.createdAt,
            text: said,
          },
        },
        by,
      );
      if (!opened.ok) return opened;
      await state.change(row.id, (now) => {
        if (now.ticketIds.includes(opened.value.id)) return fail(fault('conflict'));
        return ok({
          conversation: {
            ...now,
            ticketIds: [...now.ticketIds, opened.value.id],
            updatedAt: clock.now(),
            version: now.version + 1,
          },
          add: [notice(ids.next(), 'ticket', { number: String(opened.value.number) })],
          traces: [{ kind: 'ticket', by, value: opened.value.id }],
        });
      });
      return opened;
    },
    async lift(row, input, by) {
      const sanction = await sanctionOf(row, input.actionId);
      if (sanction === undefined) return fail(fault('not_found', 'sanction'));
      const [outcome] = await deps.actions.undo([sanction.id], [input.undoId], by);
      if (outcome?.fault !== undefined) return fail(outcome.fault);
      if (outcome?.action === undefined) return fail(fault('undo_impossible'));
      await state.change(row.id, (now) =>
        ok({
          conversation: { ...now, updatedAt: clock.now(), version: now.version + 1 },
          add: [notice(ids.next(), 'lifted')],
          traces: [
            {
              kind: 'lifted',
              by,
              value: sanction.id,
              reasons: [{ code: 'lifted', zh: input.reason, en: input.reason }],
            },
          ],
        }),
      );
      const given = await deps.actions.giveReason(outcome.action.id, input.reason, by);
      return given.ok ? given : ok(outcome.action);
    },
  };
}

function isSanction(action: Action): boolean {
  return action.kind === 'mute' || action.kind === 'ban';
}
