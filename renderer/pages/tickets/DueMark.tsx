import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { isUnfinished } from '../../../shared/domain/ticket-queue.ts';
import { ageText } from '../../logic/time.ts';
import { type Due, duesOf, mostUrgent } from './due.ts';
import work from './work.module.css';

/** The promise that is due first: how long is left, or how late it is, with a sign beside the colour. */
export function DueMark(props: { readonly ticket: Ticket; readonly now: number }) {
  const { t } = useTranslation('tickets');
  const { ticket, now } = props;
  const due = isUnfinished(ticket) ? mostUrgent(duesOf(ticket, now)) : undefined;
  if (due === undefined) return null;
  return (
    <span className={work.due} data-state={due.state} title={t(`due.${due.name}`)} data-testid="ticket-due">
      <DueWords due={due} />
    </span>
  );
}

/** A promise in words. */
export function DueWords(props: { readonly due: Due }) {
  const { t } = useTranslation('tickets');
  const { state, leftMs = 0 } = props.due;
  switch (state) {
    case 'breached':
      return <>◆ {t('due.breached', { age: ageText(-leftMs) })}</>;
    case 'warned':
      return <>▲ {t('due.left', { age: ageText(leftMs) })}</>;
    case 'running':
      return <>{t('due.left', { age: ageText(leftMs) })}</>;
    case 'paused':
      return <>{t('due.paused')}</>;
    default:
      return <>{t(`due.${state}`)}</>;
  }
}
