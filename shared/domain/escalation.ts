import { z } from 'zod';
import { ActorSchema } from './actor.ts';
import { SeveritySchema } from './flag.ts';
import { PersonRefSchema } from './person.ts';
import { CategorySchema } from './verdict.ts';

export const EscalationSchema = z.object({
  id: z.string(),
  roomId: z.string(),
  flagId: z.string().optional(),
  ticketId: z.string().optional(),
  conversationId: z.string().optional(),
  category: CategorySchema.optional(),
  severity: SeveritySchema,
  person: PersonRefSchema.optional(),
  /** One line: what it is about. */
  summary: z.string(),
  note: z.string().optional(),
  urgent: z.boolean(),
  state: z.enum(['open', 'taken', 'resolved']),
  by: ActorSchema,
  owner: ActorSchema.optional(),
  createdAt: z.number(),
  takenAt: z.number().optional(),
  resolvedAt: z.number().optional(),
  resolution: z.string().optional(),
  /** When it turns red untaken. */
  dueAt: z.number(),
  updatedAt: z.number(),
  version: z.number().int(),
});

/** A flag or ticket handed up to a supervisor. */
export type Escalation = Readonly<z.infer<typeof EscalationSchema>>;
