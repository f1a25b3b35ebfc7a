import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../app/services.tsx';
import { lastSeqFrom } from '../../talk/log.ts';
import { attempt } from '../../transport/attempt.ts';
import { Loading } from '../parts/Loading.tsx';
import { Composer } from './Composer.tsx';
import { Masked } from './Masked.tsx';
import { OfferBar } from './OfferBar.tsx';
import classes from './support.module.css';
import { TalkHeader } from './TalkHeader.tsx';
import { TalkMessages } from './TalkMessages.tsx';
import { useConversation, usePart, useTalk } from './use-talk.ts';
import { WatchBar } from './WatchBar.tsx';

/** One conversation: who, what was said, and what one says. */
export function Conversation(props: { readonly conversationId: string }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { conversationId } = props;
  const talk = useTalk(conversationId);
  const conversation = useConversation(conversationId, talk.conversation);
  const part = usePart(conversation);
  const seq = lastSeqFrom(talk.log, (message) => message.from.kind === 'viewer');
  const reads = part === 'owner' || part === 'joined';
  useEffect(() => {
    if (!reads || seq === 0) return;
    const read = () => {
      if (!document.hidden) void attempt(client.support.read({ conversationId, seq }));
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [client, conversationId, seq, reads]);

  if (conversation === undefined)
    return (
      <section className={classes.talk}>
        <Loading text={t('talk.loading')} />
      </section>
    );
  return (
    <section
      className={classes.talk}
      aria-label={t('talk.label', { name: conversation.viewer.name })}
      data-testid="support-conversation"
      data-id={conversationId}
      data-state={conversation.state}
      data-part={part}
    >
      <TalkHeader conversation={conversation} part={part} />
      <OfferBar conversation={conversation} part={part} />
      <WatchBar conversation={conversation} part={part} lookers={talk.lookers} />
      <Masked conversationId={conversationId} talk={talk} />
      <TalkMessages conversation={conversation} talk={talk} />
      <Composer conversation={conversation} talk={talk} part={part} />
    </section>
  );
}
