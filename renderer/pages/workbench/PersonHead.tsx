import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../shared/api/views.ts';
import type { PersonRef } from '../../../shared/domain/person.ts';
import { formatRoute } from '../../app/routes.ts';
import { dayText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { MoneyList } from '../../ui/MoneyText.tsx';
import classes from './person.module.css';

/** Who it is, since when, and what they gave and got. */
export function PersonHead(props: {
  readonly person: PersonRef;
  readonly roomId: string;
  readonly card: PersonCard | undefined;
}) {
  const { t } = useTranslation('workbench');
  const { person, card } = props;
  const rows = formatRoute({
    kind: 'review',
    query: { room: props.roomId, person: person.id, name: person.name },
  });
  const facts = [
    person.medal === undefined ? undefined : `${person.medal.name} Lv.${person.medal.level}`,
    person.guardTier === undefined ? undefined : t(`guard.${person.guardTier}`, { defaultValue: '' }),
    ...(person.roles ?? []).map((role) => t(`role.${role}`)),
    card?.firstSeenAt === undefined ? undefined : t('person.since', { day: dayText(card.firstSeenAt) }),
    card === undefined ? undefined : t('person.messages', { n: card.messages, count: card.messages }),
    person.actionable ? undefined : t('person.notActionable'),
  ].filter((fact) => fact !== undefined && fact !== '');
  return (
    <>
      <div className={classes.who}>
        <span className={classes.avatar} aria-hidden="true">
          {[...person.name][0] ?? '·'}
        </span>
        <div className={classes.whoText}>
          <b className={classes.name}>
            <HostileText text={person.name} />
          </b>
          <span className={classes.facts}>
            <HostileText text={facts.join(' · ')} />
          </span>
        </div>
      </div>
      <dl className={classes.numbers}>
        <Figure href={rows} name={t('person.streamGifts')}>
          {card === undefined ? '…' : <MoneyList totals={card.streamTotals} />}
        </Figure>
        <Figure href={rows} name={t('person.allGifts')}>
          {card === undefined ? '…' : <MoneyList totals={card.totals} />}
        </Figure>
        <Figure href={rows} name={t('person.record')} title={t('person.recordHint')}>
          {card === undefined ? '…' : `${card.disputes} / ${card.sanctions}`}
        </Figure>
      </dl>
    </>
  );
}

function Figure(props: {
  readonly name: string;
  readonly href: string;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <div title={props.title}>
      <dt>{props.name}</dt>
      <dd>
        <a href={props.href}>{props.children}</a>
      </dd>
    </div>
  );
}
