import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRoute } from '../../app/routes.ts';
import { useDesk, useNow } from '../../app/services.tsx';
import { ageText } from '../../logic/time.ts';
import { Panel } from '../parts/Panel.tsx';
import { type RoomLoad, roomLoads } from './load.ts';
import classes from './supervisor.module.css';

/** Every room: what waits in it, for how long, and who is on it. */
export function RoomsTable() {
  const { t } = useTranslation('supervisor');
  const rooms = useDesk((desk) => desk.rooms);
  const flags = useDesk((desk) => desk.flags);
  const now = useNow(2_000);
  const loads = useMemo(() => roomLoads([...rooms.values()], [...flags.values()], now), [rooms, flags, now]);
  return (
    <Panel title={t('rooms.title')} className={classes.rooms}>
      {loads.length === 0 ? <p className={classes.nothing}>{t('rooms.empty')}</p> : null}
      <table className={classes.table} hidden={loads.length === 0}>
        <thead>
          <tr>
            <th>{t('rooms.name')}</th>
            <th className={classes.num}>{t('rooms.rate')}</th>
            <th className={classes.num}>{t('rooms.open')}</th>
            <th className={classes.num}>{t('rooms.late')}</th>
            <th className={classes.num}>{t('rooms.oldest')}</th>
            <th>{t('rooms.workers')}</th>
          </tr>
        </thead>
        <tbody>
          {loads.map((load) => (
            <Row key={load.view.room.id} load={load} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Row(props: { readonly load: RoomLoad }) {
  const { t } = useTranslation('supervisor');
  const { view, open, late, oldestMs, workers } = props.load;
  return (
    <tr data-testid="room-load" data-id={view.room.id}>
      <td>
        <a href={formatRoute({ kind: 'workbench', roomId: view.room.id })}>{view.room.name}</a>
        <span className={classes.dim}> {t(`common:source.${view.status.state}`)} · </span>
        <a className={classes.quiet} href={formatRoute({ kind: 'streamer', roomId: view.room.id })}>
          {t('rooms.streamerPage')}
        </a>
        {view.modes.emergency === undefined ? null : (
          <span className={classes.urgent}>{t('rooms.emergency')}</span>
        )}
        {view.coverage < 0.9995 ? (
          <span className={classes.dim}> {t('rooms.coverage', { p: (view.coverage * 100).toFixed(1) })}</span>
        ) : null}
      </td>
      <td className={classes.num}>{view.rate.toFixed(view.rate < 10 ? 1 : 0)}</td>
      <td className={classes.num}>{open}</td>
      <td className={classes.num}>{late === 0 ? '0' : <span className={classes.late}>! {late}</span>}</td>
      <td className={classes.num}>{oldestMs === null ? '—' : ageText(oldestMs)}</td>
      <td>
        {workers.length > 0 ? (
          workers.map((worker) => `${worker.name} ${worker.claimed}`).join(' · ')
        ) : (
          <span className={classes.dim}>{open === 0 ? '—' : t('rooms.nobody')}</span>
        )}
      </td>
    </tr>
  );
}
