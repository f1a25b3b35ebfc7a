import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import { ActionSchema } from '../domain/action.ts';
import { EscalationSchema } from '../domain/escalation.ts';
import { TicketSchema } from '../domain/ticket.ts';
import { AgentSchema, AgentStateSchema } from '../support/agent.ts';
import { ArticleSchema, OpenQuestionSchema } from '../support/article.ts';
import { CannedReplySchema, SupportConfigSchema } from '../support/config.ts';
import {
  ConversationPrioritySchema,
  ConversationSchema,
  ConversationStateSchema,
  TopicSchema,
} from '../support/conversation.ts';
import { BilingualSchema } from '../support/message.ts';
import { TraceSchema } from '../support/trace.ts';
import type {
  MessageView,
  StatRow,
  SupportFrame,
  SupportStats,
  TalkFrame,
  UploadView,
  ViewerCard,
} from '../support/views.ts';
import { ResumeInput } from './inputs.ts';
import { forRoles } from './procedure.ts';

const staff = forRoles('agent', 'supervisor');
const boss = forRoles('supervisor');
const inside = forRoles('agent', 'supervisor', 'controller');

const id = z.string().min(1).max(400);
const at = z.coerce.number();
const note = z.string().max(2_000);
const one = z.object({ conversationId: id });
const limit = z.coerce.number().int().min(1).max(500).default(100);
const cursor = z.string().max(400).optional();
const page = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), cursor: z.string().optional() });

/** What somebody sends; `id` is made by the sender, and the same id twice is one message. */
export const OutgoingSchema = z.object({
  id: z.uuid(),
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string().min(1).max(4_000) }),
    z.object({ kind: z.literal('picture'), attachmentId: id }),
    z.object({
      kind: z.literal('voice'),
      attachmentId: id,
      waveform: z.array(z.number().int().min(0).max(100)).max(64).default([]),
    }),
  ]),
});
export type Outgoing = z.infer<typeof OutgoingSchema>;

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

/** What people of the desk call. */
export const supportContract = {
  feed: inside
    .route({
      method: 'GET',
      path: '/support/feed',
      summary: 'Queue, conversations and agents as they change',
    })
    .input(z.object({ resume: ResumeInput }))
    .output(eventIterator(type<SupportFrame>())),
  talk: inside
    .route({
      method: 'GET',
      path: '/support/conversations/{conversationId}/feed',
      summary: 'One conversation’s messages and state; `after` is the last rev seen',
    })
    .input(
      one.extend({
        after: z.coerce.number().int().min(0).optional(),
        watching: z.coerce.boolean().default(true),
      }),
    )
    .output(eventIterator(type<TalkFrame>())),
  list: inside
    .route({ method: 'GET', path: '/support/conversations', summary: 'Conversations, newest first' })
    .input(
      z.object({
        state: ConversationStateSchema.optional(),
        viewerId: id.optional(),
        roomId: z.string().max(64).optional(),
        from: at.optional(),
        to: at.optional(),
        limit,
        cursor,
      }),
    )
    .output(page(ConversationSchema)),
  get: inside
    .route({ method: 'GET', path: '/support/conversations/{conversationId}', summary: 'One conversation' })
    .input(one)
    .output(ConversationSchema),
  messages: inside
    .route({
      method: 'GET',
      path: '/support/conversations/{conversationId}/messages',
      summary: 'Its messages, oldest first',
    })
    .input(one.extend({ afterSeq: z.coerce.number().int().min(0).default(0), limit }))
    .output(type<readonly MessageView[]>()),
  card: inside
    .route({
      method: 'GET',
      path: '/support/conversations/{conversationId}/card',
      summary: 'The viewer: room, gifts, flags, sanctions, earlier conversations',
    })
    .input(one)
    .output(type<ViewerCard>()),
  decisions: inside
    .route({
      method: 'GET',
      path: '/support/conversations/{conversationId}/decisions',
      summary: 'What the desk decided of it, and why',
    })
    .input(one)
    .output(z.array(TraceSchema)),
  agents: inside
    .route({ method: 'GET', path: '/support/agents', summary: 'Agents' })
    .output(z.array(AgentSchema)),
  setState: staff
    .route({ method: 'POST', path: '/support/agents/state', summary: 'Online, busy, break or offline' })
    .input(z.object({ state: AgentStateSchema }))
    .output(AgentSchema),
  /** Sent about every 15 s by an agent's open page: a sign of life. */
  alive: staff
    .route({ method: 'POST', path: '/support/agents/alive', summary: 'The agent’s page is there' })
    .output(z.object({})),
  saveAgent: boss
    .route({
      method: 'PUT',
      path: '/support/agents/{id}',
      summary: 'Groups, skills, capacity, languages of an agent',
    })
    .input(AgentSchema.pick({ id: true, groups: true, skills: true, capacity: true, languages: true }))
    .output(AgentSchema),
  claim: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/claim',
      summary: 'Pick up a waiting conversation',
    })
    .input(one)
    .output(ConversationSchema),
  accept: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/accept',
      summary: 'Accept an offer or a transfer',
    })
    .input(one)
    .output(ConversationSchema),
  refuse: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/refuse',
      summary: 'Refuse an offer or a transfer',
    })
    .input(one.extend({ note: note.optional() }))
    .output(ConversationSchema),
  release: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/release',
      summary: 'Give it back to the queue',
    })
    .input(one.extend({ note: note.optional() }))
    .output(ConversationSchema),
  send: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/messages',
      summary: 'Say something to the viewer',
    })
    .input(one.extend(OutgoingSchema.shape).extend({ audience: z.enum(['all', 'staff']).default('all') }))
    .output(type<MessageView>()),
  upload: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/uploads',
      summary: 'A picture or voice clip in base64, at most 2.8 MB; larger ones by POST /support/files',
    })
    .input(
      one.extend({
        base64: z.string().min(4).max(3_800_000),
        durationMs: z.number().int().min(0).max(600_000).optional(),
      }),
    )
    .output(type<UploadView>()),
  file: inside
    .route({
      method: 'GET',
      path: '/support/files/{attachmentId}',
      summary: 'An attachment’s bytes in base64, where there is no HTTP',
    })
    .input(one.extend({ attachmentId: id }))
    .output(z.object({ mime: z.string(), base64: z.string() })),
  typing: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/typing',
      summary: 'I am typing (good for 5 s)',
    })
    .input(one)
    .output(z.object({})),
  read: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/read',
      summary: 'Read up to this message',
    })
    .input(one.extend({ seq: z.number().int().min(0) }))
    .output(z.object({})),
  recall: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/recall',
      summary: 'Take one’s own message back within two minutes',
    })
    .input(one.extend({ messageId: id }))
    .output(type<MessageView>()),
  change: staff
    .route({
      method: 'PATCH',
      path: '/support/conversations/{conversationId}',
      summary: 'Topic, priority, skills',
    })
    .input(
      one.extend({
        topic: TopicSchema.optional(),
        priority: ConversationPrioritySchema.optional(),
        skills: z.array(z.string().max(40)).max(20).optional(),
      }),
    )
    .output(ConversationSchema),
  transfer: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/transfer',
      summary: 'Hand over with a note; accepted, refused, or returned after a while',
    })
    .input(
      one.extend({
        to: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('agent'), agentId: id }),
          z.object({ kind: z.literal('group'), groupId: id }),
          z.object({ kind: z.literal('supervisor') }),
        ]),
        note: note.min(1),
      }),
    )
    .output(ConversationSchema),
  escalate: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/escalate',
      summary: 'Hand up to a supervisor',
    })
    .input(one.extend({ id: z.uuid(), reason: note.min(1), urgent: z.boolean().default(false) }))
    .output(z.object({ conversation: ConversationSchema, escalation: EscalationSchema })),
  close: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/close',
      summary: 'End it; the viewer is asked for a rating',
    })
    .input(
      one.extend({
        reason: z.enum(['solved', 'viewer_left', 'merged', 'other']).default('solved'),
        topic: TopicSchema.optional(),
      }),
    )
    .output(ConversationSchema),
  reopen: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/reopen',
      summary: 'Open it again',
    })
    .input(one)
    .output(ConversationSchema),
  ticket: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/tickets',
      summary: 'Open a ticket from it',
    })
    .input(
      one.extend({
        id: z.uuid(),
        title: z.string().min(1).max(200),
        department: z.string().max(64),
        priority: z.enum(['low', 'normal', 'high', 'urgent']).default('normal'),
        note: note.optional(),
      }),
    )
    .output(TicketSchema),
  lift: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/lift',
      summary: 'Take back the mute or ban it is about; the receipt follows in the room',
    })
    .input(one.extend({ undoId: z.uuid(), actionId: id.optional(), reason: z.string().min(1).max(500) }))
    .output(z.object({ action: ActionSchema })),
  watch: boss
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/watch',
      summary: 'Watch silently; whisper with audience `staff`',
    })
    .input(one)
    .output(ConversationSchema),
  join: boss
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/join',
      summary: 'Talk beside the agent',
    })
    .input(one)
    .output(ConversationSchema),
  takeOver: boss
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/take-over',
      summary: 'Become its owner',
    })
    .input(one)
    .output(ConversationSchema),
  leaveTalk: boss
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/leave',
      summary: 'Stop watching or talking',
    })
    .input(one)
    .output(ConversationSchema),
  reveal: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/reveal',
      summary: 'See masked content, with a reason that is recorded',
    })
    .input(one.extend({ reason: z.string().min(3).max(500) }))
    .output(z.object({ until: z.number() })),
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
        summary: 'Routing, hours, automatic messages, bot, privacy; secrets left out for agents',
      })
      .output(SupportConfigSchema),
    put: boss
      .route({ method: 'PATCH', path: '/support/config', summary: 'Change parts; what is not named stays' })
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
