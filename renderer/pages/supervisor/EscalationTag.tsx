import { useTranslation } from 'react-i18next';
import type { Escalation } from '../../../shared/domain/escalation.ts';
import { SeverityTag } from '../../ui/SeverityTag.tsx';
import classes from './supervisor.module.css';

/** What an escalation is about: a category, a ticket, or the streamer's question. */
export function EscalationTag(props: { readonly escalation: Escalation }) {
  const { t } = useTranslation();
  const { category, severity, ticketId } = props.escalation;
  if (category !== undefined) return <SeverityTag severity={severity} category={category} />;
  return (
    <span className={classes.plainTag}>
      {ticketId === undefined ? t('roles.streamer') : t('nav.tickets')}
    </span>
  );
}
