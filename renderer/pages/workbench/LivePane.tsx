import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatRow } from '../../../shared/api/views.ts';
import { useChat, useDesk } from '../../app/services.tsx';
import { deletedMessages } from '../../logic/deleted.ts';
import { type EvidenceMark, evidenceIndex } from '../../logic/evidence-index.ts';
import { freeze, newSince } from '../../logic/frozen.ts';
import { liveWindow, rememberKeys } from '../../logic/live-window.ts';
import { rowTest } from '../../logic/row-filter.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useModel, useWorkbench } from './context.tsx';
import { FrozenList } from './FrozenList.tsx';
import { LiveHeader } from './LiveHeader.tsx';
import classes from './live.module.css';
import { choose } from './model.ts';
import { SayBar } from './SayBar.tsx';
import { SourceLine } from './SourceLine.tsx';
import { TailList } from './TailList.tsx';
import { useCollapse } from './use-collapse.ts';
import { isMouseMoved } from './use-still.ts';
import { useWindowSize } from './use-window-size.ts';

/** The room as it goes by: live at the end, still under the pointer, and back in time on demand. */
export function LivePane() {
  const { t } = useTranslation('workbench');
  const { model, room } = useWorkbench();
  const roomId = room.room.id;
  const chat = useChat(roomId);
  const frozen = useModel((state) => state.frozen);
  const filter = useModel((state) => state.rowFilter);
  const text = useModel((state) => state.rowText);
  const ambient = useModel((state) => state.ambient);
  const subject = useModel((state) => state.subject);
  const chosen = subject?.kind === 'row' ? subject.row.id : undefined;
  const marks = useMarks(roomId);
  const collapse = useCollapse(chat.received);
  const [list, size] = useWindowSize();

  const shows = useMemo(
    () => rowTest(filter === 'all' && ambient ? 'everything' : filter, text, (row) => marks.has(row.id)),
    [filter, ambient, text, marks],
  );
  const [sameAs] = useState(rememberKeys);
  const source = frozen?.rows ?? chat.rows;
  const items = useMemo(
    () =>
      liveWindow(source, {
        shows,
        collapse,
        size,
        sameAs,
        single: (row) => row.marks.length > 0 || marks.has(row.id),
      }),
    [source, shows, collapse, size, sameAs, marks],
  );
  const actions = useDesk((desk) => desk.actions);
  const gone = useMemo(() => deletedMessages(actions.values(), source), [actions, source]);
  const still = frozen !== null && frozen.why !== 'hover';
  const behind = frozen === null ? null : newSince(frozen, chat, (row) => marks.has(row.id));
  const rows = useMemo(() => (still ? source.filter(shows) : []), [still, source, shows]);

  const hold = (why: 'hover' | 'scroll') =>
    model.setState((state) => ({ frozen: freeze(state.frozen, chat, why) }));
  const release = () => model.setState({ frozen: null });
  const pick = useCallback(
    (row: ChatRow) => choose(model, { kind: 'row', row, flagId: marks.get(row.id)?.flagId }),
    [model, marks],
  );
  useEffect(() => () => model.setState({ frozen: null }), [model]);

  return (
    <section className={classes.pane} aria-label={t('live.title')} data-testid="live">
      <LiveHeader thinned={chat.thinned} resets={chat.resets} collapsed={collapse} frozen={frozen?.why} />
      <div
        ref={list}
        className={classes.list}
        // Not on entering: a list that comes up under a mouse at rest must run on.
        onPointerMove={(event) => {
          if (isMouseMoved(event) && model.getState().frozen === null) hold('hover');
        }}
        onPointerLeave={() => {
          if (model.getState().frozen?.why === 'hover') release();
        }}
        onWheel={(event) => {
          if (event.deltaY < 0 && !still) hold('scroll');
        }}
      >
        {still ? (
          <FrozenList
            rows={rows}
            marks={marks}
            gone={gone}
            chosen={chosen}
            pick={pick}
            leave={frozen?.why === 'scroll' ? release : undefined}
          />
        ) : (
          <TailList items={items} slots={collapse} marks={marks} gone={gone} chosen={chosen} pick={pick} />
        )}
        {items.length === 0 && !still ? <Empty filtered={chat.rows.length > 0} /> : null}
        {behind !== null && (still || behind.rows > 0) ? (
          <button type="button" className={classes.behind} onClick={release} data-testid="return-live">
            ↓ {t('live.behind', { n: behind.rows })}
            {behind.flagged > 0 ? <b>{t('live.behindFlagged', { n: behind.flagged })}</b> : null}
          </button>
        ) : null}
      </div>
      <SourceLine hasRows={source.length > 0} />
      <SayBar />
    </section>
  );
}

function Empty(props: { readonly filtered: boolean }) {
  const { t } = useTranslation('workbench');
  const { room, commands } = useWorkbench();
  const { state } = room.status;
  if (props.filtered) return <EmptyState title={t('live.noMatch')} hint={t('live.noMatchHint')} />;
  if (state === 'live') return <EmptyState title={t('live.quiet')} hint={t('live.quietHint')} />;
  if (state === 'waiting')
    return <EmptyState title={t('common:source.waiting')} hint={t('live.waitingHint')} />;
  if (state === 'connecting' || state === 'reconnecting')
    return <EmptyState title={t(`common:source.${state}`)} hint={t('live.connectingHint')} />;
  return (
    <EmptyState title={t(`common:source.${state}`)} hint={t('live.notConnected')}>
      <button type="button" className={classes.connect} onClick={() => void commands.connect(room.room.id)}>
        {t('live.connect')}
      </button>
    </EmptyState>
  );
}

function useMarks(roomId: string): ReadonlyMap<string, EvidenceMark> {
  const flags = useDesk((desk) => desk.flags);
  return useMemo(() => evidenceIndex(flags.values(), roomId), [flags, roomId]);
}
