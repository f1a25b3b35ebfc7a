import { type ContractRouterClient, eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import { AppealSchema, BlockReasonSchema } from '../support/block.ts';
import { ConversationContextSchema, TopicSchema, ViewerSchema } from '../support/conversation.ts';
import type { MessageView, ViewerFrame, ViewerStatus } from '../support/views.ts';
import { forPublic } from './procedure.ts';
import { OutgoingSchema } from './support.ts';

const BlockedSchema = z.object({
  reason: BlockReasonSchema,
  since: z.number(),
  until: z.number().optional(),
  canAppeal: z.boolean(),
  appeal: AppealSchema.pick({ at: true, state: true, answer: true }).optional(),
});
const id = z.string().min(1).max(400);
const one = z.object({ conversationId: id });
const conversations = '/conversations/{conversationId}';

/**
 * What a viewer may call, under `/support/api/v1` and `/support/rpc`. It is a contract and a router of
 * its own: no staff procedure is in it, whatever is sent.
 */
export const viewerContract = {
  open: forPublic
    .route({ method: 'POST', path: '/session', summary: 'A platform’s token, or nobody, becomes a session' })
    .input(
      z.object({
        roomId: z.string().regex(/^[\w.-]{1,64}$/),
        /** HS256 JWT signed by the platform: `sub`, `room`, `exp`, and `name`, `vip`, `lang`. */
        token: z.string().max(4_000).optional(),
        /** An earlier session, to stay the same anonymous viewer. */
        session: z.string().max(4_000).optional(),
        language: z.enum(['zh', 'en']).default('zh'),
      }),
    )
    .output(
      z.object({
        session: z.string(),
        expiresAt: z.number(),
        viewer: ViewerSchema,
        roomId: z.string(),
        roomName: z.string(),
        /** The conversation that is still open, if there is one. */
        conversationId: z.string().optional(),
        isOpenNow: z.boolean(),
        /** She may read, and appeal once; she may not write. */
        blocked: BlockedSchema.optional(),
      }),
    ),
  appeal: forPublic
    .route({ method: 'POST', path: '/appeal', summary: 'Blocked: say once why that is wrong' })
    .input(z.object({ text: z.string().trim().min(1).max(500) }))
    .output(BlockedSchema),
  start: forPublic
    .route({
      method: 'POST',
      path: '/conversations',
      summary: 'Open a conversation, or get the one that is open',
    })
    .input(
      z.object({
        id: z.uuid(),
        topic: TopicSchema.default('other'),
        context: ConversationContextSchema.omit({ text: true, verified: true }).optional(),
        /** Asked at once, instead of the bot first. */
        person: z.boolean().default(false),
      }),
    )
    .output(type<ViewerStatus>()),
  feed: forPublic
    .route({
      method: 'GET',
      path: `${conversations}/feed`,
      summary: 'Messages and state; `after` is the last rev seen',
    })
    .input(one.extend({ after: z.coerce.number().int().min(0).default(0) }))
    .output(eventIterator(type<ViewerFrame>())),
  messages: forPublic
    .route({
      method: 'GET',
      path: `${conversations}/messages`,
      summary: 'Messages changed after a rev, oldest first',
    })
    .input(one.extend({ after: z.coerce.number().int().min(0).default(0) }))
    .output(
      type<{
        readonly rev: number;
        readonly messages: readonly MessageView[];
        readonly status: ViewerStatus;
      }>(),
    ),
  send: forPublic
    .route({
      method: 'POST',
      path: `${conversations}/messages`,
      summary: 'Say something; the answer is the acknowledgement',
    })
    .input(one.extend(OutgoingSchema.shape))
    .output(type<MessageView>()),
  typing: forPublic
    .route({ method: 'POST', path: `${conversations}/typing`, summary: 'I am typing (good for 5 s)' })
    .input(one)
    .output(z.object({})),
  read: forPublic
    .route({
      method: 'POST',
      path: `${conversations}/read`,
      summary: 'Delivered and read up to this message',
    })
    .input(one.extend({ seq: z.number().int().min(0), read: z.boolean().default(true) }))
    .output(z.object({})),
  recall: forPublic
    .route({
      method: 'POST',
      path: `${conversations}/recall`,
      summary: 'Take one’s own message back within two minutes',
    })
    .input(one.extend({ messageId: id }))
    .output(type<MessageView>()),
  person: forPublic
    .route({ method: 'POST', path: `${conversations}/person`, summary: 'Ask for a person at once' })
    .input(one)
    .output(type<ViewerStatus>()),
  manager: forPublic
    .route({
      method: 'POST',
      path: `${conversations}/manager`,
      summary: '“Get me the manager”, a few times a day',
    })
    .input(one.extend({ id: z.uuid(), text: z.string().max(500).default('') }))
    .output(type<ViewerStatus>()),
  helped: forPublic
    .route({ method: 'POST', path: `${conversations}/helped`, summary: '“Was this it?”' })
    .input(one.extend({ messageId: id, helped: z.boolean() }))
    .output(type<ViewerStatus>()),
  rate: forPublic
    .route({ method: 'POST', path: `${conversations}/rating`, summary: 'Rate it, once' })
    .input(one.extend({ score: z.number().int().min(1).max(5), text: z.string().max(1_000).optional() }))
    .output(z.object({})),
  close: forPublic
    .route({ method: 'POST', path: `${conversations}/close`, summary: 'The viewer is done' })
    .input(one)
    .output(type<ViewerStatus>()),
  history: forPublic
    .route({ method: 'GET', path: '/conversations', summary: 'My conversations, newest first' })
    .output(type<readonly ViewerStatus[]>()),
} as const;

export type ViewerContract = typeof viewerContract;
/** What a widget or a native app calls. */
export type ViewerClient = ContractRouterClient<ViewerContract>;
