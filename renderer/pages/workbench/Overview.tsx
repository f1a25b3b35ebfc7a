import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomView } from '../../../shared/api/views.ts';
import type { Flag, Severity } from '../../../shared/domain/flag.ts';
import { navigate } from '../../app/navigation.ts';
import { formatRoute } from '../../app/routes.ts';
import { Spark } from '../../app/Spark.tsx';
import { useDesk, usePreferences, useServices } from '../../app/services.tsx';
import { holdStill, sortQueue } from '../../logic/queue.ts';
import { Age } from '../../ui/Age.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { SEVERITY_SHAPE, SeverityTag } from '../../ui/SeverityTag.tsx';
import { FlagCard } from './FlagCard.tsx';
import { Help } from './Help.tsx';
import { choose } from './model.ts';
import classes from './overview.module.css';
import panes from './panes.module.css';
import { roomsByNeed } from './rooms-by-need.ts';
import { useNumberKeys } from './use-number-keys.ts';
import { useHover, useStill } from './use-still.ts';

const FLAGS_SHOWN = 3;
const ALL_SHOWN = 60;

/** Which room needs a person now, and why. */
export function Overview(props: { readonly overlay?: boolean; readonly here?: string | undefined }) {
  const { t } = useTranslation('workbench');
  const rooms = useDesk((desk) => desk.rooms);
  const loaded = useDesk((desk) => desk.position !== undefined);
  const sorted = useMemo(() => roomsByNeed(rooms.values()), [rooms]);
  const { workbench } = useServices();
  useNumberKeys(props.overlay === true ? [] : sorted.map((view) => view.room.id), () =>
    workbench.setState({ dialog: 'help' }),
  );
  if (sorted.length === 0) {
    if (!loaded) return <EmptyState title={t('common:loading')} />;
    return (
      <EmptyState title={t('overview.empty')} hint={t('overview.emptyHint')}>
        <a className={panes.link} href={formatRoute({ kind: 'settings', section: 'rooms' })}>
          {t('overview.addRoom')}
        </a>
      </EmptyState>
    );
  }
  const open = sorted.reduce((sum, view) => sum + view.openFlags, 0);
  return (
    <div className={classes.overview} data-overlay={props.overlay === true} data-testid="overview">
      {props.overlay ? null : (
        <h2 className={classes.overviewTitle}>
          {t('overview.title')}
          <span className={panes.dim}>{t('overview.summary', { n: sorted.length, flags: open })}</span>
        </h2>
      )}
      {sorted.map((view, index) => (
        <RoomCard key={view.room.id} view={view} place={index + 1} here={props.here === view.room.id} />
      ))}
      {props.overlay ? null : <AllFlags />}
      {props.overlay ? null : <Help />}
    </div>
  );
}

/** What waits in every room, the most urgent first; a click goes there. */
function AllFlags() {
  const { t } = useTranslation('workbench');
  const { workbench } = useServices();
  const flags = useDesk((desk) => desk.flags);
  const waiting = useMemo(() => sortQueue(flags.values(), {}), [flags]);
  const { over, handlers } = useHover();
  const fresh = useMemo(() => waiting.slice(0, ALL_SHOWN).map((flag) => flag.id), [waiting]);
  const shown = useStill(fresh, over, (kept) => kept.length === 0);
  const still = over ? holdStill(shown, fresh) : { ids: fresh, waiting: 0 };
  const open = useCallback(
    (flag: Flag) => {
      choose(workbench, { kind: 'flag', flagId: flag.id });
      navigate({ kind: 'workbench', roomId: flag.roomId });
    },
    [workbench],
  );
  return (
    <section className={classes.allFlags} {...handlers}>
      <h2 className={classes.overviewTitle}>
        {t('overview.queue')}
        {still.waiting > 0 ? (
          <span className={panes.notice}>{t('queue.waiting', { n: still.waiting })}</span>
        ) : null}
      </h2>
      {still.ids.length === 0 ? <EmptyState title={t('queue.empty')} hint={t('queue.emptyHint')} /> : null}
      <div className={classes.flagGrid}>
        {still.ids.map((id) => {
          const flag = flags.get(id);
          if (flag === undefined) return null;
          return <FlagCard key={id} flag={flag} selected={false} elsewhere choose={open} />;
        })}
      </div>
    </section>
  );
}

function RoomCard(props: { readonly view: RoomView; readonly place: number; readonly here: boolean }) {
  const { t } = useTranslation('workbench');
  const [{ language }] = usePreferences();
  const { view, place } = props;
  const flags = useDesk((desk) => desk.flags);
  const waiting = useMemo(
    () => sortQueue(flags.values(), { roomId: view.room.id }).slice(0, FLAGS_SHOWN),
    [flags, view.room.id],
  );
  const { state } = view.status;
  const down = state === 'connecting' || state === 'reconnecting' || state === 'failed';
  const need: Severity | undefined = waiting[0]?.severity ?? (down ? 'mid' : undefined);
  return (
    <a
      className={classes.roomCard}
      href={formatRoute({ kind: 'workbench', roomId: view.room.id })}
      data-testid="overview-room"
      data-room-id={view.room.id}
      data-need={need}
      data-here={props.here}
    >
      <span className={classes.roomTop}>
        {place <= 9 ? <Kbd k={String(place)} /> : null}
        <b>{view.room.name}</b>
        <span className={panes.dim}>{t(`common:source.${view.status.state}`)}</span>
      </span>
      <span className={classes.roomWhy}>
        {need === undefined ? '' : `${SEVERITY_SHAPE[need]} `}
        {view.why?.[language] ?? t('overview.calm')}
      </span>
      {waiting.map((flag) => (
        <span key={flag.id} className={classes.roomTop}>
          <SeverityTag severity={flag.severity} category={flag.category} />
          <span className={classes.what}>
            <HostileText text={flag.evidence.at(-1)?.text ?? ''} />
          </span>
          <Age since={flag.firstAt} dueAt={flag.dueAt} />
        </span>
      ))}
      <span className={classes.roomFacts}>
        <Spark values={view.spark} />
        <span>{Math.round(view.rate)}/s</span>
        <span>{t('overview.flags', { n: view.openFlags })}</span>
        <span>{t('live.coverage', { n: (view.coverage * 100).toFixed(1) })}</span>
      </span>
    </a>
  );
}
