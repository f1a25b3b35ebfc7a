import type { Actor } from '../domain/actor.ts';
import { fault } from '../domain/fault.ts';
import { exhaustive, fail, ok, type Result } from '../domain/result.ts';
import type { Conversation, ConversationState, Offer } from './conversation.ts';

/** Something that happens to a conversation. */
export type ConversationStep =
  | { readonly kind: 'to_bot' }
  /** Into the queue, keeping the first time it queued unless `anew`. */
  | { readonly kind: 'queue'; readonly anew?: boolean | undefined; readonly groupId?: string | undefined }
  | { readonly kind: 'offer'; readonly offer: Offer }
  | { readonly kind: 'accept'; readonly by: Actor }
  | { readonly kind: 'refuse'; readonly by: Actor }
  /** The offer ran out; a transfer returns to whom it came from. */
  | { readonly kind: 'offer_lapsed' }
  | { readonly kind: 'assign'; readonly to: Actor }
  | { readonly kind: 'take_over'; readonly by: Actor }
  /** The owner is silent, gone, or gives it back. */
  | { readonly kind: 'requeue'; readonly avoid?: string | undefined }
  | { readonly kind: 'wrap' }
  | {
      readonly kind: 'close';
      readonly by: Actor;
      readonly reason: NonNullable<Conversation['closeReason']>;
    }
  | { readonly kind: 'reopen' };

const OPEN: readonly ConversationState[] = ['queued', 'bot', 'active', 'wrapping'];
const FROM: Readonly<Record<ConversationStep['kind'], readonly ConversationState[]>> = {
  to_bot: ['queued'],
  queue: ['bot', 'queued', 'active'],
  offer: ['queued', 'active'],
  accept: ['queued', 'active'],
  refuse: ['queued', 'active'],
  offer_lapsed: ['queued', 'active'],
  assign: ['queued', 'bot', 'wrapping'],
  take_over: ['queued', 'bot', 'active', 'wrapping'],
  requeue: ['active', 'wrapping'],
  wrap: ['active'],
  close: OPEN,
  reopen: ['closed', 'wrapping'],
};

/** The states from which a step may be taken. */
export function statesFor(step: ConversationStep['kind']): readonly ConversationState[] {
  return FROM[step];
}

/**
 * The conversation after a step. Faults: `invalid` where it may not follow, `conflict` where somebody
 * else holds the offer or the conversation.
 */
export function nextConversation(
  now: Conversation,
  step: ConversationStep,
  at: number,
): Result<Conversation> {
  if (!FROM[step.kind].includes(now.state)) return fail(fault('invalid', `${now.state} → ${step.kind}`));
  switch (step.kind) {
    case 'to_bot':
      return done({ ...without(now, 'offer'), state: 'bot', bot: { ...now.bot, phase: 'listening' } }, at);
    case 'queue':
      return done(
        {
          ...without(now, 'offer', 'agent', 'assignedAt'),
          state: 'queued',
          groupId: step.groupId ?? now.groupId,
          queuedAt: step.anew === true ? at : (now.queuedAt ?? at),
          waitingSince: now.waitingSince ?? at,
          bot: { ...now.bot, phase: now.bot.phase === 'off' ? 'off' : 'done' },
        },
        at,
      );
    case 'offer':
      if (now.state === 'active' && step.offer.kind !== 'transfer') return fail(fault('invalid', 'active'));
      if (now.offer !== undefined) return fail(fault('conflict', now.offer.to.name));
      return done({ ...now, offer: step.offer }, at);
    case 'accept':
      if (now.offer?.to.id !== step.by.id) return fail(fault('conflict', now.offer?.to.name));
      return done(owned(now, step.by, at), at);
    case 'refuse':
      if (now.offer?.to.id !== step.by.id) return fail(fault('conflict', now.offer?.to.name));
      return done(avoiding(without(now, 'offer'), step.by.id, at), at);
    case 'offer_lapsed':
      if (now.offer === undefined) return fail(fault('invalid', 'no offer'));
      return done(avoiding(without(now, 'offer'), now.offer.to.id, at), at);
    case 'assign':
      return done(owned(now, step.to, at), at);
    case 'take_over':
      return done(owned(now, step.by, at), at);
    case 'requeue': {
      const free = without(now, 'offer', 'agent', 'assignedAt');
      const queued: Conversation = { ...free, state: 'queued', queuedAt: now.waitingSince ?? at };
      return done(step.avoid === undefined ? queued : avoiding(queued, step.avoid, at), at);
    }
    case 'wrap':
      return done({ ...without(now, 'offer'), state: 'wrapping' }, at);
    case 'close':
      return done(
        {
          ...without(now, 'offer', 'waitingSince'),
          state: 'closed',
          closedAt: at,
          closedBy: step.by,
          closeReason: step.reason,
          guests: [],
          bot: { ...now.bot, phase: now.bot.phase === 'off' ? 'off' : 'done' },
        },
        at,
      );
    case 'reopen':
      return done(
        {
          ...without(now, 'closedAt', 'closedBy', 'closeReason', 'agent', 'assignedAt', 'offer'),
          state: 'queued',
          queuedAt: at,
          waitingSince: at,
          reopened: now.reopened + (now.state === 'closed' ? 1 : 0),
          refused: [],
        },
        at,
      );
    default:
      return exhaustive(step);
  }
}

/** Leaves out fields. */
export function without<K extends keyof Conversation>(
  from: Conversation,
  ...fields: readonly K[]
): Conversation {
  const left = { ...from };
  for (const field of fields) delete left[field];
  return left;
}

function done(next: Conversation, at: number): Result<Conversation> {
  return ok({ ...next, updatedAt: at, version: next.version + 1 });
}

function owned(now: Conversation, who: Actor, at: number): Conversation {
  return {
    ...without(now, 'offer'),
    state: 'active',
    agent: who,
    assignedAt: at,
    refused: [],
    guests: now.guests.filter((guest) => guest.who.id !== who.id),
    bot: { ...now.bot, phase: now.bot.phase === 'off' ? 'off' : 'done' },
  };
}

function avoiding(now: Conversation, agentId: string, at: number): Conversation {
  const others = now.refused.filter((each) => each.agentId !== agentId).slice(-19);
  return { ...now, refused: [...others, { agentId, at }] };
}
