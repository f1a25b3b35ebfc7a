import { describe, expect, it } from 'vitest';
import { DEFAULT_SUPPORT } from './config.ts';
import { CONVERSATION_STATES, type Conversation } from './conversation.ts';
import type { Message } from './message.ts';
import { newConversation } from './opening.ts';
import { afterViewer, marked, REOPEN_WITHIN_MS, recalled } from './saying.ts';
import { type ConversationStep, nextConversation, statesFor } from './transitions.ts';

const who = (id: string) => ({ kind: 'person' as const, id, name: id });
const viewer = { id: 'demo:u', name: 'u', signed: true, vip: 0, language: 'zh' as const };
const fresh = newConversation(
  { id: 'c', number: 1, roomId: 'r', viewer, topic: 'gift' },
  DEFAULT_SUPPORT,
  1_000,
);
const offer = { kind: 'assign' as const, to: who('a'), reasons: [], at: 1, expiresAt: 9_000 };
const STEPS: readonly ConversationStep[] = [
  { kind: 'to_bot' },
  { kind: 'queue' },
  { kind: 'offer', offer },
  { kind: 'accept', by: who('a') },
  { kind: 'refuse', by: who('a') },
  { kind: 'offer_lapsed' },
  { kind: 'assign', to: who('a') },
  { kind: 'take_over', by: who('b') },
  { kind: 'requeue' },
  { kind: 'wrap' },
  { kind: 'close', by: who('a'), reason: 'solved' },
  { kind: 'reopen' },
];
/** Where each state leads, by each step that may be taken from it. */
const TABLE: Readonly<Record<Conversation['state'], Readonly<Record<string, string>>>> = {
  queued: {
    to_bot: 'bot',
    queue: 'queued',
    offer: 'queued',
    accept: 'active',
    refuse: 'queued',
    offer_lapsed: 'queued',
    assign: 'active',
    take_over: 'active',
    close: 'closed',
  },
  bot: { queue: 'queued', assign: 'active', take_over: 'active', close: 'closed' },
  active: {
    queue: 'queued',
    accept: 'active',
    refuse: 'active',
    offer_lapsed: 'active',
    take_over: 'active',
    requeue: 'queued',
    wrap: 'wrapping',
    close: 'closed',
  },
  wrapping: { assign: 'active', take_over: 'active', requeue: 'queued', close: 'closed', reopen: 'queued' },
  closed: { reopen: 'queued' },
};

describe('conversation states', () => {
  it.each(CONVERSATION_STATES)('S1 from %s go only where the table says', (state) => {
    const found = STEPS.flatMap((step) => {
      const needsOffer = ['accept', 'refuse', 'offer_lapsed'].includes(step.kind);
      const next = nextConversation({ ...fresh, state, ...(needsOffer ? { offer } : {}) }, step, 2_000);
      return next.ok ? [[step.kind, next.value.state]] : [];
    });
    expect(Object.fromEntries(found)).toEqual(TABLE[state]);
    expect(STEPS.filter((step) => statesFor(step.kind).includes(state)).length).toBeGreaterThanOrEqual(
      found.length,
    );
  });

  it('S2 keep the time of queueing over refusals and lost agents, and only she who was asked may accept', () => {
    const queued = { ...fresh, queuedAt: 5, waitingSince: 5 };
    const offered = nextConversation(queued, { kind: 'offer', offer }, 10);
    const stranger = offered.ok
      ? nextConversation(offered.value, { kind: 'accept', by: who('z') }, 11)
      : offered;
    const refused = offered.ok
      ? nextConversation(offered.value, { kind: 'refuse', by: who('a') }, 12)
      : offered;
    const active = nextConversation(queued, { kind: 'assign', to: who('a') }, 20);
    const lost = active.ok ? nextConversation(active.value, { kind: 'requeue', avoid: 'a' }, 30) : active;
    expect([
      stranger.ok,
      refused.ok && [refused.value.queuedAt, refused.value.refused],
      lost.ok && [lost.value.queuedAt, lost.value.agent, lost.value.refused],
    ]).toEqual([false, [5, [{ agentId: 'a', at: 12 }]], [5, undefined, [{ agentId: 'a', at: 30 }]]]);
  });

  it('S3 open again by the viewer’s word within 72 h, and not later', () => {
    const closed: Conversation = { ...fresh, state: 'closed', closedAt: 1_000 };
    const soon = afterViewer(closed, 1_000 + REOPEN_WITHIN_MS);
    const late = afterViewer(closed, 1_001 + REOPEN_WITHIN_MS);
    expect([soon.ok && [soon.value.state, soon.value.reopened], late.ok]).toEqual([['queued', 1], false]);
  });
});

describe('messages', () => {
  const message = (seq: number, kind: Message['from']['kind'], more: Partial<Message> = {}): Message => ({
    id: `m${seq}`,
    conversationId: 'c',
    seq,
    rev: seq,
    at: 1_000,
    from: { kind, id: kind, name: kind },
    body: { kind: 'text', text: 'x' },
    audience: 'all',
    ...more,
  });
  it('M1 are taken back by their sender within two minutes', () => {
    const mine = message(1, 'viewer');
    expect([
      recalled(mine, { id: 'viewer' }, 121_000).ok,
      recalled(mine, { id: 'viewer' }, 121_001).ok,
      recalled(mine, { id: 'agent' }, 2_000).ok,
      recalled(message(1, 'bot', { auto: 'answer' }), { id: 'bot' }, 2_000).ok,
    ]).toEqual([true, false, false, false]);
  });
  it('M2 of the other side become read up to a place, notes and own ones never', () => {
    const all = [
      message(1, 'agent'),
      message(2, 'viewer'),
      message(3, 'agent', { audience: 'staff' }),
      message(4, 'agent'),
      message(5, 'agent'),
    ];
    expect(marked(all, 'viewer', 4, true, 9).map((each) => [each.seq, each.readAt])).toEqual([
      [1, 9],
      [4, 9],
    ]);
    expect(
      marked(all, 'staff', 9, false, 9).map((each) => [each.seq, each.deliveredAt, each.readAt]),
    ).toEqual([[2, 9, undefined]]);
  });
});
