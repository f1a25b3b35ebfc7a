import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { useClient, useMember } from '../../app/services.tsx';
import { clockText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { MoneyList, MoneyText } from '../../ui/MoneyText.tsx';
import { Section } from '../parts/Panel.tsx';
import { useLoad } from '../parts/use-load.ts';
import { External } from './External.tsx';
import { LinkedActions, LinkedFlags } from './Linked.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import classes from './tickets.module.css';
import type { TicketChanger } from './use-ticket-change.ts';

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

/** Who has the ticket, whom it is about, and what belongs to it. */
export function TicketSide(props: { readonly ticket: Ticket; readonly change: TicketChanger }) {
  const { t } = useTranslation('tickets');
  const { ticket } = props;
  const { gifts } = ticket.context;
  return (
    <aside className={classes.side}>
      <Fields {...props} />
      {ticket.resolution === undefined ? null : (
        <Section title={t('resolution')}>
          <p className={classes.resolution}>{ticket.resolution}</p>
        </Section>
      )}
      <PersonFacts ticket={ticket} />
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

function Fields(props: { readonly ticket: Ticket; readonly change: TicketChanger }) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const me = useMember();
  const { ticket, change } = props;
  const members = useLoad('members', (signal) => client.session.members(undefined, { signal }));
  const settings = useLoad('settings', (signal) => client.settings.get(undefined, { signal }));
  const people = (members.value ?? [])
    .filter((member) => member.revokedAt === undefined && !member.roles.includes('streamer'))
    .map((member) => ({ value: member.id, label: member.name }));
  const { assignee } = ticket;
  const known = assignee === undefined || people.some((one) => one.value === assignee.id);
  const assignees = known ? people : [...people, { value: assignee.id, label: assignee.name }];
  const departments = [...new Set([...(settings.value?.departments ?? []), ticket.department])];
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
