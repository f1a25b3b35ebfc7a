import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { useDesk, useNow } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { categoryName } from '../../ui/category.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { StateTag } from './StateTag.tsx';
import classes from './tickets.module.css';

/** One ticket in the list. */
export function TicketRow(props: {
  readonly ticket: Ticket;
  readonly picked: boolean;
  readonly open: () => void;
}) {
  const { t } = useTranslation('tickets');
  const { ticket } = props;
  const room = useDesk((desk) => desk.rooms.get(ticket.roomId)?.room.name);
  const now = useNow(30_000);
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (props.picked) row.current?.scrollIntoView({ block: 'nearest' });
  }, [props.picked]);
  return (
    <button
      ref={row}
      type="button"
      className={classes.row}
      data-testid="ticket-row"
      data-state={ticket.state}
      data-number={ticket.number}
      data-picked={props.picked}
      onClick={props.open}
    >
      <span className={classes.rowTop}>
        <b>{t('number', { n: ticket.number })}</b>
        <StateTag state={ticket.state} />
        {ticket.priority === 'urgent' || ticket.priority === 'high' ? (
          <span className={classes.priority} data-priority={ticket.priority}>
            {t(`common:priority.${ticket.priority}`)}
          </span>
        ) : null}
        <time>{momentText(ticket.createdAt, now)}</time>
      </span>
      <span className={classes.rowTitle}>
        <HostileText text={ticket.title} />
      </span>
      <span className={classes.rowMeta}>
        {ticket.category === 'other' ? t('otherCategory') : categoryName(t, ticket.category)} · {room ?? ''} ·{' '}
        {ticket.department} · {ticket.assignee?.name ?? t('unassigned')}
      </span>
    </button>
  );
}
