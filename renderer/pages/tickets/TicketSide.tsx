import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { TicketDesk } from '../../../shared/domain/ticket-desk.ts';
import { formatRoute } from '../../app/routes.ts';
import { useMember } from '../../app/services.tsx';
import { clockText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { MoneyList, MoneyText } from '../../ui/MoneyText.tsx';
import { Section } from '../parts/Panel.tsx';
import { ShopPanel } from '../parts/shop/ShopPanel.tsx';
import { usePeople } from '../parts/use-people.ts';
import { External } from './External.tsx';
import { LinkedActions, LinkedFlags } from './Linked.tsx';
import { Links } from './Links.tsx';
import { Merged } from './Merge.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { Targets } from './Targets.tsx';
import { TicketForm } from './TicketForm.tsx';
import classes from './tickets.module.css';
import type { TicketChanger } from './use-ticket-change.ts';

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

interface SideProps {
  readonly ticket: Ticket;
  readonly change: TicketChanger;
  readonly desk: TicketDesk | undefined;
  readonly departments: readonly string[];
  readonly learn: (...tickets: readonly Ticket[]) => void;
}

/** Who has the ticket, whom it is about, and what belongs to it. */
export function TicketSide(props: SideProps) {
  const { t } = useTranslation('tickets');
  const { ticket } = props;
  const { gifts } = ticket.context;
  return (
    <aside className={classes.side}>
      <Fields {...props} />
      <Targets ticket={ticket} />
      {props.desk === undefined ? null : (
        <TicketForm ticket={ticket} desk={props.desk} change={props.change} />
      )}
      {ticket.conversationId === undefined ? null : (
        <a
          className={classes.textButton}
          href={formatRoute({ kind: 'support', place: ticket.conversationId })}
          data-testid="ticket-conversation"
        >
          {t('conversation')} ›
        </a>
      )}
      <Links ticket={ticket} learn={props.learn} />
      <Merged ticket={ticket} learn={props.learn} />
      {ticket.satisfaction === undefined ? null : (
        <Section title={t('satisfaction')} side={t('score', { n: ticket.satisfaction.score })}>
          {ticket.satisfaction.text === undefined ? null : <HostileText text={ticket.satisfaction.text} />}
        </Section>
      )}
      {ticket.resolution === undefined ? null : (
        <Section title={t('resolution')}>
          <p className={classes.resolution}>{ticket.resolution}</p>
        </Section>
      )}
      <PersonFacts ticket={ticket} />
      <ShopPanel beside={{ ticketId: ticket.id }} />
      <Section title={t('totals')}>
        {ticket.context.totals.length === 0 ? (
          <span className={classes.meta}>{t('noTotals')}</span>
        ) : (
          <b>
            <MoneyList totals={ticket.context.totals} />
          </b>
        )}
      </Section>
      {gifts.length === 0 ? null : (
        <Section title={t('gifts')}>
          <ol className={classes.small}>
            {gifts.map((gift) => (
              <li key={gift.eventId}>
                <time>{clockText(gift.at)}</time>
                <HostileText text={gift.text} />
                <MoneyText money={gift.money} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      <LinkedFlags ticket={ticket} />
      <LinkedActions ticket={ticket} />
      <External ticket={ticket} />
    </aside>
  );
}

function Fields(props: SideProps) {
  const { t } = useTranslation('tickets');
  const me = useMember();
  const { ticket, change } = props;
  const people = usePeople();
  const { assignee } = ticket;
  const known = assignee === undefined || people.some((one) => one.value === assignee.id);
  const assignees = known ? people : [...people, { value: assignee.id, label: assignee.name }];
  const departments = [...new Set([...props.departments, ticket.department])];
  const locked = change.busy || ticket.state === 'closed';
  return (
    <div className={classes.fields}>
      <Select
        label={t('assignee')}
        placeholder={t('unassigned')}
        data={assignees}
        value={assignee?.id ?? null}
        onChange={(id) => void change.change({ assignee: id })}
        clearable
        disabled={locked}
        data-testid="ticket-assignee"
      />
      {assignee?.id === me?.id || locked || me === undefined ? null : (
        <button
          type="button"
          className={classes.textButton}
          onClick={() => void change.change({ assignee: me.id })}
          data-testid="ticket-take"
        >
          {t('take')}
        </button>
      )}
      <Select
        label={t('department')}
        data={departments}
        value={ticket.department}
        onChange={(department) => department !== null && void change.change({ department })}
        allowDeselect={false}
        disabled={locked}
        data-testid="ticket-department"
      />
      <Select
        label={t('priority')}
        data={PRIORITIES.map((value) => ({ value, label: t(`common:priority.${value}`) }))}
        value={ticket.priority}
        onChange={(value) => {
          const priority = PRIORITIES.find((one) => one === value);
          if (priority !== undefined) void change.change({ priority });
        }}
        allowDeselect={false}
        disabled={locked}
        data-testid="ticket-priority"
      />
    </div>
  );
}
