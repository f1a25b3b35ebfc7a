import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow, useSupport } from '../../app/services.tsx';
import { ageText } from '../../logic/time.ts';
import { agentLoads } from './agent-load.ts';
import classes from './supervisor.module.css';

/** What each support agent holds, and who keeps viewers waiting. */
export function AgentLoads() {
  const { t } = useTranslation('supervisor');
  const agents = useSupport((support) => support.agents);
  const rows = useSupport((support) => support.rows);
  const now = useNow(2_000);
  const loads = useMemo(() => agentLoads(agents.values(), rows.values(), now), [agents, rows, now]);
  return (
    <>
      <h3 className={classes.part}>{t('agents.title')}</h3>
      {loads.length === 0 ? <p className={classes.nothing}>{t('agents.empty')}</p> : null}
      <table className={classes.table} hidden={loads.length === 0} data-testid="agent-loads">
        <thead>
          <tr>
            <th>{t('agents.name')}</th>
            <th>{t('agents.taken')}</th>
            <th className={classes.num}>{t('load.late')}</th>
            <th className={classes.num}>{t('agents.longest')}</th>
          </tr>
        </thead>
        <tbody>
          {loads.map((load) => (
            <tr key={load.id}>
              <td>
                {load.name} · {t(`support:state.${load.state}`)}
              </td>
              <td>
                <span className={classes.meter}>
                  <i style={{ width: `${Math.min(1, load.taken / load.capacity) * 100}%` }} />
                </span>{' '}
                {load.taken}/{load.capacity}
              </td>
              <td className={classes.num}>
                {load.late === 0 ? '0' : <span className={classes.late}>! {load.late}</span>}
              </td>
              <td className={classes.num}>{load.longestMs === 0 ? '—' : ageText(load.longestMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
