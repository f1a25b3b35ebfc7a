import { z } from 'zod';
import { ActorSchema } from './actor.ts';
import { FaultSchema } from './fault.ts';
import { MoneySchema } from './money.ts';
import { PersonRefSchema } from './person.ts';

export const TicketStateSchema = z.enum(['new', 'open', 'pending', 'solved', 'closed']);
export type TicketState = z.infer<typeof TicketStateSchema>;

export const TicketLineSchema = z.object({
  eventId: z.string(),
  at: z.number(),
  kind: z.string(),
  personId: z.string().optional(),
  name: z.string(),
  text: z.string(),
  money: MoneySchema.optional(),
});
/** A line of the room around a ticket. */
export type TicketLine = Readonly<z.infer<typeof TicketLineSchema>>;

export const TicketNoteSchema = z.object({
  id: z.string(),
  at: z.number(),
  by: ActorSchema,
  kind: z.enum(['note', 'change', 'external']),
  text: z.string(),
});
export type TicketNote = Readonly<z.infer<typeof TicketNoteSchema>>;

export const TicketContextSchema = z.object({
  /** 60 s before and after the danmaku; the "after" part is filled in when it has passed. */
  lines: z.array(TicketLineSchema).readonly(),
  anchorEventId: z.string().optional(),
  /** Until when lines are still being added, epoch ms. */
  completeAt: z.number().optional(),
  gifts: z.array(TicketLineSchema).readonly(),
  totals: z.array(MoneySchema).readonly(),
  messages: z.number().int(),
  firstSeenAt: z.number().optional(),
  flagIds: z.array(z.string()).readonly(),
  actionIds: z.array(z.string()).readonly(),
});
export type TicketContext = Readonly<z.infer<typeof TicketContextSchema>>;

export const TicketSchema = z.object({
  id: z.string(),
  /** Small number people say aloud. */
  number: z.number().int(),
  roomId: z.string(),
  title: z.string(),
  category: z.string(),
  person: PersonRefSchema.optional(),
  /** The talk with the support desk that it came from. */
  conversationId: z.string().optional(),
  state: TicketStateSchema,
  department: z.string(),
  assignee: ActorSchema.optional(),
  priority: z.enum(['low', 'normal', 'high', 'urgent']),
  createdBy: ActorSchema,
  createdAt: z.number(),
  updatedAt: z.number(),
  solvedAt: z.number().optional(),
  resolution: z.string().optional(),
  context: TicketContextSchema,
  notes: z.array(TicketNoteSchema).readonly(),
  /** The id in the system that the webhook feeds, and how delivery stands. */
  external: z
    .object({
      id: z.string().optional(),
      url: z.string().optional(),
      status: z.string().optional(),
      delivery: z.enum(['none', 'waiting', 'delivered', 'failed']),
      fault: FaultSchema.optional(),
    })
    .optional(),
  version: z.number().int(),
});

/** A piece of work that outlives the stream. */
export type Ticket = Readonly<z.infer<typeof TicketSchema>>;
