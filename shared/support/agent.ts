import { z } from 'zod';
import { ChannelLimitsSchema } from './channel.ts';

export const AGENT_STATES = ['online', 'busy', 'break', 'offline'] as const;
export const AgentStateSchema = z.enum(AGENT_STATES);
export type AgentState = z.infer<typeof AgentStateSchema>;

export const AgentSchema = z.object({
  /** The member's id. */
  id: z.string().max(64),
  name: z.string().max(128),
  state: AgentStateSchema,
  stateSince: z.number(),
  groups: z.array(z.string().max(64)).max(20).readonly(),
  skills: z.array(z.string().max(40)).max(40).readonly(),
  /** Conversations at once, 1..50. */
  capacity: z.number().int().min(1).max(50),
  /** At once of one kind; the whole is `capacity`. */
  channels: ChannelLimitsSchema.optional(),
  languages: z.array(z.enum(['zh', 'en'])).readonly(),
  lastAssignedAt: z.number(),
  /** Last sign of life of the agent's page. */
  seenAt: z.number(),
  createdAt: z.number(),
});
/** Somebody who answers viewers. */
export type Agent = Readonly<z.infer<typeof AgentSchema>>;
