import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { useDesk } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { categoryName } from '../../ui/category.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { DueMark } from './DueMark.tsx';
import { StateTag } from './StateTag.tsx';
import classes from './tickets.module.css';

/** One ticket in the list. */
export function TicketRow(props: {
  readonly ticket: Ticket;
  readonly picked: boolean;
  readonly now: number;
  readonly chosen: boolean;
  readonly choose: (on: boolean) => void;
  readonly open: () => void;
}) {
  const { t } = useTranslation('tickets');
  const { ticket } = props;
  const room = useDesk((desk) => desk.rooms.get(ticket.roomId)?.room.name);
  const { now } = props;
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (props.picked) row.current?.scrollIntoView({ block: 'nearest' });
  }, [props.picked]);
  return (
    <div className={classes.rowBox} data-picked={props.picked} data-testid="ticket-line">
      <input
        type="checkbox"
        className={classes.pick}
        checked={props.chosen}
        aria-label={t('bulk.select', { n: ticket.number })}
        onChange={(event) => props.choose(event.currentTarget.checked)}
        data-testid="ticket-pick"
      />
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
          <DueMark ticket={ticket} now={now} />
          <time>{momentText(ticket.createdAt, now)}</time>
        </span>
        <span className={classes.rowTitle}>
          <HostileText text={ticket.title} />
        </span>
        <span className={classes.rowMeta}>
          {[
            ticket.category === 'other' ? t('otherCategory') : categoryName(t, ticket.category),
            room,
            ticket.department,
            ticket.assignee?.name ?? t('unassigned'),
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </span>
      </button>
    </div>
  );
}
