import { z } from 'zod';
import { ActorSchema } from './actor.ts';

export const FieldChangeSchema = z.object({
  /** `state`, `department`, `fields.<id>`, `link.<kind>:<id>`, `targets.resolution`, `note`, … */
  field: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type FieldChange = Readonly<z.infer<typeof FieldChangeSchema>>;

export const TicketHistorySchema = z.object({
  /** `<ticket>/<version>`, the version padded, so that ids grow. */
  id: z.string(),
  ticketId: z.string(),
  roomId: z.string(),
  at: z.number(),
  by: ActorSchema,
  /** What was done: `ticket.open`, `ticket.change`, `ticket.merge`, … */
  what: z.string(),
  version: z.number().int(),
  changes: z.array(FieldChangeSchema).readonly(),
});
/** One change of a ticket: who, when, what from and to. */
export type TicketHistory = Readonly<z.infer<typeof TicketHistorySchema>>;
