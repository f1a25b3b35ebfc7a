import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { TicketDesk } from '../../../shared/domain/ticket-desk.ts';
import { formatRoute } from '../../app/routes.ts';
import { useClient, useDesk, useMember, useNow } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useLoad } from '../parts/use-load.ts';
import { ContextLines } from './ContextLines.tsx';
import { DueMark } from './DueMark.tsx';
import { Notes } from './Notes.tsx';
import { StateButtons } from './StateButtons.tsx';
import { StateTag } from './StateTag.tsx';
import { TicketDeeds } from './TicketDeeds.tsx';
import { TicketSide } from './TicketSide.tsx';
import classes from './tickets.module.css';
import { useTicketChange } from './use-ticket-change.ts';

/** What a ticket's page knows beside the ticket. */
interface Around {
  readonly all: readonly Ticket[];
  readonly desk: TicketDesk | undefined;
  readonly departments: readonly string[];
  readonly learn: (...tickets: readonly Ticket[]) => void;
}

/** One ticket: what happened around it, what was written since, and what may be done. */
export function TicketPage(
  props: Around & { readonly ticketId: string; readonly known: Ticket | undefined },
) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const asked = useLoad(props.known === undefined ? props.ticketId : null, (signal) =>
    client.tickets.get({ ticketId: props.ticketId }, { signal }),
  );
  const ticket = props.known ?? asked.value;
  if (asked.fault?.code === 'not_found') return <EmptyState title={t('missing')} />;
  if (asked.fault !== undefined) return <FaultNotice fault={asked.fault} retry={asked.reload} />;
  if (ticket === undefined) return <Loading />;
  return <Loaded {...props} ticket={ticket} />;
}

function Loaded(props: Around & { readonly ticket: Ticket }) {
  const { t } = useTranslation('tickets');
  const { ticket } = props;
  const room = useDesk((desk) => desk.rooms.get(ticket.roomId)?.room.name);
  const onDesk = useMember()?.roles.some((role) => role === 'controller' || role === 'supervisor') ?? false;
  const now = useNow(30_000);
  const change = useTicketChange(ticket);
  const anchor = ticket.context.lines.find((line) => line.eventId === ticket.context.anchorEventId);
  const review = {
    kind: 'review',
    query: { room: ticket.roomId, at: String(anchor?.at ?? ticket.createdAt) },
  } as const;
  return (
    <article className={classes.ticket} data-testid="ticket-page" data-state={ticket.state}>
      <header className={classes.ticketHead}>
        <a className={classes.back} href={formatRoute({ kind: 'tickets' })} aria-label={t('back')}>
          ‹
        </a>
        <h1>
          {t('number', { n: ticket.number })} <HostileText text={ticket.title} />
        </h1>
        <StateTag state={ticket.state} />
        <span className={classes.meta}>
          {room === undefined ? '' : `${room} · `}
          {t('createdBy', { name: ticket.createdBy.name, time: momentText(ticket.createdAt, now) })}
          {onDesk ? (
            <>
              {' '}
              · <a href={formatRoute(review)}>{t('review')}</a>
            </>
          ) : null}
        </span>
        <DueMark ticket={ticket} now={now} />
        <TicketDeeds {...props} />
        {ticket.mergedInto === undefined ? (
          <StateButtons ticket={ticket} change={change} />
        ) : (
          <a href={formatRoute({ kind: 'tickets', ticketId: ticket.mergedInto.ticketId })}>
            {t('merge.into', { n: ticket.mergedInto.number })}
          </a>
        )}
      </header>
      <div className={classes.notice}>
        {change.conflict ? (
          <p className={classes.conflict} role="alert" data-testid="ticket-conflict">
            ▲ {t('conflict')}
          </p>
        ) : null}
        {change.fault === undefined ? null : <FaultNotice fault={change.fault} dismiss={change.clear} />}
      </div>
      <div className={classes.middle}>
        <ContextLines ticket={ticket} />
        <Notes ticket={ticket} />
      </div>
      <TicketSide {...props} change={change} />
    </article>
  );
}
