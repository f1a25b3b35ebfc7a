import { useTranslation } from 'react-i18next';
import { useClient, useNow } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useLoad } from '../parts/use-load.ts';
import classes from './settings.module.css';

/** What was sent to the other system, newest first, and how it went. */
export function Deliveries() {
  const { t } = useTranslation('settings');
  const client = useClient();
  const now = useNow(30_000);
  const page = useLoad('deliveries', (signal) => client.settings.hookDeliveries({ limit: 50 }, { signal }));
  const rows = page.value?.rows ?? [];
  return (
    <section className={classes.block}>
      <h2>{t('tickets.deliveries')}</h2>
      {page.loading ? <Loading /> : null}
      {page.fault === undefined ? null : <FaultNotice fault={page.fault} retry={page.reload} />}
      {page.value !== undefined && rows.length === 0 ? (
        <p className={classes.dim}>{t('tickets.deliveriesEmpty')}</p>
      ) : null}
      <ol className={classes.log}>
        {rows.map((row) => (
          <li key={row.id} data-state={row.state}>
            <time>{momentText(row.createdAt, now)}</time>
            <span>
              {t(`tickets.event.${row.event.replace(/^ticket\./, '')}`, {
                defaultValue: t('tickets.deliveryOther'),
              })}
            </span>
            <b>{t(`tickets.stateName.${row.state}`, { defaultValue: t('tickets.stateName.waiting') })}</b>
            <span className={classes.dim}>
              {t('tickets.attempts', { n: row.attempts })}
              {row.lastStatus === undefined ? '' : ` · ${t('tickets.answer', { status: row.lastStatus })}`}
              {row.nextAt > now && row.state !== 'delivered' && row.state !== 'failed'
                ? ` · ${t('tickets.next', { time: momentText(row.nextAt, now) })}`
                : ''}
            </span>
            {row.lastError === undefined ? null : (
              <span className={classes.error}>
                <HostileText text={row.lastError} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
