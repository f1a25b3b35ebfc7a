import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket, TicketLink } from '../../../shared/domain/ticket.ts';
import { linkKey } from '../../../shared/domain/ticket-links.ts';
import { formatRoute } from '../../app/routes.ts';
import { useClient } from '../../app/services.tsx';
import { useCategoryName } from '../../app/use-category-name.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { Section } from '../parts/Panel.tsx';
import { useAct } from '../parts/use-act.ts';
import { LinkChooser } from './links/LinkChooser.tsx';
import { linkWords } from './links/row-words.ts';
import classes from './tickets.module.css';
import work from './work.module.css';

/** Conversations, flags, actions, gifts, orders, refunds and tickets that belong to it. */
export function Links(props: { readonly ticket: Ticket; readonly learn: (ticket: Ticket) => void }) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const nameOf = useCategoryName();
  const { ticket, learn } = props;
  const links = ticket.links ?? [];
  const [adding, setAdding] = useState(false);
  const act = useAct();
  const run = async (call: () => Promise<Ticket>) => {
    const answer = await act.run(call);
    if (answer.ok) learn(answer.value);
    return answer.ok;
  };
  return (
    <Section
      title={t('links.title')}
      side={
        <button
          type="button"
          className={classes.textButton}
          onClick={() => setAdding(true)}
          data-testid="ticket-link"
        >
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
              aria-label={`${t('links.remove')} ${linkWords(t, nameOf, link)}`}
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
      {adding ? <LinkChooser ticket={ticket} learn={learn} close={() => setAdding(false)} /> : null}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
    </Section>
  );
}

function LinkTitle(props: { readonly link: TicketLink }) {
  const { t } = useTranslation('tickets');
  const nameOf = useCategoryName();
  const { link } = props;
  const title = <HostileText text={linkWords(t, nameOf, link)} />;
  const route =
    link.kind === 'conversation'
      ? formatRoute({ kind: 'support', place: link.id })
      : link.kind === 'ticket'
        ? formatRoute({ kind: 'tickets', ticketId: link.id })
        : null;
  return route === null ? <span>{title}</span> : <a href={route}>{title}</a>;
}
