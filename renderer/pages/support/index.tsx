import { useTranslation } from 'react-i18next';
import { useRoute } from '../../app/navigation.ts';
import { formatRoute } from '../../app/routes.ts';
import { useSupport } from '../../app/services.tsx';
import { ageText } from '../../logic/time.ts';
import { Desk } from './Desk.tsx';
import { QUEUE_TARGET_MS } from './lists.ts';
import { StateSwitch } from './StateSwitch.tsx';
import { Knowledge } from './settings/Knowledge.tsx';
import { Questions } from './settings/Questions.tsx';
import { Setup } from './settings/Setup.tsx';
import classes from './support.module.css';

const PLACES = ['knowledge', 'questions', 'setup'] as const;

/** The support desk: conversations, the knowledge base, and how it all is set. */
export function SupportPage() {
  const { t } = useTranslation('support');
  const route = useRoute();
  const place = route.kind === 'support' ? route.place : undefined;
  const section = PLACES.find((one) => one === place);
  return (
    <div className={classes.page} data-testid="support-page">
      <header className={classes.top}>
        <nav aria-label={t('title')}>
          <a
            className={classes.tab}
            href={formatRoute({ kind: 'support' })}
            aria-current={section === undefined ? 'page' : undefined}
          >
            {t('tabs.talks')}
          </a>
          {PLACES.map((one) => (
            <a
              key={one}
              className={classes.tab}
              href={formatRoute({ kind: 'support', place: one })}
              aria-current={section === one ? 'page' : undefined}
              data-testid={`support-tab-${one}`}
            >
              {t(`tabs.${one}`)}
            </a>
          ))}
        </nav>
        <Gauges />
        <StateSwitch />
      </header>
      {section === undefined ? <Desk conversationId={place} /> : null}
      {section === 'knowledge' ? <Knowledge /> : null}
      {section === 'questions' ? <Questions /> : null}
      {section === 'setup' ? <Setup /> : null}
    </div>
  );
}

function Gauges() {
  const { t } = useTranslation('support');
  const gauges = useSupport((support) => support.gauges);
  if (gauges === undefined) return <span className={classes.push} />;
  const late = gauges.longestWaitMs > QUEUE_TARGET_MS;
  return (
    <p className={classes.gauges}>
      <span data-late={late && gauges.waiting > 0}>
        {t('gauges.waiting', { n: gauges.waiting })}
        {gauges.waiting > 0 ? ` · ${t('gauges.longest', { time: ageText(gauges.longestWaitMs) })}` : ''}
      </span>
      <span>{t('gauges.active', { n: gauges.active })}</span>
      <span>{t('gauges.bot', { n: gauges.withBot })}</span>
      <span>{t('gauges.online', { n: gauges.agentsOnline, free: gauges.freePlaces })}</span>
      {gauges.isOpenNow ? null : <b>{t('gauges.closed')}</b>}
    </p>
  );
}
