import { z } from 'zod';
import { type Hours, HoursSchema } from '../domain/hours.ts';
import { DEFAULT_TICKET_DESK, TicketDeskSchema } from '../domain/ticket-desk.ts';
import { TopicSchema } from './conversation.ts';
import { DEFAULT_DOORS, DoorLimitsSchema } from './doors.ts';
import { DEFAULT_TRANSLATION, TranslationConfigSchema } from './language.ts';
import { BilingualSchema } from './message.ts';
import { ConnectorSchema } from './shop/connector.ts';

export const STRATEGIES = ['round_robin', 'least_busy', 'skills', 'familiar', 'manual'] as const;
export const StrategySchema = z.enum(STRATEGIES);
/** Who is asked next among those who can. */
export type Strategy = z.infer<typeof StrategySchema>;

const seconds = z.number().int().min(0).max(86_400);

export const RoutingConfigSchema = z.object({
  strategy: StrategySchema,
  /** Seconds an agent has to accept; 0 assigns without asking. */
  acceptWithinSec: seconds,
  /** Ownership lapses when a viewer's message stays unanswered this long; 0 never. */
  silentAfterSec: seconds,
  /** An agent whose page gave no sign of life this long is lost. */
  lostAfterSec: seconds,
  /** Before this wait a viewer is kept for the agent who knows her. */
  familiarWaitSec: seconds,
  /** After this wait the overflow groups may answer. */
  overflowAfterSec: seconds,
  /** Head start in line by priority, seconds: everyone who has waited longer than that goes first. */
  boostSec: z.object({ vip: seconds, complaint: seconds, urgent: seconds }),
  /** An agent who refused is not asked again for this long. */
  refusedForSec: seconds,
});
export type RoutingConfig = Readonly<z.infer<typeof RoutingConfigSchema>>;

export { type Hours, HoursSchema };

export const GroupSchema = z.object({
  id: z.string().regex(/^[\w.-]{1,64}$/),
  name: z.string().min(1).max(80),
  topics: z.array(TopicSchema).max(20),
  overflowTo: z.array(z.string().max(64)).max(10),
  /** What an agent must know to take what comes to it; none where it is absent. */
  skills: z.array(z.string().min(1).max(40)).max(20).optional(),
});
/** Agents who answer certain topics. */
export type Group = Readonly<z.infer<typeof GroupSchema>>;

export const KeywordReplySchema = z.object({
  id: z.string().min(1).max(64),
  words: z.array(z.string().min(1).max(60)).min(1).max(40),
  reply: BilingualSchema,
});
export type KeywordReply = Readonly<z.infer<typeof KeywordReplySchema>>;

export const AutoConfigSchema = z.object({
  welcome: BilingualSchema,
  offline: BilingualSchema,
  busy: BilingualSchema,
  idle: BilingualSchema,
  closing: BilingualSchema,
  keywords: z.array(KeywordReplySchema).max(500),
  /** A keyword reply fires only when no person answered for so long. */
  keywordAfterSec: seconds,
  /** At most so many keyword replies in a conversation. */
  keywordBudget: z.number().int().min(0).max(50),
  keywordCooldownSec: seconds,
  /** The busy message is said when the estimate is above this. */
  busyOverSec: seconds,
  idleAfterSec: seconds,
  /** After the idle message, the conversation is closed this much later. */
  closeAfterSec: seconds,
});
export type AutoConfig = Readonly<z.infer<typeof AutoConfigSchema>>;

export const ProviderSchema = z.object({
  /** Base address of an OpenAI-compatible service: `https://host/v1`. */
  url: z.string().max(2_000),
  key: z.string().max(400),
  model: z.string().min(1).max(120),
  timeoutSec: z.number().int().min(1).max(120),
  maxTokens: z.number().int().min(16).max(4_000),
  /** Tokens in a conversation, and in a day over all, before retrieval alone answers. */
  conversationTokens: z.number().int().min(0).max(1_000_000),
  dailyTokens: z.number().int().min(0).max(1_000_000_000),
});
export type ProviderConfig = Readonly<z.infer<typeof ProviderSchema>>;

export const BotConfigSchema = z.object({
  enabled: z.boolean(),
  /** Score from which an article is given as the answer, 0..1. */
  answerAt: z.number().min(0).max(1),
  /** Questions without an answer before a person is asked for. */
  maxMisses: z.number().int().min(1).max(10),
  provider: ProviderSchema.nullable(),
});
export type BotConfig = Readonly<z.infer<typeof BotConfigSchema>>;

export const CannedReplySchema = z.object({
  id: z.string().min(1).max(64),
  /** What is typed after `/`. */
  shortcut: z.string().min(1).max(32),
  title: z.string().min(1).max(80),
  text: z.string().min(1).max(2_000),
});
export type CannedReply = Readonly<z.infer<typeof CannedReplySchema>>;

export const PANELS = ['room', 'gifts', 'sanctions', 'orders', 'logistics', 'stock', 'privacy'] as const;
export const PanelSchema = z.enum(PANELS);
/** Something the agent may see beside a conversation. */
export type Panel = z.infer<typeof PanelSchema>;

export const SupportConfigSchema = z.object({
  preset: z.enum(['show', 'commerce', 'one_to_one', 'own']),
  /** Keys with which platforms sign viewer tokens (HS256). An empty list accepts none. */
  tokenKeys: z
    .array(
      z.object({
        id: z.string().min(1).max(64),
        platform: z.string().regex(/^[\w-]{1,32}$/),
        secret: z.string().min(32).max(200),
      }),
    )
    .max(20),
  allowAnonymous: z.boolean(),
  /** Sites that may embed the widget, as origins; an empty list allows none. */
  embedOrigins: z.array(z.string().max(300)).max(100),
  routing: RoutingConfigSchema,
  groups: z.array(GroupSchema).min(1).max(50),
  hours: HoursSchema,
  bot: BotConfigSchema,
  auto: AutoConfigSchema,
  canned: z.array(CannedReplySchema).max(500),
  escalation: z.object({
    /** Words that hand a conversation up by themselves. */
    insults: z.boolean(),
    exposure: z.boolean(),
    minors: z.boolean(),
    /** Money asked back. */
    money: z.boolean().default(true),
    /** A wait above this hands up; 0 never. */
    waitOverSec: seconds,
    /** Hands up when a viewer's mood falls to `moodAt`, 0..1. */
    mood: z.boolean().default(true),
    moodAt: z.number().min(0.3).max(1).default(0.7),
    /** Times a viewer may ask for the manager in a day. */
    managerPerDay: z.number().int().min(0).max(20),
  }),
  privacy: z.object({
    masked: z.boolean(),
    exportRestricted: z.boolean(),
    /** How long a reason lifts the veil. */
    revealMinutes: z.number().int().min(1).max(60).default(15),
  }),
  retentionDays: z.number().int().min(1).max(3_650),
  ratings: z.object({ ask: z.boolean(), reminders: z.number().int().min(0).max(3) }),
  departments: z.array(z.string().min(1).max(64)).min(1).max(50),
  /** What the agent sees beside the conversation, in this order. */
  panels: z.array(PanelSchema).max(10),
  webhook: z.object({ url: z.string().max(2_000), secret: z.string().min(16).max(200) }).nullable(),
  /** Ticket types, departments with forms and targets, templates, rules. */
  ticketDesk: TicketDeskSchema,
  /** Shop systems that are asked for goods, stock, orders and logistics; their secrets are in the secret store. */
  connectors: z.array(ConnectorSchema).max(20),
  translation: TranslationConfigSchema,
  /** What one address and one viewer may ask of the desk. */
  doors: DoorLimitsSchema,
});
/** Everything the support desk can be told. */
export type SupportConfig = Readonly<z.infer<typeof SupportConfigSchema>>;

const always = [{ from: '00:00', to: '24:00' }];

/** The desk as it is before anyone changes anything: a show platform's. */
export const DEFAULT_SUPPORT: SupportConfig = {
  preset: 'show',
  tokenKeys: [],
  allowAnonymous: true,
  embedOrigins: [],
  routing: {
    strategy: 'round_robin',
    acceptWithinSec: 30,
    silentAfterSec: 300,
    lostAfterSec: 45,
    familiarWaitSec: 60,
    overflowAfterSec: 120,
    boostSec: { vip: 180, complaint: 240, urgent: 420 },
    refusedForSec: 120,
  },
  groups: [{ id: 'general', name: '客服', topics: [], overflowTo: [] }],
  hours: {
    timeZone: 'Asia/Shanghai',
    days: [always, always, always, always, always, always, always],
    closed: [],
  },
  bot: { enabled: true, answerAt: 0.47, maxMisses: 2, provider: null },
  auto: {
    welcome: {
      zh: '您好，这里是{room}客服。{wait}对话会保留 {days} 天，断线后可继续。',
      en: 'Hello, this is support for {room}. {wait}The conversation is kept for {days} days and survives a lost line.',
    },
    offline: {
      zh: '现在是非服务时间（{hours}）。您的留言已收到，上班后第一时间回复。',
      en: 'We are closed now ({hours}). Your message is kept and answered first thing.',
    },
    busy: {
      zh: '咨询较多，您前面还有 {ahead} 位。{wait}我们会按顺序接待。',
      en: 'Many are asking: {ahead} before you. {wait}Everyone is answered in turn.',
    },
    idle: {
      zh: '还在吗？如果问题已解决，对话将在 {minutes} 分钟后结束，之后随时可以再来。',
      en: 'Still there? If all is well, this closes in {minutes} minutes; you can come back any time.',
    },
    closing: {
      zh: '本次服务已结束，感谢您的耐心。',
      en: 'This conversation is closed. Thank you for your patience.',
    },
    keywords: [],
    keywordAfterSec: 60,
    keywordBudget: 3,
    keywordCooldownSec: 120,
    busyOverSec: 120,
    idleAfterSec: 600,
    closeAfterSec: 300,
  },
  canned: [
    {
      id: 'hello',
      shortcut: 'hi',
      title: '问好',
      text: '您好 {viewer}，我是客服 {agent}，请问有什么可以帮您？',
    },
    { id: 'wait', shortcut: 'wait', title: '请稍等', text: '正在为您核实，请稍等片刻。' },
    { id: 'bye', shortcut: 'bye', title: '结束语', text: '感谢您的耐心，祝您看播愉快！' },
  ],
  escalation: {
    insults: true,
    exposure: true,
    minors: true,
    money: true,
    waitOverSec: 900,
    mood: true,
    moodAt: 0.7,
    managerPerDay: 2,
  },
  privacy: { masked: false, exportRestricted: false, revealMinutes: 15 },
  retentionDays: 180,
  ratings: { ask: true, reminders: 1 },
  departments: ['客服', '财务', '风控', '技术'],
  panels: ['room', 'gifts', 'sanctions'],
  webhook: null,
  ticketDesk: DEFAULT_TICKET_DESK,
  connectors: [],
  translation: DEFAULT_TRANSLATION,
  doors: DEFAULT_DOORS,
};
