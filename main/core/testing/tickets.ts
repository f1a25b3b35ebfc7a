import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { TicketDesk } from '../../../shared/domain/ticket-desk.ts';
import { FieldSchema, type TicketField } from '../../../shared/domain/ticket-fields.ts';
import type { Caller } from '../access/members.ts';
import type { SupportTest } from './support.ts';

/** A fresh id, as a page makes one. */
export const uuid = (): string => crypto.randomUUID();

/** Changes how tickets are worked. */
export function desk(test: SupportTest, change: Partial<TicketDesk>): Promise<TicketDesk> {
  return test.supervisor.tickets.saveDesk(change);
}

/** A ticket of its own. */
export function own(test: SupportTest, more: Readonly<Record<string, unknown>> = {}): Promise<Ticket> {
  return test.agent.tickets.open({ id: uuid(), roomId: 'room', title: '退款核对', ...more });
}

/** A field named by its id. */
export function field(id: string, more: object): TicketField {
  return FieldSchema.parse({ id, label: { zh: id, en: id }, ...more });
}

/** `done`, or the fault's code. */
export function codeOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'done',
    (error: { readonly code?: string }) => String(error.code),
  );
}

/** Invites an agent and gives the caller that it is. */
export async function invite(test: SupportTest, name: string, roomIds?: string[]): Promise<Caller> {
  const { member } = await test.supervisor.session.invite({
    name,
    roles: ['agent'],
    ttlMinutes: 5,
    ...(roomIds === undefined ? {} : { roomIds }),
  });
  return { id: member.id, name, roles: ['agent'], roomIds };
}
