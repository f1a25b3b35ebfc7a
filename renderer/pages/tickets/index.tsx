import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { navigate, useRoute } from '../../app/navigation.ts';
import { useClient, useDesk, useMember, useNow, useServices } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useTicketDesk } from '../parts/tickets/use-ticket-desk.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useLoad } from '../parts/use-load.ts';
import { TicketList } from './TicketList.tsx';
import { TicketPage } from './TicketPage.tsx';
import { FIRST_FILTER, listTickets, mergeTickets } from './ticket-list.ts';
import classes from './tickets.module.css';
import { useTickets } from './use-tickets.ts';

/** Work that outlives the stream: the list on the left, one ticket with its context on the right. */
export function TicketsPage() {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const route = useRoute();
  const me = useMember();
  const openId = route.kind === 'tickets' ? route.ticketId : undefined;
  const live = useDesk((desk) => desk.tickets);
  const [filter, setFilter] = useState(FIRST_FILTER);
  const [limit, setLimit] = useState(200);
  const [picked, setPicked] = useState<string | undefined>(openId);
  useEffect(() => setPicked(openId), [openId]);

  const stored = useLoad(`tickets ${limit}`, (signal) => client.tickets.list({ limit }, { signal }));
  const followed = useTickets();
  const { desk, departments } = useTicketDesk();
  const { desk: store } = useServices();
  const now = useNow(15_000);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const all = useMemo(
    () => mergeTickets(stored.value?.rows ?? [], followed.tickets, [...live.values()]),
    [stored.value, followed.tickets, live],
  );
  const listed = useMemo(() => listTickets(all, filter, me?.id, now), [all, filter, me?.id, now]);
  const names = departments.map((department) => department.name);
  const learn = (...tickets: readonly Ticket[]) =>
    store.learn(tickets.map((ticket) => ({ kind: 'ticket', ticket })));

  const move = (step: 1 | -1) => {
    const index = listed.findIndex((ticket) => ticket.id === picked);
    const next = listed[Math.min(listed.length - 1, Math.max(0, index + step))];
    if (next !== undefined) setPicked(next.id);
  };
  const open = (id: string | undefined) => navigate({ kind: 'tickets', ticketId: id });
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => open(picked),
    Escape: () => open(undefined),
  });

  return (
    <div className={classes.page} data-open={openId !== undefined}>
      <TicketList
        all={all}
        listed={listed}
        filter={filter}
        setFilter={setFilter}
        picked={picked}
        now={now}
        desk={desk}
        departments={departments}
        notices={followed.notices}
        readNotices={followed.read}
        chosen={chosen}
        choose={setChosen}
        learn={learn}
        open={open}
        loading={stored.loading}
        fault={stored.fault}
        reload={stored.reload}
        more={
          stored.value?.cursor === undefined || limit >= 500
            ? undefined
            : () => setLimit(Math.min(500, limit + 200))
        }
      />
      {openId === undefined ? (
        <EmptyState title={t('pick')} hint={t('pickHint')} />
      ) : (
        <TicketPage
          key={openId}
          ticketId={openId}
          known={all.find((ticket) => ticket.id === openId)}
          all={all}
          desk={desk}
          departments={names}
          learn={learn}
        />
      )}
    </div>
  );
}
