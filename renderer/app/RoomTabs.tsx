import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomView } from '../../shared/api/views.ts';
import { useRoute } from './navigation.ts';
import { formatRoute } from './routes.ts';
import { Spark } from './Spark.tsx';
import { useDesk, usePreferences } from './services.tsx';
import classes from './top-bar.module.css';

/** One tab a room: is it live, how fast is it, how many flags wait, and which needs a person first. */
export function RoomTabs() {
  const { t } = useTranslation();
  const here = useRoute();
  const [{ language }] = usePreferences();
  const rooms = useDesk((desk) => desk.rooms);
  const sorted = useMemo(
    () => [...rooms.values()].sort((a, b) => a.room.createdAt - b.room.createdAt),
    [rooms],
  );
  const on = here.kind === 'workbench' ? here.roomId : undefined;
  const bar = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another room is chosen, or rooms come
  useEffect(() => {
    const chosen = bar.current?.querySelector('[aria-selected="true"]');
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [on, sorted.length]);
  return (
    <div ref={bar} className={classes.tabs} role="tablist">
      {sorted.map((view) => (
        <a
          key={view.room.id}
          title={view.why?.[language] ?? t(`source.${view.status.state}`)}
          role="tab"
          aria-selected={on === view.room.id}
          href={formatRoute({ kind: 'workbench', roomId: view.room.id })}
          className={classes.tab}
          data-testid="room-tab"
          data-room-id={view.room.id}
          data-state={view.status.state}
        >
          <span className={classes.dot} data-state={view.status.state} aria-hidden="true" />
          <span className={classes.roomName}>{view.room.name}</span>
          <TabBody view={view} />
        </a>
      ))}
    </div>
  );
}

function TabBody(props: { readonly view: RoomView }) {
  const { t } = useTranslation();
  const { view } = props;
  const { state } = view.status;
  return (
    <>
      {state === 'live' ? (
        <>
          <Spark values={view.spark} />
          <span className={classes.rate}>{Math.round(view.rate)}/s</span>
        </>
      ) : (
        <span className={classes.rate}>{t(`source.${state}`)}</span>
      )}
      {view.openFlags > 0 ? (
        <span className={classes.count} data-first={view.rank === 1}>
          {view.rank === 1 ? '◆ ' : ''}
          {view.openFlags}
        </span>
      ) : null}
      {view.modes.emergency ? <span className={classes.emergency}>!</span> : null}
    </>
  );
}
