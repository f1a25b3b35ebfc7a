import type { SupportConfig } from './config.ts';
import type {
  Conversation,
  ConversationContext,
  ConversationPriority,
  Topic,
  Viewer,
} from './conversation.ts';

/** A conversation as it begins: waiting for a person until the bot or the queue takes it. */
export function newConversation(
  input: {
    readonly id: string;
    readonly number: number;
    readonly roomId: string;
    readonly viewer: Viewer;
    readonly topic: Topic;
    readonly context?: ConversationContext | undefined;
  },
  config: SupportConfig,
  at: number,
): Conversation {
  const topic = input.topic === 'other' && input.context?.actionId !== undefined ? 'mute' : input.topic;
  return {
    id: input.id,
    number: input.number,
    roomId: input.roomId,
    viewer: input.viewer,
    state: 'queued',
    topic,
    priority: priorityOf(topic, input.viewer),
    ...placeFor(config, topic),
    ...(config.privacy.masked ? { channel: 'one_to_one' as const } : {}),
    ...(input.context === undefined ? {} : { context: input.context }),
    guests: [],
    refused: [],
    bot: { phase: config.bot.enabled ? 'listening' : 'off', misses: 0, answers: 0, tokens: 0 },
    auto: { keywords: 0, last: {} },
    ticketIds: [],
    escalationIds: [],
    createdAt: at,
    reopened: 0,
    seq: 0,
    rev: 0,
    viewerReadSeq: 0,
    staffReadSeq: 0,
    updatedAt: at,
    version: 1,
  };
}

/** Where conversations of a topic go, and what an agent must know to take them there. */
export function placeFor(config: SupportConfig, topic: Topic): Pick<Conversation, 'groupId' | 'skills'> {
  const groupId = groupFor(config, topic);
  return { groupId, skills: skillsOf(config, groupId) };
}

/** What an agent must know to take what a group is for. */
function skillsOf(config: SupportConfig, groupId: string): readonly string[] {
  return config.groups.find((group) => group.id === groupId)?.skills ?? [];
}

/** The group that answers a topic: one that names it, else one that answers all. */
function groupFor(config: SupportConfig, topic: Topic): string {
  const { groups } = config;
  const found =
    groups.find((group) => group.topics.includes(topic)) ??
    groups.find((group) => group.topics.length === 0) ??
    groups[0];
  return found?.id ?? 'general';
}

function priorityOf(topic: Topic, viewer: Viewer): ConversationPriority {
  if (topic === 'complaint' || topic === 'safety' || topic === 'minor') return 'complaint';
  return viewer.vip > 0 ? 'vip' : 'normal';
}
