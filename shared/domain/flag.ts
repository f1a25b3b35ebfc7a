import { z } from 'zod';
import { ActorSchema } from './actor.ts';
import { MoneySchema } from './money.ts';
import { PersonRefSchema } from './person.ts';
import { CategorySchema, ReasonSchema } from './verdict.ts';

export const SeveritySchema = z.enum(['high', 'mid', 'low']);
/** Red, amber and blue, in this order. */
export type Severity = z.infer<typeof SeveritySchema>;

export const DismissReasonSchema = z.enum(['hype', 'joke', 'wrong', 'regular', 'allowed', 'other']);
/** Why a flag was no trouble; each teaches the room. */
export type DismissReason = z.infer<typeof DismissReasonSchema>;

export const EvidenceSchema = z.object({
  eventId: z.string(),
  /** The platform's message id, where one can delete it. */
  messageId: z.string().optional(),
  at: z.number(),
  person: PersonRefSchema.optional(),
  text: z.string(),
  spans: z.array(z.tuple([z.number(), z.number()]).readonly()).readonly(),
  score: z.number(),
});
/** One event a flag rests on, copied so that the flag can be read without the day's file. */
export type Evidence = Readonly<z.infer<typeof EvidenceSchema>>;

export const FlagSchema = z.object({
  id: z.string(),
  roomId: z.string(),
  category: CategorySchema,
  severity: SeveritySchema,
  state: z.enum(['open', 'claimed', 'resolved']),
  outcome: z.enum(['actioned', 'dismissed', 'escalated', 'expired']).optional(),
  /** Absent for a raid, which is about many. */
  person: PersonRefSchema.optional(),
  /** A raid's accounts; at most 500, the newest; `memberCount` tells all. */
  members: z.array(PersonRefSchema).readonly(),
  memberCount: z.number().int(),
  /** People who said the same but are regulars or fans: spared unless chosen. */
  bystanders: z.array(PersonRefSchema).readonly(),
  clusterId: z.string().optional(),
  /** Events so far; `evidence` holds the first and the newest, at most 60. */
  count: z.number().int(),
  evidence: z.array(EvidenceSchema).readonly(),
  reasons: z.array(ReasonSchema).readonly(),
  score: z.number(),
  /** Money at stake in a dispute. */
  stake: MoneySchema.optional(),
  by: z.string(),
  firstAt: z.number(),
  lastAt: z.number(),
  /** When it turns red unattended. */
  dueAt: z.number(),
  claimedBy: ActorSchema.optional(),
  resolvedBy: ActorSchema.optional(),
  resolvedAt: z.number().optional(),
  dismissReason: DismissReasonSchema.optional(),
  note: z.string().optional(),
  actionIds: z.array(z.string()).readonly(),
  ticketIds: z.array(z.string()).readonly(),
  escalationId: z.string().optional(),
  /** The person asked the support desk about what was done: the newest such conversation. */
  appeal: z.object({ conversationId: z.string(), number: z.number().int(), at: z.number() }).optional(),
  updatedAt: z.number(),
  /** Grows by one with each change. */
  version: z.number().int(),
});

/** What a controller sees and decides. */
export type Flag = Readonly<z.infer<typeof FlagSchema>>;
