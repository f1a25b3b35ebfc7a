import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { isWebAddress, openExternal } from '../parts/external.ts';
import { Section } from '../parts/Panel.tsx';
import classes from './tickets.module.css';

/** How the ticket stands in the other system it is sent to. */
export function External(props: { readonly ticket: Ticket }) {
  const { t } = useTranslation('tickets');
  const { external } = props.ticket;
  if (external === undefined || external.delivery === 'none') {
    return (
      <Section title={t('external')}>
        <span className={classes.meta}>{t('externalOff')}</span>
      </Section>
    );
  }
  const { url, fault, status, delivery } = external;
  return (
    <Section title={t('external')}>
      <span data-testid="ticket-delivery" data-delivery={delivery}>
        {t(`delivery.${delivery}`)}
        {status === undefined ? '' : ` · ${t('externalStatus', { status })}`}
      </span>
      {isWebAddress(url) ? (
        <button type="button" className={classes.textButton} onClick={() => openExternal(url)}>
          {t('openExternal')} ↗
        </button>
      ) : null}
      {fault === undefined ? null : <FaultNotice fault={fault} />}
    </Section>
  );
}
