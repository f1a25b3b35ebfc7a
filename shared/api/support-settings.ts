import { type } from '@orpc/contract';
import { z } from 'zod';
import { ArticleSchema, OpenQuestionSchema } from '../support/article.ts';
import { CannedReplySchema, SupportConfigSchema } from '../support/config.ts';
import { TopicSchema } from '../support/conversation.ts';
import { BilingualSchema } from '../support/message.ts';
import type { StatRow, SupportStats, UploadView } from '../support/views.ts';
import { forRoles } from './procedure.ts';

const staff = forRoles('agent', 'supervisor');
const boss = forRoles('supervisor');

const id = z.string().min(1).max(400);
const at = z.coerce.number();
const one = z.object({ conversationId: id });
const limit = z.coerce.number().int().min(1).max(500).default(100);
const cursor = z.string().max(400).optional();
const page = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), cursor: z.string().optional() });

export const SearchHitSchema = z.object({ article: ArticleSchema, score: z.number(), matched: z.string() });
export const StatsInput = z.object({
  from: at,
  to: at,
  timeZone: z.string().max(60).optional(),
  roomId: z.string().max(64).optional(),
  topic: TopicSchema.optional(),
  agentId: id.optional(),
});
export const ArticleInput = ArticleSchema.pick({
  id: true,
  topic: true,
  title: true,
  answer: true,
  variants: true,
  staffOnly: true,
  validFrom: true,
  validTo: true,
  attachmentIds: true,
}).extend({
  /** The version the change was made on; 0 for a new article. */
  version: z.number().int().min(0),
});
export const PresetIdSchema = z.enum(['show', 'commerce', 'one_to_one']);
const DiffSchema = z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() }));

/** Knowledge, configuration, presets and statistics of the support desk. */
export const supportSettings = {
  canned: {
    list: staff
      .route({ method: 'GET', path: '/support/canned', summary: 'Canned replies' })
      .output(z.array(CannedReplySchema)),
    save: boss
      .route({ method: 'PUT', path: '/support/canned', summary: 'Replace the canned replies' })
      .input(z.object({ replies: z.array(CannedReplySchema).max(500) }))
      .output(z.array(CannedReplySchema)),
    fill: staff
      .route({
        method: 'POST',
        path: '/support/canned/fill',
        summary: 'A canned reply with its variables filled in',
      })
      .input(one.extend({ cannedId: id }))
      .output(z.object({ text: z.string(), missing: z.array(z.string()) })),
  },
  kb: {
    search: staff
      .route({ method: 'GET', path: '/support/kb/search', summary: 'Articles for a question, best first' })
      .input(
        z.object({ text: z.string().max(500), limit: z.coerce.number().int().min(1).max(20).default(5) }),
      )
      .output(z.object({ hits: z.array(SearchHitSchema), answers: z.boolean() })),
    list: staff
      .route({ method: 'GET', path: '/support/kb', summary: 'All articles' })
      .input(z.object({ topic: TopicSchema.optional() }))
      .output(z.array(ArticleSchema)),
    save: boss
      .route({ method: 'PUT', path: '/support/kb/{id}', summary: 'Write an article' })
      .input(ArticleInput)
      .output(ArticleSchema),
    attach: boss
      .route({
        method: 'POST',
        path: '/support/kb/{articleId}/attachments',
        summary: 'A picture in base64 for an article; saved with it by its id in `attachmentIds`',
      })
      .input(z.object({ articleId: id.max(64), base64: z.string().min(4).max(3_800_000) }))
      .output(type<UploadView>()),
    attachments: staff
      .route({
        method: 'GET',
        path: '/support/kb/{articleId}/attachments',
        summary: 'The pictures of an article, with addresses',
      })
      .input(z.object({ articleId: id }))
      .output(type<readonly UploadView[]>()),
    remove: boss
      .route({ method: 'DELETE', path: '/support/kb/{articleId}', summary: 'Remove an article' })
      .input(z.object({ articleId: id }))
      .output(z.object({})),
    questions: staff
      .route({ method: 'GET', path: '/support/kb/questions', summary: 'Questions nobody had an answer for' })
      .input(z.object({ state: z.enum(['open', 'answered', 'ignored']).default('open'), limit, cursor }))
      .output(page(OpenQuestionSchema)),
    settle: boss
      .route({
        method: 'POST',
        path: '/support/kb/questions/{questionId}',
        summary: 'Answered by an article (it becomes a variant), or ignored',
      })
      .input(z.object({ questionId: id, articleId: id.optional() }))
      .output(OpenQuestionSchema),
  },
  config: {
    get: staff
      .route({
        method: 'GET',
        path: '/support/config',
        summary:
          'Routing, hours, automatic messages, bot, privacy; secrets are masked, and left out for agents',
      })
      .output(SupportConfigSchema),
    put: boss
      .route({
        method: 'PATCH',
        path: '/support/config',
        summary: 'Change parts; what is not named stays, and so does a secret sent back as its mask',
      })
      .input(SupportConfigSchema.partial())
      .output(SupportConfigSchema),
    previewAuto: staff
      .route({
        method: 'POST',
        path: '/support/config/preview',
        summary: 'A text with its variables filled in, as a viewer would get it',
      })
      .input(z.object({ text: BilingualSchema, conversationId: id.optional() }))
      .output(z.object({ text: BilingualSchema, missing: z.array(z.string()) })),
    tryKeyword: staff
      .route({
        method: 'POST',
        path: '/support/config/try-keyword',
        summary: 'Which keyword reply a message would get',
      })
      .input(z.object({ text: z.string().max(1_000) }))
      .output(z.object({ keywordId: z.string().optional(), word: z.string().optional() })),
  },
  presets: {
    preview: boss
      .route({ method: 'GET', path: '/support/presets/{preset}', summary: 'What a preset would change' })
      .input(z.object({ preset: PresetIdSchema }))
      .output(z.object({ changes: DiffSchema })),
    apply: boss
      .route({ method: 'POST', path: '/support/presets/{preset}', summary: 'Apply a preset' })
      .input(z.object({ preset: PresetIdSchema }))
      .output(z.object({ config: SupportConfigSchema, changes: DiffSchema })),
    undo: boss
      .route({
        method: 'POST',
        path: '/support/presets/undo',
        summary: 'Put the configuration back as it was before the last preset',
      })
      .output(SupportConfigSchema),
  },
  stats: {
    summary: staff
      .route({
        method: 'GET',
        path: '/support/stats',
        summary: 'First response, handling, first contact, satisfaction, queue, heat map',
      })
      .input(StatsInput)
      .output(type<SupportStats>()),
    rows: staff
      .route({ method: 'GET', path: '/support/stats/rows', summary: 'The conversations behind the figures' })
      .input(StatsInput)
      .output(type<readonly StatRow[]>()),
    csv: boss
      .route({ method: 'GET', path: '/support/stats/csv', summary: 'The same as CSV text' })
      .input(StatsInput)
      .output(z.object({ name: z.string(), csv: z.string(), rows: z.number() })),
  },
} as const;
