import { z } from 'zod';
import { ActorSchema } from './actor.ts';

export const NOTICE_KINDS = ['mention', 'assigned', 'handover', 'warning', 'breached'] as const;
export const DeskNoticeSchema = z.object({
  id: z.string(),
  /** Member id of whom it tells. */
  to: z.string(),
  at: z.number(),
  kind: z.enum(NOTICE_KINDS),
  roomId: z.string(),
  ticketId: z.string(),
  /** The ticket's number and title then. */
  number: z.number().int(),
  title: z.string(),
  text: z.string(),
  by: ActorSchema,
  readAt: z.number().optional(),
});
/** Something that one person of the desk is told. */
export type DeskNotice = Readonly<z.infer<typeof DeskNoticeSchema>>;
