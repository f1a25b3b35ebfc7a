import { z } from 'zod';
import { ActorSchema } from '../domain/actor.ts';
import { TopicSchema } from './conversation.ts';

export const ArticleSchema = z.object({
  id: z.string().min(1).max(64),
  topic: TopicSchema,
  title: z.object({ zh: z.string().min(1).max(200), en: z.string().max(200) }),
  answer: z.object({ zh: z.string().min(1).max(4_000), en: z.string().max(4_000) }),
  /** Other ways of asking. */
  variants: z.array(z.string().min(1).max(200)).max(60).readonly(),
  /** Shown to agents only, never answered by the bot (money, age). */
  staffOnly: z.boolean(),
  /** Taken out; kept for the record. */
  removed: z.boolean().optional(),
  validFrom: z.number().optional(),
  validTo: z.number().optional(),
  /** Pictures sent with the answer. */
  attachmentIds: z.array(z.string().max(64)).max(5).readonly(),
  version: z.number().int(),
  /** What it was before, newest first, at most 20. */
  history: z
    .array(
      z.object({
        version: z.number().int(),
        at: z.number(),
        by: ActorSchema,
        title: z.string(),
        answer: z.string(),
        titleEn: z.string().optional(),
        answerEn: z.string().optional(),
      }),
    )
    .max(20)
    .readonly(),
  updatedAt: z.number(),
  updatedBy: ActorSchema,
});
/** One answer of the knowledge base. */
export type Article = Readonly<z.infer<typeof ArticleSchema>>;

export const OpenQuestionSchema = z.object({
  id: z.string().max(64),
  at: z.number(),
  conversationId: z.string(),
  roomId: z.string(),
  text: z.string(),
  state: z.enum(['open', 'answered', 'ignored']),
  /** The best article there was, and its score. */
  best: z.object({ articleId: z.string(), score: z.number() }).optional(),
  articleId: z.string().optional(),
});
/** What nobody had an answer for: a candidate for a new article. */
export type OpenQuestion = Readonly<z.infer<typeof OpenQuestionSchema>>;
