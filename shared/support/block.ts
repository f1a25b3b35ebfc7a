import { z } from 'zod';
import { ActorSchema } from '../domain/actor.ts';

export const BLOCK_REASONS = ['abuse', 'spam', 'threat', 'fraud', 'other'] as const;
export const BlockReasonSchema = z.enum(BLOCK_REASONS);
/** Why somebody may not write to the desk; the viewer is told this much. */
export type BlockReason = z.infer<typeof BlockReasonSchema>;

export const AppealSchema = z.object({
  at: z.number(),
  text: z.string().min(1).max(500),
  /** `granted` lifts the block. */
  state: z.enum(['open', 'granted', 'refused']),
  answeredAt: z.number().optional(),
  answeredBy: ActorSchema.optional(),
  /** What the viewer is told. */
  answer: z.string().max(500).optional(),
});
/** The one objection a blocked viewer may raise. */
export type Appeal = Readonly<z.infer<typeof AppealSchema>>;

export const BlockSchema = z.object({
  id: z.string().max(64),
  /** Blocked by who she is, by a keyed hash of the address she came from, or both. */
  viewerId: z.string().max(400).optional(),
  addressHash: z.string().max(64).optional(),
  /** As she was called when she was blocked. */
  name: z.string().max(128),
  roomId: z.string().max(64).optional(),
  conversationId: z.string().max(64).optional(),
  reason: BlockReasonSchema,
  /** For the desk only. */
  note: z.string().max(500).optional(),
  at: z.number(),
  by: ActorSchema,
  /** Epoch ms; absent: until somebody lifts it. */
  until: z.number().optional(),
  liftedAt: z.number().optional(),
  liftedBy: ActorSchema.optional(),
  appeal: AppealSchema.optional(),
  /** Calls it refused since the hub started. */
  refused: z.number().int().optional(),
  version: z.number().int(),
});
/** A viewer, or an address, that may not write to the desk. */
export type Block = Readonly<z.infer<typeof BlockSchema>>;

/** What a blocked viewer is told, calmly. */
export interface BlockedView {
  readonly reason: BlockReason;
  readonly since: number;
  readonly until?: number | undefined;
  readonly canAppeal: boolean;
  readonly appeal?: Pick<Appeal, 'at' | 'state' | 'answer'> | undefined;
}

/** In force at this moment. */
export function isInForce(block: Block, now: number): boolean {
  return block.liftedAt === undefined && (block.until === undefined || block.until > now);
}

/** The block in its viewer's words; notes and names of the desk stay inside. */
export function blockedView(block: Block): BlockedView {
  const { appeal } = block;
  return {
    reason: block.reason,
    since: block.at,
    ...(block.until === undefined ? {} : { until: block.until }),
    canAppeal: appeal === undefined,
    ...(appeal === undefined
      ? {}
      : {
          appeal: {
            at: appeal.at,
            state: appeal.state,
            ...(appeal.answer === undefined ? {} : { answer: appeal.answer }),
          },
        }),
  };
}
