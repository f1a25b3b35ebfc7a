import type { Conversation } from '../../../shared/support/conversation.ts';
import type { QueueRow } from '../../../shared/support/views.ts';

/** A conversation for tests. */
export function conversationOf(id: string, more: Partial<Conversation> = {}): Conversation {
  return {
    id,
    number: 1,
    roomId: 'r',
    viewer: { id: 'v', name: '青柠', signed: true, vip: 0, language: 'zh' },
    state: 'queued',
    topic: 'other',
    priority: 'normal',
    groupId: 'general',
    skills: [],
    guests: [],
    refused: [],
    bot: { phase: 'off', misses: 0, answers: 0, tokens: 0 },
    auto: { keywords: 0, last: {} },
    ticketIds: [],
    escalationIds: [],
    createdAt: 0,
    reopened: 0,
    seq: 0,
    rev: 0,
    viewerReadSeq: 0,
    staffReadSeq: 0,
    updatedAt: 0,
    version: 1,
    ...more,
  };
}

/** A row of the queue for tests. */
export function rowOf(id: string, more: Partial<Conversation> = {}): QueueRow {
  return { conversation: conversationOf(id, more), lastText: id };
}
