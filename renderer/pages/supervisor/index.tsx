import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chips } from '../parts/Chips.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PeoplePage } from '../parts/people/PeoplePage.tsx';
import { Board } from './Board.tsx';
import { HarshList } from './HarshList.tsx';
import { NotifyButton } from './NotifyButton.tsx';
import classes from './supervisor.module.css';

const TABS = ['board', 'harsh', 'audit', 'people'] as const;
type Tab = (typeof TABS)[number];

const AuditLog = lazy(() => import('./AuditLog.tsx').then((module) => ({ default: module.AuditLog })));

/** The supervisor's page: escalations, every room, who is overloaded, what was harsh, and the record. */
export function SupervisorPage() {
  const { t } = useTranslation('supervisor');
  const [tab, setTab] = useState<Tab>('board');
  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        <h1>{t('title')}</h1>
        <Chips
          label={t('title')}
          value={tab}
          change={setTab}
          choices={TABS.map((value) => ({ value, name: t(`tabs.${value}`) }))}
          testId="supervisor-tab"
        />
        <span className={classes.grow} />
        <NotifyButton />
      </header>
      <Suspense fallback={<Loading />}>
        <Content tab={tab} />
      </Suspense>
    </div>
  );
}

function Content(props: { readonly tab: Tab }) {
  switch (props.tab) {
    case 'board':
      return <Board />;
    case 'harsh':
      return <HarshList />;
    case 'audit':
      return <AuditLog />;
    case 'people':
      return <PeoplePage />;
  }
}
