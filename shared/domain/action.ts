import { z } from 'zod';
import { ActorSchema } from './actor.ts';
import { FaultSchema } from './fault.ts';
import { PersonRefSchema } from './person.ts';

export const ACTION_KINDS = [
  'warn',
  'mute',
  'unmute',
  'ban',
  'unban',
  'delete',
  'slow_mode',
  'room_mute',
  'say',
] as const;
export const ActionKindSchema = z.enum(ACTION_KINDS);
export type ActionKind = z.infer<typeof ActionKindSchema>;

export const ReceiptStateSchema = z.enum([
  'requested',
  'accepted',
  'confirmed',
  'contradicted',
  'unconfirmed',
  'failed',
]);
/** `requested → accepted → confirmed | contradicted | unconfirmed`; `failed` where the platform refused. */
export type ReceiptState = z.infer<typeof ReceiptStateSchema>;

export const ReceiptSchema = z.object({
  state: ReceiptStateSchema,
  at: z.number(),
  fault: FaultSchema.optional(),
  /** What was seen: the event id that confirms or contradicts, or a sentence. */
  seen: z.string().optional(),
  /** It was already so before we asked. */
  noop: z.boolean().optional(),
});
/** One step in what became of an action. */
export type Receipt = Readonly<z.infer<typeof ReceiptSchema>>;

export const UndoPlanSchema = z.object({
  possible: z.boolean(),
  /** The call that takes it back. */
  inverse: ActionKindSchema.optional(),
  /** Value to put back, for modes. */
  value: z.number().nullable().optional(),
  /** Why not, or what stays (a text that was read cannot be unread). */
  note: z.object({ zh: z.string(), en: z.string() }).optional(),
});
export type UndoPlan = Readonly<z.infer<typeof UndoPlanSchema>>;

export const ActionSchema = z.object({
  /** Made by the client, so that a repeat of the same request is known. */
  id: z.string(),
  /** Actions asked for together (a raid's accounts, emergency mode). */
  groupId: z.string().optional(),
  roomId: z.string(),
  kind: ActionKindSchema,
  target: PersonRefSchema.optional(),
  messageId: z.string().optional(),
  /** Seconds; null means for good; absent where it has no meaning. */
  durationSec: z.number().int().nullable().optional(),
  /** `slow_mode` seconds (0 off), `room_mute` 1 or 0. */
  value: z.number().int().optional(),
  /** What to say, or the warning's words. */
  text: z.string().optional(),
  reason: z.string().optional(),
  actor: ActorSchema,
  flagId: z.string().optional(),
  requestedAt: z.number(),
  /** When it was handed to the platform; after a restart an action that was sent is never sent again. */
  sentAt: z.number().optional(),
  state: ReceiptStateSchema,
  receipts: z.array(ReceiptSchema).readonly(),
  /** When the sanction ends by itself, as the platform said. */
  expiresAt: z.number().nullable().optional(),
  undo: UndoPlanSchema,
  undoOf: z.string().optional(),
  undoneBy: z.string().optional(),
});

/** Something done, or asked to be done, to a person, a message or a room. */
export type Action = Readonly<z.infer<typeof ActionSchema>>;
