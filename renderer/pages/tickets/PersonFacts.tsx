import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { useNow } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { Section } from '../parts/Panel.tsx';
import classes from './tickets.module.css';

/** The viewer a ticket is about, in two lines. */
export function PersonFacts(props: { readonly ticket: Ticket }) {
  const { t } = useTranslation('tickets');
  const now = useNow(60_000);
  const { person, context } = props.ticket;
  return (
    <Section title={t('person')}>
      {person === undefined ? (
        <span className={classes.meta}>{t('noPerson')}</span>
      ) : (
        <>
          <b className={classes.personName}>
            <HostileText text={person.name} />
            {person.medal === undefined ? null : (
              <span className={classes.medal}>
                <HostileText text={person.medal.name} /> {person.medal.level}
              </span>
            )}
          </b>
          <span className={classes.meta}>
            {t('messages', { n: context.messages })}
            {context.firstSeenAt === undefined
              ? ''
              : ` · ${t('firstSeen', { time: momentText(context.firstSeenAt, now) })}`}
          </span>
        </>
      )}
    </Section>
  );
}
