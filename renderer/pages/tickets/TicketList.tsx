import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DepartmentView } from '../../../shared/api/ticket-views.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { DeskNotice } from '../../../shared/domain/notice.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { TicketDesk } from '../../../shared/domain/ticket-desk.ts';
import { useDesk, useMember, usePreferences } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Chips } from '../parts/Chips.tsx';
import { Loading } from '../parts/Loading.tsx';
import { BulkBar } from './BulkBar.tsx';
import { ListHead } from './ListHead.tsx';
import { TicketRow } from './TicketRow.tsx';
import { FIRST_FILTER, stateCounts, type TicketFilter } from './ticket-list.ts';
import classes from './tickets.module.css';

const STATES = ['unfinished', 'new', 'open', 'pending', 'solved', 'closed', 'all'] as const;
const TARGET_FILTERS = ['any', 'breached', 'warned'] as const;
const ASSIGNEES = ['anyone', 'me', 'nobody'] as const;

/** Tickets, those that need somebody first, with filters and how many each would show. */
export function TicketList(props: {
  readonly all: readonly Ticket[];
  readonly listed: readonly Ticket[];
  readonly filter: TicketFilter;
  readonly setFilter: (filter: TicketFilter) => void;
  readonly picked: string | undefined;
  readonly now: number;
  readonly desk: TicketDesk | undefined;
  readonly departments: readonly DepartmentView[];
  readonly notices: readonly DeskNotice[];
  readonly readNotices: (ids: readonly string[]) => void;
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
  readonly learn: (...tickets: readonly Ticket[]) => void;
  readonly open: (id: string) => void;
  readonly loading: boolean;
  readonly fault: Fault | undefined;
  readonly reload: () => void;
  readonly more: (() => void) | undefined;
}) {
  const { t } = useTranslation('tickets');
  return (
    <aside className={classes.list}>
      <ListHead {...props} />
      <Filters
        all={props.all}
        filter={props.filter}
        set={props.setFilter}
        departments={props.departments}
        desk={props.desk}
        now={props.now}
      />
      {props.chosen.length === 0 ? null : (
        <BulkBar
          picked={props.chosen}
          departments={props.departments.map((one) => one.name)}
          clear={() => props.choose([])}
          learn={(tickets) => props.learn(...tickets)}
        />
      )}
      <div className={classes.rows}>
        {props.fault === undefined ? null : <FaultNotice fault={props.fault} retry={props.reload} />}
        {props.loading && props.all.length === 0 ? <Loading /> : null}
        {!props.loading && props.listed.length === 0 ? <Nothing {...props} /> : null}
        {props.listed.map((ticket) => (
          <TicketRow
            key={ticket.id}
            ticket={ticket}
            picked={ticket.id === props.picked}
            now={props.now}
            chosen={props.chosen.includes(ticket.id)}
            choose={(on) =>
              props.choose(
                on
                  ? [...props.chosen, ticket.id].slice(0, 200)
                  : props.chosen.filter((id) => id !== ticket.id),
              )
            }
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
  readonly departments: readonly DepartmentView[];
  readonly desk: TicketDesk | undefined;
  readonly now: number;
}) {
  const { t } = useTranslation('tickets');
  const { filter, set } = props;
  const me = useMember();
  const rooms = useDesk((desk) => desk.rooms);
  const [{ language }] = usePreferences();
  const counts = stateCounts(props.all, filter, me?.id, props.now);
  const counted = new Map(props.departments.map((one) => [one.name, one.unfinished]));
  const departments = [...new Set([...counted.keys(), ...props.all.map((ticket) => ticket.department)])].map(
    (name) => ({
      value: name,
      label: counted.has(name) ? t('queueOf', { name, n: counted.get(name) }) : name,
    }),
  );
  return (
    <header className={classes.filters}>
      <TextInput
        type="search"
        size="xs"
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        value={filter.text}
        onChange={(event) => set({ ...filter, text: event.currentTarget.value })}
        data-testid="ticket-search"
      />
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
      <Chips
        label={t('filter.target')}
        value={filter.target}
        change={(target) => set({ ...filter, target })}
        choices={TARGET_FILTERS.map((value) => ({
          value,
          name: t(`filter.${value === 'any' ? 'anyTarget' : value}`),
        }))}
        testId="ticket-target"
      />
      <div className={classes.selects}>
        <Select
          size="xs"
          aria-label={t('type')}
          placeholder={t('filter.anyType')}
          data={(props.desk?.types ?? []).map((type) => ({ value: type.id, label: type.name[language] }))}
          value={filter.type === '' ? null : filter.type}
          onChange={(type) => set({ ...filter, type: type ?? '' })}
          clearable
        />
        <Select
          size="xs"
          aria-label={t('filter.department')}
          placeholder={t('filter.anyDepartment')}
          data={departments}
          value={filter.department === '' ? null : filter.department}
          onChange={(department) => set({ ...filter, department: department ?? '' })}
          clearable
        />
        <Select
          size="xs"
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
