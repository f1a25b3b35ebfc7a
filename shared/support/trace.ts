import { z } from 'zod';
import { ActorSchema } from '../domain/actor.ts';
import { ConversationPrioritySchema, EstimateSchema, ReasonLineSchema, TopicSchema } from './conversation.ts';

export const TRACE_KINDS = [
  'opened',
  'queued',
  'offered',
  'accepted',
  'refused',
  'lapsed',
  'assigned',
  'requeued',
  'transferred',
  'returned',
  'first_reply',
  'bot_answered',
  'bot_handover',
  'helped',
  'not_helped',
  'escalated',
  'ticket',
  'joined',
  'watched',
  'taken_over',
  'lifted',
  'wrapping',
  'closed',
  'abandoned',
  'reopened',
  'rated',
  'revealed',
  'agent_state',
] as const;
export const TraceKindSchema = z.enum(TRACE_KINDS);
export type TraceKind = z.infer<typeof TraceKindSchema>;

export const TraceSchema = z.object({
  id: z.string(),
  at: z.number(),
  kind: TraceKindSchema,
  conversationId: z.string().optional(),
  roomId: z.string().optional(),
  viewerId: z.string().optional(),
  agentId: z.string().optional(),
  by: ActorSchema,
  topic: TopicSchema.optional(),
  priority: ConversationPrioritySchema.optional(),
  /** Why the desk decided so. */
  reasons: z.array(ReasonLineSchema).readonly(),
  estimate: EstimateSchema.optional(),
  /** Waiting conversations that this decision passed over, each with its reason. */
  overtook: z
    .array(z.object({ conversationId: z.string(), reason: z.string() }))
    .readonly()
    .optional(),
  /** A state, a score, a ticket id: what the kind needs. */
  value: z.string().max(400).optional(),
});
/** One step in the life of a conversation: the raw rows that statistics are computed from. */
export type Trace = Readonly<z.infer<typeof TraceSchema>>;

export const RatingSchema = z.object({
  /** The conversation's id: once for each. */
  id: z.string(),
  at: z.number(),
  roomId: z.string(),
  topic: TopicSchema,
  agentId: z.string().optional(),
  score: z.number().int().min(1).max(5),
  text: z.string().max(1_000).optional(),
});
/** What a viewer thought of it. */
export type Rating = Readonly<z.infer<typeof RatingSchema>>;
