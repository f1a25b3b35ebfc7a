import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { useNow } from '../../app/services.tsx';
import { Section } from '../parts/Panel.tsx';
import { DueWords } from './DueMark.tsx';
import { duesOf } from './due.ts';
import classes from './tickets.module.css';
import work from './work.module.css';

/** Each promise of the ticket and how it stands. */
export function Targets(props: { readonly ticket: Ticket }) {
  const { t } = useTranslation('tickets');
  const now = useNow(1_000);
  const dues = duesOf(props.ticket, now);
  return (
    <Section title={t('due.title')}>
      {dues.length === 0 ? <span className={classes.meta}>{t('due.none')}</span> : null}
      <dl className={work.dues}>
        {dues.map((due) => (
          <div key={due.name}>
            <dt>{t(`due.${due.name}`)}</dt>
            <dd className={work.due} data-state={due.state}>
              <DueWords due={due} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
