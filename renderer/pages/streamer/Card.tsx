import { useTranslation } from 'react-i18next';
import type { DisputeCard } from '../../../shared/api/views.ts';
import { clockText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import classes from './streamer.module.css';

/** One dispute in calm words, with what was done about it. */
export function Card(props: { readonly card: DisputeCard }) {
  const { t, i18n } = useTranslation('streamer');
  const { card } = props;
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <article className={classes.card} data-testid="dispute-card" data-status={card.status} data-id={card.id}>
      <header>
        <b>{t(`topic.${card.topic}`)}</b>
        <span className={classes.status} data-status={card.status}>
          {t(`status.${card.status}`)}
        </span>
      </header>
      <p className={classes.text}>
        <HostileText text={card.text[language]} />
      </p>
      <p className={classes.about}>
        {card.personName === undefined ? null : <HostileText text={card.personName} />}
        {card.stake === undefined ? null : (
          <span className={classes.stake}>
            {t('stake')} <MoneyText money={card.stake} />
          </span>
        )}
        <span>{t('since', { time: clockText(card.at).slice(0, 5) })}</span>
      </p>
      {card.steps.length === 0 ? (
        <p className={classes.about}>{t('noSteps')}</p>
      ) : (
        <ol className={classes.steps} aria-label={t('steps')}>
          {card.steps.map((step) => (
            <li key={`${step.at}${step.en}`}>
              <time>{clockText(step.at).slice(0, 5)}</time>
              <span>
                <HostileText text={step[language]} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}
