import { z } from 'zod';
import { ActorSchema } from './actor.ts';

export const AuditEntrySchema = z.object({
  seq: z.number().int(),
  at: z.number(),
  actor: ActorSchema,
  /** What was done: `flag.dismiss`, `action.request`, `ticket.state`, `session.pair`, … */
  what: z.string(),
  roomId: z.string().optional(),
  /** The record it was done to. */
  subject: z.string().optional(),
  detail: z.string().optional(),
  /** SHA-256 of the entry before; zeros for the first. */
  prev: z.string(),
  /** SHA-256 over `prev` and this entry's canonical JSON without `hash`. */
  hash: z.string(),
});

/** One link of the hash chain. */
export type AuditEntry = Readonly<z.infer<typeof AuditEntrySchema>>;

/** What the core hands to the store, which adds the chain. */
export type AuditDraft = Omit<AuditEntry, 'seq' | 'prev' | 'hash'>;
