import { z } from 'zod';
import { LanguageCodeSchema, TranslationSchema } from './language.ts';

export const SPEAKER_KINDS = ['viewer', 'agent', 'bot', 'system'] as const;
export const SpeakerSchema = z.object({
  kind: z.enum(SPEAKER_KINDS),
  id: z.string().max(400),
  name: z.string().max(128),
});
/** Who says something in a conversation. */

export const BilingualSchema = z.object({ zh: z.string().max(4_000), en: z.string().max(4_000) });
/** A text in both languages of the interface. */
export type Bilingual = Readonly<z.infer<typeof BilingualSchema>>;

export const AttachmentSchema = z.object({
  id: z.string().regex(/^[\w-]{8,64}$/),
  kind: z.enum(['picture', 'voice']),
  /** The type that the content was found to be. */
  mime: z.string().max(64),
  bytes: z.number().int(),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
  /** Voice clips: as far as the container tells, else as the page measured. */
  durationMs: z.number().int().optional(),
  /** A smaller picture, for the list: at most 320 px a side. */
  thumb: z.object({ width: z.number().int(), height: z.number().int(), bytes: z.number().int() }).optional(),
});
/** A picture or a voice clip, kept outside the database. */
export type Attachment = Readonly<z.infer<typeof AttachmentSchema>>;

export const SourceRefSchema = z.object({ articleId: z.string(), title: z.string() });
/** An article that an automatic answer rests on. */
export type SourceRef = Readonly<z.infer<typeof SourceRefSchema>>;

export const NOTICE_CODES = [
  'opened',
  'queued',
  'handed_over',
  'assigned',
  'transferred',
  'joined',
  'taken_over',
  'returned',
  'escalated',
  'escalation_taken',
  'escalation_resolved',
  'ticket',
  'lifted',
  'closed',
  'reopened',
  'rating_asked',
  'rated',
  'offline',
] as const;

export const MessageBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().min(1).max(4_000) }),
  z.object({ kind: z.literal('picture'), attachment: AttachmentSchema }),
  z.object({
    kind: z.literal('voice'),
    attachment: AttachmentSchema,
    /** Loudness for drawing, 0..100, at most 64 bars. */
    waveform: z.array(z.number().int().min(0).max(100)).max(64).readonly(),
  }),
  z.object({ kind: z.literal('notice'), code: z.enum(NOTICE_CODES), text: BilingualSchema }),
  z.object({ kind: z.literal('recalled') }),
]);
/** What a message is made of. */
export type MessageBody = Readonly<z.infer<typeof MessageBodySchema>>;

export const AUTO_KINDS = ['welcome', 'keyword', 'offline', 'busy', 'idle', 'closing', 'answer'] as const;
export const MessageSchema = z.object({
  /** Made by the sender (UUID); the same id twice is one message. */
  id: z.string().max(64),
  conversationId: z.string().max(64),
  /** Place in the conversation, from 1, without holes. */
  seq: z.number().int(),
  /** The conversation's revision at this message's last change; feeds resume by it. */
  rev: z.number().int(),
  /** Epoch ms, growing within a conversation. */
  at: z.number(),
  from: SpeakerSchema,
  body: MessageBodySchema,
  /** `staff`: notes and whispers that no viewer ever gets. */
  audience: z.enum(['all', 'staff']),
  deliveredAt: z.number().optional(),
  readAt: z.number().optional(),
  recalledAt: z.number().optional(),
  /** Set on what no person wrote. */
  auto: z.enum(AUTO_KINDS).optional(),
  sources: z.array(SourceRefSchema).max(5).readonly().optional(),
  /** Automatic answers ask "was this it?"; what the viewer said. */
  helped: z.boolean().optional(),
  /** What the text is written in; absent where it is too short to tell. */
  language: LanguageCodeSchema.optional(),
  translation: TranslationSchema.optional(),
});
/** One message, stored once. */
export type Message = Readonly<z.infer<typeof MessageSchema>>;

/** How long a sender may take a message back, ms. */
export const RECALL_WITHIN_MS = 120_000;
