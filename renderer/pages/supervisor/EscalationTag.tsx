import { useTranslation } from 'react-i18next';
import type { Escalation } from '../../../shared/domain/escalation.ts';
import { SeverityTag } from '../../ui/SeverityTag.tsx';
import classes from './supervisor.module.css';

/** What an escalation is about: a category, a ticket, a viewer's talk with support, or the streamer's question. */
export function EscalationTag(props: { readonly escalation: Escalation }) {
  const { t } = useTranslation();
  const { category, severity, ticketId, conversationId } = props.escalation;
  if (category !== undefined) return <SeverityTag severity={severity} category={category} />;
  const about =
    ticketId !== undefined ? 'nav.tickets' : conversationId !== undefined ? 'nav.support' : 'roles.streamer';
  return <span className={classes.plainTag}>{t(about)}</span>;
}
