import { useStore } from 'zustand';
import type { MessageView } from '../../shared/support/views.ts';
import { beginsStretch } from '../talk/marks.ts';
import { SafeText } from '../talk/SafeText.tsx';
import { useEnd } from '../talk/use-end.ts';
import { useNow } from '../talk/use-now.ts';
import { Bubble } from './Bubble.tsx';
import bubble from './bubble.module.css';
import { useWidget } from './context.tsx';
import classes from './messages.module.css';
import note from './note.module.css';
import { PendingBubble } from './PendingBubble.tsx';

/** The conversation, newest below; it stays where one reads, and says when something new came. */
export function Messages() {
  const { model, words } = useWidget();
  const { log, outbox, botDraft, status, context } = useStore(model.store);
  const now = useNow(5_000);
  const isTyping = useTyping(status?.typingUntil);
  const shown = log.messages.filter((message) => message.audience === 'all');
  const lastAnswer = shown.findLast((message) => message.auto === 'answer')?.id;
  const tail = `${shown.length} ${outbox.length} ${botDraft.length} ${isTyping}`;

  const { list, content, onScroll, news, toEnd } = useEnd(tail, outbox.length);
  return (
    <div className={classes.scroll}>
      <div
        ref={list}
        className={classes.messages}
        role="log"
        aria-live="polite"
        aria-label={words.messages}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list must scroll by keyboard
        tabIndex={0}
        data-testid="widget-messages"
        onScroll={onScroll}
      >
        <div ref={content} className={classes.lines}>
          {context === undefined ? null : (
            <p className={`${note.context} ${note.first}`} data-testid="widget-context">
              {words.context}
            </p>
          )}
          {shown.map((message, index) => (
            <Row
              key={message.id}
              message={message}
              before={shown[index - 1]}
              now={now}
              asks={message.id === lastAnswer && (status?.state === 'bot' || status?.state === 'queued')}
              mayAsk={status?.state === 'bot'}
            />
          ))}
          {outbox.map((pending) => (
            <PendingBubble key={pending.id} pending={pending} />
          ))}
          {botDraft === '' ? null : (
            <div className={bubble.theirs} data-testid="widget-bot-draft">
              <div className={bubble.bubble}>
                <SafeText text={botDraft} />
                <span className={classes.caret} aria-hidden="true" />
              </div>
            </div>
          )}
          {isTyping && botDraft === '' ? (
            <div
              className={bubble.theirs}
              role="status"
              aria-label={words.typing}
              data-testid="widget-typing"
            >
              <div className={classes.dots}>
                <i />
                <i />
                <i />
              </div>
            </div>
          ) : null}
        </div>
      </div>
      {news ? (
        <button type="button" className={classes.toEnd} onClick={toEnd}>
          {words.newBelow} ↓
        </button>
      ) : null}
    </div>
  );
}

function Row(props: {
  readonly message: MessageView;
  readonly before: MessageView | undefined;
  readonly now: number;
  readonly asks: boolean;
  readonly mayAsk: boolean;
}) {
  const { language } = useWidget();
  const { message } = props;
  return (
    <>
      {beginsStretch(props.before, message) ? (
        <time className={bubble.day} dateTime={new Date(message.at).toISOString()}>
          {momentOf(message.at, props.now, language)}
        </time>
      ) : null}
      <Bubble message={message} now={props.now} asks={props.asks} mayAsk={props.mayAsk} />
    </>
  );
}

/** The time today; with its day before. */
function momentOf(at: number, now: number, language: 'zh' | 'en'): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    ...(isToday ? {} : { month: 'numeric', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
  });
}

function useTyping(until: number | undefined): boolean {
  const now = useNow(1_000);
  return until !== undefined && until > now;
}
