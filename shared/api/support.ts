import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import { ActionSchema } from '../domain/action.ts';
import { EscalationSchema } from '../domain/escalation.ts';
import { TicketSchema } from '../domain/ticket.ts';
import { AgentSchema, AgentStateSchema } from '../support/agent.ts';
import {
  ConversationPrioritySchema,
  ConversationSchema,
  ConversationStateSchema,
  TopicSchema,
} from '../support/conversation.ts';
import { LanguageCodeSchema } from '../support/language.ts';
import { TraceSchema } from '../support/trace.ts';
import type { MessageView, SupportFrame, TalkFrame, UploadView, ViewerCard } from '../support/views.ts';
import { ResumeInput } from './inputs.ts';
import { forRoles } from './procedure.ts';
import { supportGuard } from './support-guard.ts';
import { supportSettings } from './support-settings.ts';

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
    .input(
      AgentSchema.pick({
        id: true,
        groups: true,
        skills: true,
        capacity: true,
        languages: true,
        channels: true,
      }),
    )
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
      summary: 'Topic, priority, skills, language',
    })
    .input(
      one.extend({
        topic: TopicSchema.optional(),
        priority: ConversationPrioritySchema.optional(),
        skills: z.array(z.string().max(40)).max(20).optional(),
        /** Translation for this conversation; null: as the configuration says. */
        translate: z.boolean().nullable().optional(),
        /** What the viewer writes in, where it was found wrongly. */
        language: LanguageCodeSchema.optional(),
      }),
    )
    .output(ConversationSchema),
  translate: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/messages/{messageId}/translate',
      summary: 'Translate one message now, or try again',
    })
    .input(one.extend({ messageId: id }))
    .output(type<MessageView>()),
  transfer: staff
    .route({
      method: 'POST',
      path: '/support/conversations/{conversationId}/transfer',
      summary:
        'Hand over with a note; accepted, refused, or returned after a while. A department without anyone there gets a ticket',
    })
    .input(
      one.extend({
        to: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('agent'), agentId: id }),
          z.object({ kind: z.literal('group'), groupId: id }),
          z.object({ kind: z.literal('department'), department: z.string().min(1).max(64) }),
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
  ...supportGuard,
  ...supportSettings,
} as const;
