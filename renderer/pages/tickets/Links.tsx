import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LINK_KINDS, type Ticket, type TicketLink } from '../../../shared/domain/ticket.ts';
import { linkKey } from '../../../shared/domain/ticket-links.ts';
import { formatRoute } from '../../app/routes.ts';
import { useClient } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { Section } from '../parts/Panel.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './tickets.module.css';
import work from './work.module.css';

/** Conversations, flags, actions, gifts, orders, refunds and tickets that belong to it. */
export function Links(props: { readonly ticket: Ticket; readonly learn: (ticket: Ticket) => void }) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const { ticket, learn } = props;
  const links = ticket.links ?? [];
  const [adding, setAdding] = useState(false);
  const [kind, setKind] = useState<TicketLink['kind']>('conversation');
  const [id, setId] = useState('');
  const act = useAct();
  const run = async (call: () => Promise<Ticket>) => {
    const answer = await act.run(call);
    if (answer.ok) learn(answer.value);
    return answer.ok;
  };
  const add = async () => {
    if (!(await run(() => client.tickets.link({ ticketId: ticket.id, kind, id: id.trim() })))) return;
    setId('');
    setAdding(false);
  };
  return (
    <Section
      title={t('links.title')}
      side={
        <button type="button" className={classes.textButton} onClick={() => setAdding(!adding)}>
          {t('links.add')}
        </button>
      }
    >
      {links.length === 0 ? <span className={classes.meta}>{t('links.none')}</span> : null}
      <ul className={work.links} data-testid="ticket-links">
        {links.map((link) => (
          <li key={linkKey(link)}>
            <span className={classes.kind}>{t(`links.kinds.${link.kind}`)}</span>
            <LinkTitle link={link} />
            {link.money === undefined ? null : <MoneyText money={link.money} />}
            <button
              type="button"
              className={classes.textButton}
              aria-label={`${t('links.remove')} ${link.title}`}
              title={t('links.remove')}
              disabled={act.busy}
              onClick={() =>
                void run(() => client.tickets.unlink({ ticketId: ticket.id, kind: link.kind, id: link.id }))
              }
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      {adding ? (
        <div className={work.linkAdd}>
          <Select
            size="xs"
            aria-label={t('links.kind')}
            data={LINK_KINDS.map((value) => ({ value, label: t(`links.kinds.${value}`) }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => setKind(LINK_KINDS.find((one) => one === value) ?? 'conversation')}
          />
          <TextInput
            size="xs"
            aria-label={t('links.id')}
            placeholder={t('links.id')}
            value={id}
            maxLength={400}
            onChange={(event) => setId(event.currentTarget.value)}
          />
          <Button size="compact-xs" disabled={id.trim() === ''} loading={act.busy} onClick={() => void add()}>
            {t('links.add')}
          </Button>
        </div>
      ) : null}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
    </Section>
  );
}

function LinkTitle(props: { readonly link: TicketLink }) {
  const { link } = props;
  const title = <HostileText text={link.title === '' ? link.id : link.title} />;
  const route =
    link.kind === 'conversation'
      ? formatRoute({ kind: 'support', place: link.id })
      : link.kind === 'ticket'
        ? formatRoute({ kind: 'tickets', ticketId: link.id })
        : null;
  return route === null ? <span>{title}</span> : <a href={route}>{title}</a>;
}
