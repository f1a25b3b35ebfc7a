import type { LinkableRow } from '../../../shared/api/ticket-views.ts';
import type { LinkableKind } from '../../../shared/api/tickets-inputs.ts';
import { countedMoney, textOf, timeOf } from '../../../shared/domain/event.ts';
import { exhaustive } from '../../../shared/domain/result.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { linkKey } from '../../../shared/domain/ticket-links.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Message } from '../../../shared/support/message.ts';
import type { Records, Store } from '../../store/store.ts';
import { lastOf, lastText } from '../support/views.ts';

/** What is looked for. */
export interface LinkableQuery {
  readonly kind: LinkableKind;
  /** Whose: the ticket's viewer's, or anybody's in its room. */
  readonly whose: 'viewer' | 'room';
  /** Found in what a row shows. */
  readonly text?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly limit: number;
}

interface LinkableDeps {
  readonly store: Pick<Store, 'list' | 'events'>;
  readonly messagesOf: (id: string) => Promise<readonly Message[]>;
  /** What its viewer wrote is veiled: nothing of it is shown here. */
  readonly isPrivate: (row: Conversation) => boolean;
}

type Row = Omit<LinkableRow, 'kind' | 'linked'>;
/** Records looked through for one answer at most. */
const MOST = 300;

/** What of the ticket's room may be linked to it, newest first; what is linked already says so. */
export async function linkableOf(
  deps: LinkableDeps,
  ticket: Ticket,
  query: LinkableQuery,
): Promise<readonly LinkableRow[]> {
  const personId = query.whose === 'viewer' ? ticket.person?.id : undefined;
  if (query.whose === 'viewer' && personId === undefined) return [];
  const linked = new Set((ticket.links ?? []).map(linkKey));
  const wanted = query.text?.trim().toLowerCase() ?? '';
  return (await rowsOf(deps, ticket, query, personId))
    .filter((row) => wanted === '' || wordsOf(row).includes(wanted))
    .slice(0, query.limit)
    .map((row) => {
      const { kind } = query;
      return { ...row, kind, linked: linked.has(linkKey({ kind, id: row.id })) };
    });
}

async function rowsOf(
  { store, messagesOf, isPrivate }: LinkableDeps,
  ticket: Ticket,
  query: LinkableQuery,
  personId: string | undefined,
): Promise<readonly Row[]> {
  const { kind, from, to } = query;
  const span = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const asked = {
    where: { roomId: ticket.roomId, ...(personId === undefined ? {} : { personId }) },
    order: 'newest',
    limit: MOST,
    ...span,
  } as const;
  switch (kind) {
    case 'conversation': {
      const { rows } = await store.list({ table: 'conversations', ...asked });
      return Promise.all(
        rows.map(async (row) => {
          const last = isPrivate(row) ? undefined : lastOf(await messagesOf(row.id));
          return conversationRow(row, last === undefined ? '' : lastText(last));
        }),
      );
    }
    case 'flag':
      return (await store.list({ table: 'flags', ...asked })).rows.map(flagRow);
    case 'action':
      return (await store.list({ table: 'actions', ...asked })).rows.map(actionRow);
    case 'ticket':
      return (await store.list({ table: 'tickets', ...asked })).rows
        .filter((row) => row.id !== ticket.id)
        .map(ticketRow);
    case 'gift': {
      const { rows } = await store.events({
        roomId: ticket.roomId,
        ...(personId === undefined ? {} : { personId }),
        kinds: ['gift', 'superchat', 'membership'],
        order: 'newest',
        limit: MOST,
        ...span,
      });
      return rows.flatMap(({ event }) => {
        const money = countedMoney(event);
        if (money === undefined) return [];
        const text =
          event.kind === 'gift' ? `${event.body.name} ×${event.body.count}` : textOf(event).slice(0, 200);
        return [
          {
            id: event.eventId,
            at: timeOf(event),
            code: event.kind,
            state: '',
            text,
            money,
            ...named(event.actor?.name),
          },
        ];
      });
    }
    default:
      return exhaustive(kind);
  }
}

const named = (name: string | undefined): { readonly name?: string } => (name === undefined ? {} : { name });

function conversationRow(row: Conversation, text: string): Row {
  const { id, createdAt: at, number, topic, state, viewer } = row;
  return { id, at, number, code: topic, state, text, name: viewer.name };
}

function flagRow(flag: Records['flags']): Row {
  const { id, firstAt: at, category, state, outcome, person, evidence } = flag;
  return {
    id,
    at,
    code: category,
    state: outcome ?? state,
    text: (evidence[0]?.text ?? '').slice(0, 200),
    ...named(person?.name),
  };
}

function actionRow(action: Records['actions']): Row {
  const { id, requestedAt: at, kind, state, target, actor, reason, text } = action;
  return {
    id,
    at,
    code: kind,
    state,
    text: `${actor.name} ${reason ?? text ?? ''}`.trim().slice(0, 200),
    ...named(target?.name),
  };
}

function ticketRow(ticket: Ticket): Row {
  const { id, createdAt: at, number, title, state, person } = ticket;
  return { id, at, number, code: '', state, text: title, ...named(person?.name) };
}

function wordsOf(row: Row): string {
  return `#${row.number ?? ''} ${row.name ?? ''} ${row.text}`.toLowerCase();
}
