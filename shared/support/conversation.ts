import { z } from 'zod';
import { ActorSchema } from '../domain/actor.ts';
import { ChannelSchema } from './channel.ts';
import { LanguageCodeSchema } from './language.ts';
import { MoodSchema } from './mood.ts';
import { ReasonLineSchema } from './reason-line.ts';

export const CONVERSATION_STATES = ['queued', 'bot', 'active', 'wrapping', 'closed'] as const;
export const ConversationStateSchema = z.enum(CONVERSATION_STATES);
/** `queued → bot | active → wrapping → closed`. */
export type ConversationState = z.infer<typeof ConversationStateSchema>;

export const TOPICS = [
  'recharge',
  'refund',
  'gift',
  'mute',
  'minor',
  'account',
  'safety',
  'membership',
  'stream',
  'event',
  'privacy',
  'complaint',
  'order',
  'logistics',
  'other',
] as const;
export const TopicSchema = z.enum(TOPICS);
export type Topic = z.infer<typeof TopicSchema>;

export const PRIORITIES = ['normal', 'vip', 'complaint', 'urgent'] as const;
export const ConversationPrioritySchema = z.enum(PRIORITIES);
export type ConversationPriority = z.infer<typeof ConversationPrioritySchema>;

export const ViewerSchema = z.object({
  /** `platform:id` where the platform signed who it is, `anon:…` otherwise. */
  id: z.string().max(400),
  name: z.string().max(128),
  signed: z.boolean(),
  /** 0 none, 1.. as the platform counts. */
  vip: z.number().int().min(0).max(100),
  language: z.enum(['zh', 'en']),
});
/** Somebody who asks for help. */
export type Viewer = Readonly<z.infer<typeof ViewerSchema>>;

export const ConversationContextSchema = z.object({
  eventId: z.string().max(400).optional(),
  flagId: z.string().max(128).optional(),
  actionId: z.string().max(128).optional(),
  /** The danmaku or notice it came from, as the hub knows it. */
  text: z.string().max(1_000).optional(),
  /** The hub found it to concern this very viewer. */
  verified: z.boolean().optional(),
  /** The page the viewer stood on. */
  page: z.string().max(300).optional(),
});
/** Where in the room a conversation began. */
export type ConversationContext = Readonly<z.infer<typeof ConversationContextSchema>>;

export { type ReasonLine, ReasonLineSchema } from './reason-line.ts';

export const OfferSchema = z.object({
  kind: z.enum(['assign', 'transfer']),
  to: ActorSchema,
  from: ActorSchema.optional(),
  note: z.string().max(2_000).optional(),
  reasons: z.array(ReasonLineSchema).readonly(),
  at: z.number(),
  expiresAt: z.number(),
});
/** A conversation put before an agent, who may accept or refuse it. */
export type Offer = Readonly<z.infer<typeof OfferSchema>>;

export const EstimateSchema = z.object({
  /** 1 = next. */
  place: z.number().int(),
  /** Quarter and three-quarter points of the expected wait, ms; absent when nobody is there to answer. */
  lowMs: z.number().optional(),
  highMs: z.number().optional(),
  at: z.number(),
});
/** Place in line and the honest wait. */
export type Estimate = Readonly<z.infer<typeof EstimateSchema>>;

export const BotStateSchema = z.object({
  phase: z.enum(['off', 'listening', 'answering', 'done']),
  misses: z.number().int(),
  answers: z.number().int(),
  tokens: z.number().int(),
  /** Why it stopped speaking. */
  handover: z.string().max(40).optional(),
});
/** How the bot stands; it speaks only in `answering`. */
export type BotState = Readonly<z.infer<typeof BotStateSchema>>;

export const ConversationSchema = z.object({
  id: z.string().max(64),
  /** Small number people say aloud. */
  number: z.number().int(),
  roomId: z.string(),
  viewer: ViewerSchema,
  state: ConversationStateSchema,
  topic: TopicSchema,
  priority: ConversationPrioritySchema,
  groupId: z.string().max(64),
  skills: z.array(z.string().max(40)).max(20).readonly(),
  /** `text` where it is absent. */
  channel: ChannelSchema.optional(),
  /** What the viewer writes in, once it is clear; staff may correct it. */
  language: LanguageCodeSchema.optional(),
  /** Translation switched for this conversation; absent: as the configuration says. */
  translate: z.boolean().optional(),
  /** Tokens spent on translating it. */
  translationTokens: z.number().int().optional(),
  mood: MoodSchema.optional(),
  /** A keyed hash of the address the viewer came from last. */
  addressHash: z.string().max(64).optional(),
  context: ConversationContextSchema.optional(),
  agent: ActorSchema.optional(),
  offer: OfferSchema.optional(),
  /** Supervisors who watch (`watch`) or talk too (`join`). */
  guests: z.array(z.object({ who: ActorSchema, mode: z.enum(['watch', 'join']) })).readonly(),
  /** Agents who refused or were silent, so that it is not offered to them again at once. */
  refused: z.array(z.object({ agentId: z.string(), at: z.number() })).readonly(),
  bot: BotStateSchema,
  /** Automatic messages so far: how many keyword replies, and when each kind was last sent. */
  auto: z.object({ keywords: z.number().int(), last: z.record(z.string(), z.number()) }),
  /** The estimate given when it was queued, to be measured against the wait. */
  promise: EstimateSchema.optional(),
  ticketIds: z.array(z.string()).readonly(),
  escalationIds: z.array(z.string()).readonly(),
  createdAt: z.number(),
  queuedAt: z.number().optional(),
  assignedAt: z.number().optional(),
  firstReplyAt: z.number().optional(),
  lastViewerAt: z.number().optional(),
  lastAgentAt: z.number().optional(),
  /** The first message of the viewer that nobody answered yet. */
  waitingSince: z.number().optional(),
  closedAt: z.number().optional(),
  closedBy: ActorSchema.optional(),
  closeReason: z.enum(['solved', 'viewer_left', 'idle', 'abandoned', 'merged', 'other']).optional(),
  ratingAskedAt: z.number().optional(),
  ratedAt: z.number().optional(),
  reopened: z.number().int(),
  seq: z.number().int(),
  rev: z.number().int(),
  viewerReadSeq: z.number().int(),
  staffReadSeq: z.number().int(),
  updatedAt: z.number(),
  version: z.number().int(),
});
/** A viewer's talk with the support desk. */
export type Conversation = Readonly<z.infer<typeof ConversationSchema>>;
