import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { useNow } from '../../app/services.tsx';
import type { Talk } from '../../state/talks.ts';
import { useEnd } from '../../talk/use-end.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { Decisions } from './Decisions.tsx';
import said from './messages.module.css';
import { PendingLine } from './PendingLine.tsx';
import classes from './support.module.css';
import { TalkMessage } from './TalkMessage.tsx';

/** What was said, newest below; it stays where one reads. */
export function TalkMessages(props: { readonly conversation: Conversation; readonly talk: Talk }) {
  const { t } = useTranslation('support');
  const { conversation, talk } = props;
  const { log, outbox, typingUntil } = talk;
  const now = useNow(1_000);
  const isTyping = typingUntil !== undefined && typingUntil > now;
  const tail = `${log.messages.length} ${outbox.length} ${isTyping}`;
  const { list, content, onScroll, news, toEnd } = useEnd(tail, outbox.length);
  return (
    <div className={said.scroll}>
      <div
        ref={list}
        className={said.messages}
        role="log"
        aria-label={t('talk.messages')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list must scroll by keyboard
        tabIndex={0}
        onScroll={onScroll}
      >
        <div ref={content} className={said.flow}>
          <From conversation={conversation} />
          <Decisions conversation={conversation} />
          {log.messages.map((message) => (
            <TalkMessage key={message.id} message={message} conversationId={conversation.id} now={now} />
          ))}
          {outbox.map((pending) => (
            <PendingLine key={pending.id} pending={pending} conversationId={conversation.id} />
          ))}
          {isTyping ? (
            <p className={said.typing} role="status" data-testid="support-typing">
              {t('talk.typing', { name: conversation.viewer.name })}
            </p>
          ) : null}
        </div>
      </div>
      {news ? (
        <button type="button" className={said.toEnd} onClick={toEnd}>
          {t('talk.news')} ↓
        </button>
      ) : null}
    </div>
  );
}

/** The danmaku or notice it began with. */
function From(props: { readonly conversation: Conversation }) {
  const { t } = useTranslation('support');
  const { context } = props.conversation;
  if (context === undefined) return null;
  const kind = context.actionId !== undefined ? 'action' : context.eventId !== undefined ? 'event' : 'page';
  return (
    <div className={classes.from} data-testid="support-context">
      ▲ {t(`from.${kind}`)}
      {context.text === undefined || context.text === '' ? null : (
        <>
          {' '}
          “<HostileText text={context.text} />”
        </>
      )}{' '}
      {kind === 'page' ? null : (
        <span className={classes.faint}>
          {context.verified === true ? `✓ ${t('from.verified')}` : t('from.unverified')}
        </span>
      )}
    </div>
  );
}
