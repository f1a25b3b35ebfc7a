import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { useDesk, useMember } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Chips } from '../parts/Chips.tsx';
import { Loading } from '../parts/Loading.tsx';
import { TicketRow } from './TicketRow.tsx';
import { FIRST_FILTER, stateCounts, type TicketFilter } from './ticket-list.ts';
import classes from './tickets.module.css';

const STATES = ['unfinished', 'new', 'open', 'pending', 'solved', 'closed', 'all'] as const;
const ASSIGNEES = ['anyone', 'me', 'nobody'] as const;

/** Tickets, those that need somebody first, with filters and how many each would show. */
export function TicketList(props: {
  readonly all: readonly Ticket[];
  readonly listed: readonly Ticket[];
  readonly filter: TicketFilter;
  readonly setFilter: (filter: TicketFilter) => void;
  readonly picked: string | undefined;
  readonly open: (id: string) => void;
  readonly loading: boolean;
  readonly fault: Fault | undefined;
  readonly reload: () => void;
  readonly more: (() => void) | undefined;
}) {
  const { t } = useTranslation('tickets');
  return (
    <aside className={classes.list}>
      <Filters all={props.all} filter={props.filter} set={props.setFilter} />
      <div className={classes.rows}>
        {props.fault === undefined ? null : <FaultNotice fault={props.fault} retry={props.reload} />}
        {props.loading && props.all.length === 0 ? <Loading /> : null}
        {!props.loading && props.listed.length === 0 ? <Nothing {...props} /> : null}
        {props.listed.map((ticket) => (
          <TicketRow
            key={ticket.id}
            ticket={ticket}
            picked={ticket.id === props.picked}
            open={() => props.open(ticket.id)}
          />
        ))}
        {props.more === undefined ? null : (
          <Button variant="subtle" onClick={props.more} loading={props.loading}>
            {t('more')}
          </Button>
        )}
      </div>
    </aside>
  );
}

function Nothing(props: {
  readonly all: readonly Ticket[];
  readonly setFilter: (filter: TicketFilter) => void;
}) {
  const { t } = useTranslation('tickets');
  if (props.all.length === 0) return <EmptyState title={t('emptyTitle')} hint={t('emptyText')} />;
  return (
    <EmptyState title={t('noneMatch')}>
      <Button variant="default" onClick={() => props.setFilter({ ...FIRST_FILTER, state: 'all' })}>
        {t('filter.clear')}
      </Button>
    </EmptyState>
  );
}

function Filters(props: {
  readonly all: readonly Ticket[];
  readonly filter: TicketFilter;
  readonly set: (filter: TicketFilter) => void;
}) {
  const { t } = useTranslation('tickets');
  const { filter, set } = props;
  const me = useMember();
  const rooms = useDesk((desk) => desk.rooms);
  const counts = stateCounts(props.all, filter, me?.id);
  const departments = [...new Set(props.all.map((ticket) => ticket.department))].sort();
  return (
    <header className={classes.filters}>
      <Chips
        label={t('filter.state')}
        value={filter.state}
        change={(state) => set({ ...filter, state })}
        choices={STATES.map((value) => ({
          value,
          name:
            value === 'unfinished' || value === 'all'
              ? t(`filter.${value}`)
              : t(`common:ticketState.${value}`),
          count: counts[value] ?? 0,
        }))}
        testId="ticket-state"
      />
      <Chips
        label={t('filter.assignee')}
        value={filter.assignee}
        change={(assignee) => set({ ...filter, assignee })}
        choices={ASSIGNEES.map((value) => ({ value, name: t(`filter.${value}`) }))}
      />
      <div className={classes.selects}>
        <Select
          aria-label={t('filter.department')}
          placeholder={t('filter.anyDepartment')}
          data={departments}
          value={filter.department === '' ? null : filter.department}
          onChange={(department) => set({ ...filter, department: department ?? '' })}
          clearable
        />
        <Select
          aria-label={t('filter.room')}
          placeholder={t('filter.anyRoom')}
          data={[...rooms.values()].map((view) => ({ value: view.room.id, label: view.room.name }))}
          value={filter.roomId === '' ? null : filter.roomId}
          onChange={(roomId) => set({ ...filter, roomId: roomId ?? '' })}
          clearable
        />
      </div>
    </header>
  );
}
