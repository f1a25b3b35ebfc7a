import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { lastSeqFrom } from '../talk/log.ts';
import { Blocked } from './Blocked.tsx';
import { Composer } from './Composer.tsx';
import { WidgetContext } from './context.tsx';
import { Header } from './Header.tsx';
import type { Host } from './host.ts';
import { Messages } from './Messages.tsx';
import type { WidgetModel } from './model.ts';
import { Notices } from './Notices.tsx';
import { RatingCard } from './RatingCard.tsx';
import { Refused } from './Refused.tsx';
import { unreadCount } from './state.ts';
import { WaitBar } from './WaitBar.tsx';
import { Welcome } from './Welcome.tsx';
import classes from './widget.module.css';
import type { Words } from './words.ts';

const PROBE_EVERY_MS = 25_000;

/** The viewer's side of the desk. */
export function Widget(props: {
  readonly model: WidgetModel;
  readonly host: Host | null;
  readonly words: Words;
  readonly language: 'zh' | 'en';
}) {
  const { model, host, words, language } = props;
  const state = useStore(model.store);
  useWatched(model, host);
  const close = host === null ? undefined : () => host.tell({ kind: 'close' });
  const hasTalk = state.conversationId !== undefined || state.outbox.length > 0;
  return (
    <WidgetContext value={{ model, words, language }}>
      <div className={classes.widget} data-testid="widget" data-line={state.line}>
        <Header close={close} />
        <Notices />
        {state.stage.kind === 'refused' ? (
          <Refused code={state.stage.code} />
        ) : state.stage.kind === 'starting' ? (
          <p className={classes.starting} role="status">
            {words.line.connecting}
          </p>
        ) : (
          <>
            <WaitBar />
            {hasTalk ? <Messages /> : <Welcome />}
            <RatingCard />
            {state.stage.session.blocked === undefined ? (
              <Composer />
            ) : (
              <Blocked blocked={state.stage.session.blocked} />
            )}
          </>
        )}
      </div>
    </WidgetContext>
  );
}

/** Tells the model whether anybody looks, and the page around how much is unread. */
function useWatched(model: WidgetModel, host: Host | null): void {
  const state = useStore(model.store);
  const [shown, setShown] = useState(true);
  const [visible, setVisible] = useState(() => document.visibilityState === 'visible');
  const [readSeq, setReadSeq] = useState(0);
  const watched = shown && visible;
  const last = lastSeqFrom(state.log, (message) => message.from.kind !== 'viewer');
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  useEffect(
    () => host?.listen((message) => (message.kind === 'shown' ? setShown(message.shown) : undefined)),
    [host],
  );
  useEffect(() => model.watched(watched), [model, watched]);
  useEffect(() => {
    if (!watched) return;
    const timer = setInterval(model.probe, PROBE_EVERY_MS);
    return () => clearInterval(timer);
  }, [model, watched]);
  useEffect(() => {
    if (watched) setReadSeq(last);
  }, [watched, last]);
  const unread = watched ? 0 : unreadCount(state, readSeq);
  useEffect(() => host?.tell({ kind: 'unread', count: unread }), [host, unread]);
}
