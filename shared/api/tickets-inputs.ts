import { z } from 'zod';
import { RoomSchema } from '../domain/room.ts';
import { TicketStateSchema } from '../domain/ticket.ts';
import { TicketPrioritySchema } from '../domain/ticket-desk.ts';
import { FieldValueSchema, FieldValuesSchema } from '../domain/ticket-fields.ts';
import { flagInput, PageInput, ResumeInput } from './inputs.ts';

export { flagInput, ResumeInput };

const id = z.string().min(1).max(400);
const text = z.string().max(5_000);
const department = z.string().max(64);
const typeId = z.string().max(64);

export const OpenTicketInput = z.object({
  /** Made by the client; opening twice with the same id is one ticket. */
  id: z.uuid(),
  roomId: RoomSchema.shape.id,
  /** What it is about: one of these, or none for a ticket of its own, which then needs a title. */
  eventId: id.optional(),
  flagId: id.optional(),
  conversationId: id.optional(),
  /** The viewer, where nothing above names one: `platform:id`. */
  personId: id.optional(),
  personName: z.string().max(256).optional(),
  templateId: typeId.optional(),
  title: z.string().max(200).optional(),
  description: text.optional(),
  type: typeId.optional(),
  department: department.optional(),
  priority: TicketPrioritySchema.optional(),
  fields: FieldValuesSchema.optional(),
  note: z.string().max(2_000).optional(),
});

export const TicketChangeInput = z.object({
  ticketId: id,
  /** The version the change was made on; another version is a `conflict`. */
  version: z.number().int(),
  state: TicketStateSchema.optional(),
  /** Member id, or null for nobody. */
  assignee: id.nullable().optional(),
  department: department.optional(),
  priority: TicketPrioritySchema.optional(),
  resolution: z.string().max(2_000).optional(),
  type: typeId.optional(),
  title: z.string().min(1).max(200).optional(),
  description: text.optional(),
  progress: z.object({ percent: z.number().int().min(0).max(100), text: z.string().max(500) }).optional(),
  /** Those named are set; null takes one off. */
  fields: z.record(z.string().max(40), FieldValueSchema.nullable()).optional(),
});

export const TicketNoteInput = z.object({
  ticketId: id,
  text: text.min(1),
  kind: z.enum(['note', 'reply', 'viewer']).default('note'),
  /** Member ids to tell, beside those named `@name` in the text. */
  mentions: z.array(id).max(20).optional(),
});

export const TicketListInput = PageInput.extend({
  type: typeId.optional(),
  department: department.optional(),
  /** Member id; `none` for tickets that nobody has. */
  assignee: id.optional(),
  priority: TicketPrioritySchema.optional(),
  /** `unfinished`: new, open and pending. */
  stage: z.enum(['unfinished', 'finished']).optional(),
  /** A running target was missed, or its warning was given. */
  target: z.enum(['breached', 'warned']).optional(),
  /** Found in the number, the title or the viewer's name. */
  text: z.string().max(100).optional(),
});

export const TicketSplitInput = z.object({
  ticketId: id,
  version: z.number().int(),
  /** Id of the new ticket, made by the client; the same id again is the same split. */
  id: z.uuid(),
  title: z.string().min(1).max(200),
  description: text.optional(),
  type: typeId.optional(),
  department: department.optional(),
  priority: TicketPrioritySchema.optional(),
  noteIds: z.array(id).max(500).default([]),
  /** Links as `kind:id`. */
  linkKeys: z.array(z.string().max(420)).max(500).default([]),
});

export const BulkChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assign'), assignee: id.nullable() }),
  z.object({
    kind: z.literal('state'),
    state: TicketStateSchema,
    resolution: z.string().max(2_000).optional(),
  }),
  z.object({ kind: z.literal('department'), department: department.min(1), note: text.min(1) }),
  z.object({ kind: z.literal('priority'), priority: TicketPrioritySchema }),
  /** Solved where it is not yet, then closed. */
  z.object({ kind: z.literal('close'), resolution: z.string().min(1).max(2_000) }),
]);
/** What is done to many at once. */
export type BulkChange = Readonly<z.infer<typeof BulkChangeSchema>>;

export const LINKABLE_KINDS = ['conversation', 'flag', 'action', 'gift', 'ticket'] as const;
export const LinkableKindSchema = z.enum(LINKABLE_KINDS);
/** What is looked for in the room itself; orders and refunds are the shops'. */
export type LinkableKind = z.infer<typeof LinkableKindSchema>;

export const LinkableInput = z.object({
  ticketId: id,
  kind: LinkableKindSchema,
  /** The ticket's viewer's, or anybody's in its room. */
  whose: z.enum(['viewer', 'room']).default('viewer'),
  /** Found in the number, the name or the line. */
  text: z.string().max(100).optional(),
  from: z.coerce.number().optional(),
  to: z.coerce.number().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
