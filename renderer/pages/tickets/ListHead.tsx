import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DepartmentView } from '../../../shared/api/ticket-views.ts';
import type { DeskNotice } from '../../../shared/domain/notice.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { TicketDesk } from '../../../shared/domain/ticket-desk.ts';
import { useClient, useDesk, useSupport } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { NewTicket } from './NewTicket.tsx';
import { Notices } from './Notices.tsx';
import type { TicketFilter } from './ticket-list.ts';
import classes from './tickets.module.css';
import work from './work.module.css';

/** A new ticket, the next of a department, what I was told, and the list as a file. */
export function ListHead(props: {
  readonly all: readonly Ticket[];
  readonly filter: TicketFilter;
  readonly desk: TicketDesk | undefined;
  readonly departments: readonly DepartmentView[];
  readonly notices: readonly DeskNotice[];
  readonly readNotices: (ids: readonly string[]) => void;
  readonly learn: (...tickets: readonly Ticket[]) => void;
  readonly open: (id: string) => void;
}) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const act = useAct();
  const [making, setMaking] = useState(false);
  const rooms = useRooms(props.all);
  const { department } = props.filter;
  const arrived = (ticket: Ticket) => {
    props.learn(ticket);
    setMaking(false);
    props.open(ticket.id);
  };
  const take = async () => {
    const answer = await act.run(() => client.tickets.takeNext({ department }));
    if (answer.ok) arrived(answer.value);
  };
  return (
    <header className={work.listHead}>
      <Button
        size="compact-xs"
        disabled={props.desk === undefined || rooms.length === 0}
        title={rooms.length === 0 ? t('new.noRoom') : undefined}
        onClick={() => setMaking(true)}
        data-testid="ticket-new"
      >
        {t('new.open')}
      </Button>
      {department === '' ? null : (
        <Button
          size="compact-xs"
          variant="default"
          loading={act.busy}
          onClick={() => void take()}
          data-testid="ticket-take-next"
        >
          {t('takeNext')}
        </Button>
      )}
      <span className={work.push} />
      <Notices notices={props.notices} read={props.readNotices} />
      <ExportMenu filter={props.filter} />
      {act.fault === undefined ? null : act.fault.code === 'not_found' ? (
        <p className={classes.meta}>{t('takeNone')}</p>
      ) : (
        <FaultNotice fault={act.fault} dismiss={act.clear} />
      )}
      {making && props.desk !== undefined ? (
        <NewTicket
          desk={props.desk}
          departments={props.departments.map((one) => one.name)}
          rooms={rooms}
          made={arrived}
          close={() => setMaking(false)}
        />
      ) : null}
    </header>
  );
}

/** Rooms a ticket may be about: all one sees, or those that conversations came from. */
function useRooms(all: readonly Ticket[]): readonly { readonly value: string; readonly label: string }[] {
  const rooms = useDesk((desk) => desk.rooms);
  const rows = useSupport((support) => support.rows);
  if (rooms.size > 0) return [...rooms.values()].map(({ room }) => ({ value: room.id, label: room.name }));
  const ids = new Set([
    ...[...rows.values()].map((row) => row.conversation.roomId),
    ...all.map((ticket) => ticket.roomId),
  ]);
  return [...ids].map((id) => ({ value: id, label: id }));
}
