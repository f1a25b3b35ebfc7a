import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { useMember, useServices, useSupport } from '../../app/services.tsx';
import type { Talk } from '../../state/talks.ts';

/** A conversation, followed while the component is there. */
export function useTalk(conversationId: string): Talk {
  const { support } = useServices();
  const talk = useStore(support.talks.of(conversationId));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round follows anew
  useEffect(() => support.talks.follow(conversationId), [support, conversationId, talk.round]);
  return talk;
}

/** A conversation's newest known state, from its own feed or the desk's. */
export function useConversation(
  conversationId: string,
  own: Conversation | undefined,
): Conversation | undefined {
  const row = useSupport((support) => support.rows.get(conversationId));
  if (row === undefined || own === undefined) return own ?? row?.conversation;
  return own.version >= row.conversation.version ? own : row.conversation;
}

/** What I am in a conversation. */
export type Part = 'owner' | 'offered' | 'joined' | 'watching' | 'outside';

/** What I am in it. */
export function usePart(conversation: Conversation | undefined): Part {
  const me = useMember()?.id ?? '';
  if (conversation === undefined) return 'outside';
  if (conversation.offer?.to.id === me) return 'offered';
  if (conversation.agent?.id === me) return 'owner';
  const guest = conversation.guests.find((each) => each.who.id === me);
  return guest === undefined ? 'outside' : guest.mode === 'join' ? 'joined' : 'watching';
}
