import { useTranslation } from 'react-i18next';
import type { TicketState } from '../../../shared/domain/ticket.ts';
import classes from './tickets.module.css';

const SHAPE: Readonly<Record<TicketState, string>> = {
  new: '○',
  open: '◐',
  pending: '◷',
  solved: '✓',
  closed: '■',
};

/** A ticket's state: shape and word. */
export function StateTag(props: { readonly state: TicketState }) {
  const { t } = useTranslation();
  return (
    <span className={classes.state} data-state={props.state}>
      <span aria-hidden="true">{SHAPE[props.state]}</span> {t(`ticketState.${props.state}`)}
    </span>
  );
}
