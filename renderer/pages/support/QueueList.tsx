import { useTranslation } from 'react-i18next';
import { useNow, useSupport } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Chips } from '../parts/Chips.tsx';
import { Loading } from '../parts/Loading.tsx';
import type { Sections } from './lists.ts';
import { OfflineHint } from './OfflineHint.tsx';
import { QueueItem } from './QueueItem.tsx';
import classes from './support.module.css';

const MINE = ['offered', 'mine'] as const;
const ALL = ['offered', 'waiting', 'mine', 'withBot', 'others'] as const;

/** Who waits, longest first, and whom one talks with. */
export function QueueList(props: {
  readonly sections: Sections;
  readonly picked: string | undefined;
  readonly scope: 'mine' | 'all';
  readonly setScope: (scope: 'mine' | 'all') => void;
}) {
  const { t } = useTranslation('support');
  const now = useNow();
  const known = useSupport((support) => support.position !== undefined);
  const { sections, scope } = props;
  const parts = (scope === 'mine' ? MINE : ALL).filter((part) => sections[part].length > 0);
  return (
    <section className={classes.queue} aria-label={t('queue.label')}>
      <header className={classes.head}>
        <b>{t('queue.title')}</b>
        <span className={classes.push} />
        <Chips
          label={t('queue.scope')}
          value={scope}
          choices={[
            { value: 'mine', name: t('queue.mine'), count: sections.mine.length + sections.offered.length },
            { value: 'all', name: t('queue.all') },
          ]}
          change={props.setScope}
          testId="support-scope"
        />
      </header>
      <div className={classes.queueBody}>
        {known ? null : <Loading />}
        {known ? <OfflineHint /> : null}
        {known && parts.length === 0 ? (
          <EmptyState title={t('queue.empty')} hint={t('queue.emptyHint')} />
        ) : null}
        {parts.map((part) => (
          <div key={part} className={classes.part}>
            <h3>
              {t(`part.${part}`)} <span className={classes.partCount}>{sections[part].length}</span>
            </h3>
            {sections[part].map((row) => (
              <QueueItem
                key={row.conversation.id}
                row={row}
                offeredToMe={part === 'offered'}
                picked={row.conversation.id === props.picked}
                now={now}
              />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
