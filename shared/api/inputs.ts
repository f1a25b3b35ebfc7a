import { z } from 'zod';
import { ActionKindSchema } from '../domain/action.ts';
import { RoleSchema } from '../domain/actor.ts';
import { EVENT_KINDS } from '../domain/event.ts';
import { DismissReasonSchema } from '../domain/flag.ts';
import { PersonRefSchema } from '../domain/person.ts';
import { RoomSchema } from '../domain/room.ts';

const id = z.string().min(1).max(400);
const note = z.string().max(2_000);

/** True or false, also as a query says it; the word `false` is not true. */
export const flagInput = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((word) => word === 'true'),
]);

export const RoomIdInput = z.object({ roomId: RoomSchema.shape.id });
export const RoomInput = RoomSchema.pick({
  id: true,
  name: true,
  plugin: true,
  settings: true,
  enabled: true,
});
export const ResumeInput = z
  .object({ epoch: z.string().max(64), offset: z.coerce.number().int().min(0) })
  .optional();

export const ActionRequestSchema = z.object({
  /** UUID made by the client; the same id twice is one action. */
  id: z.uuid(),
  groupId: z.string().max(64).optional(),
  roomId: RoomSchema.shape.id,
  kind: ActionKindSchema,
  target: PersonRefSchema.optional(),
  messageId: z.string().max(256).optional(),
  /** Seconds 1..1,209,600; null for good. */
  durationSec: z.number().int().min(1).max(1_209_600).nullable().optional(),
  value: z.number().int().min(0).max(86_400).optional(),
  text: z.string().max(500).optional(),
  reason: z.string().max(500).optional(),
  flagId: z.string().max(128).optional(),
});
/** What a page asks to be done. */
export type ActionRequest = z.infer<typeof ActionRequestSchema>;

export const EventsInput = z.object({
  roomId: z.string().max(64).optional(),
  from: z.coerce.number().optional(),
  to: z.coerce.number().optional(),
  kinds: z.array(z.enum(EVENT_KINDS)).optional(),
  personId: id.optional(),
  category: z.string().max(80).optional(),
  flaggedOnly: flagInput.optional(),
  text: z.string().max(200).optional(),
  order: z.enum(['newest', 'oldest']).default('newest'),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  cursor: z.string().max(400).optional(),
});

export const PageInput = z.object({
  roomId: z.string().max(64).optional(),
  state: z.string().max(32).optional(),
  category: z.string().max(80).optional(),
  personId: id.optional(),
  from: z.coerce.number().optional(),
  to: z.coerce.number().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(400).optional(),
});

export const DismissInput = z.object({ flagId: id, reason: DismissReasonSchema, note: note.optional() });
export const AllowInput = z.object({ flagId: id, what: z.enum(['person', 'text']) });
export const EscalateInput = z.object({
  id: z.uuid(),
  flagId: id.optional(),
  ticketId: id.optional(),
  note: note.optional(),
  urgent: z.boolean().default(false),
});
export const InviteInput = z.object({
  name: z.string().min(1).max(80),
  roles: z.array(RoleSchema).min(1).max(4),
  roomIds: z.array(RoomSchema.shape.id).max(200).optional(),
  /** Minutes until the pairing token lapses, 1..10,080. */
  ttlMinutes: z.number().int().min(1).max(10_080).default(60),
});
export const PairInput = z.object({
  token: z.string().min(8).max(200),
  name: z.string().min(1).max(80).optional(),
});
export const ReplayControlInput = z.object({
  roomId: RoomSchema.shape.id,
  command: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('play') }),
    z.object({ kind: z.literal('pause') }),
    z.object({ kind: z.literal('speed'), speed: z.number().min(0.1).max(100) }),
    z.object({ kind: z.literal('seek'), atMs: z.number().min(0) }),
  ]),
});
