import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useNow } from '../../app/services.tsx';
import { ageText } from '../../logic/time.ts';
import { Panel } from '../parts/Panel.tsx';
import { AgentLoads } from './AgentLoads.tsx';
import { workerLoads } from './load.ts';
import classes from './supervisor.module.css';

/** What each controller and each support agent holds, over all rooms. */
export function LoadTable() {
  const { t } = useTranslation('supervisor');
  const flags = useDesk((desk) => desk.flags);
  const rooms = useDesk((desk) => desk.rooms);
  const now = useNow(2_000);
  const loads = useMemo(() => workerLoads([...flags.values()], now), [flags, now]);
  const most = Math.max(1, ...loads.map((load) => load.claimed));
  return (
    <Panel title={t('load.people')} className={classes.loads}>
      <h3 className={classes.part}>{t('load.title')}</h3>
      {loads.length === 0 ? <p className={classes.nothing}>{t('load.empty')}</p> : null}
      <table className={classes.table} hidden={loads.length === 0}>
        <thead>
          <tr>
            <th>{t('load.name')}</th>
            <th>{t('load.claimed')}</th>
            <th className={classes.num}>{t('load.late')}</th>
            <th className={classes.num}>{t('load.oldest')}</th>
          </tr>
        </thead>
        <tbody>
          {loads.map((load) => (
            <tr key={load.id} title={load.roomIds.map((id) => rooms.get(id)?.room.name ?? '').join(' · ')}>
              <td>{load.name}</td>
              <td>
                <span className={classes.meter}>
                  <i style={{ width: `${(load.claimed / most) * 100}%` }} />
                </span>{' '}
                {load.claimed}
              </td>
              <td className={classes.num}>
                {load.late === 0 ? '0' : <span className={classes.late}>! {load.late}</span>}
              </td>
              <td className={classes.num}>{ageText(load.oldestMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <AgentLoads />
    </Panel>
  );
}
