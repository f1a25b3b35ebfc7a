import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../shared/api/views.ts';
import { formatRoute } from '../../app/routes.ts';
import { useNow } from '../../app/services.tsx';
import { useCategoryName } from '../../app/use-category-name.ts';
import { momentText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { ActionLine } from './ActionLine.tsx';
import panes from './panes.module.css';
import classes from './person.module.css';

/** Earlier tickets, flags and actions about somebody; actions can still be taken back here. */
export function PersonHistory(props: { readonly card: PersonCard }) {
  const { t } = useTranslation('workbench');
  const now = useNow(60_000);
  const nameOf = useCategoryName();
  const { card } = props;
  return (
    <>
      {card.tickets.length === 0 ? null : (
        <div className={classes.section}>
          <h3 className={classes.title}>{t('person.tickets')}</h3>
          <ol className={classes.lines}>
            {card.tickets.map((ticket) => (
              <li key={ticket.id}>
                <a className={panes.link} href={formatRoute({ kind: 'tickets', ticketId: ticket.id })}>
                  #{ticket.number}
                </a>
                <span>
                  {t(`common:ticketState.${ticket.state}`)} <HostileText text={ticket.title} />
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
      {card.actions.length === 0 ? null : (
        <div className={classes.section}>
          <h3 className={classes.title}>{t('person.actions')}</h3>
          <ol className={classes.lines}>
            {card.actions.map((action) => (
              <ActionLine key={action.id} action={action} />
            ))}
          </ol>
        </div>
      )}
      {card.flags.length === 0 ? null : (
        <div className={classes.section}>
          <h3 className={classes.title}>{t('person.flags')}</h3>
          <ol className={classes.lines}>
            {card.flags.map((flag) => (
              <li key={flag.id}>
                <time>{momentText(flag.firstAt, now)}</time>
                <span>
                  {nameOf(flag.category)} ·{' '}
                  {flag.outcome === undefined
                    ? t(`common:flagState.${flag.state}`)
                    : t(`common:outcome.${flag.outcome}`)}
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </>
  );
}
