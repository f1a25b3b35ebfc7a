import { useTranslation } from 'react-i18next';
import { navigate, useRoute } from '../../app/navigation.ts';
import { useMember } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../parts/Loading.tsx';
import { BudgetCard } from './BudgetCard.tsx';
import { ExamplesCard } from './ExamplesCard.tsx';
import { Figures } from './Figures.tsx';
import classes from './learning.module.css';
import { ModelsCard } from './ModelsCard.tsx';
import { ResetCard } from './ResetCard.tsx';
import { RoomList } from './RoomList.tsx';
import { inOrder } from './rooms.ts';
import { ThresholdsCard } from './ThresholdsCard.tsx';
import { TrainingCard } from './TrainingCard.tsx';
import { useLearning } from './use-learning.ts';

/** What each room's detector has learnt, and how it is set. Controllers read, supervisors change. */
export function LearningPage() {
  const { t } = useTranslation('learning');
  const route = useRoute();
  const { rooms, learn } = useLearning();
  const canChange = useMember()?.roles.includes('supervisor') ?? false;
  if (rooms === undefined) return <Loading />;
  const all = inOrder(rooms);
  const asked = route.kind === 'learning' ? route.roomId : undefined;
  const view = all.find((room) => room.roomId === asked) ?? all[0];
  if (view === undefined) return <EmptyState title={t('empty.title')} hint={t('empty.hint')} />;
  const part = { view, learn, canChange };
  return (
    <div className={classes.page} data-testid="learning-page">
      <RoomList rooms={all} chosen={view.roomId} open={(roomId) => navigate({ kind: 'learning', roomId })} />
      <div className={classes.content} key={view.roomId}>
        <header className={classes.top}>
          <h1>{view.roomName}</h1>
          <span className={classes.state} data-state={view.state}>
            {view.state === 'learnt' ? `✓ ${t('state.learnt')}` : `○ ${t('state.prior')}`}
          </span>
          <span className={classes.dim}>{t(`stateMeans.${view.state}`)}</span>
        </header>
        {canChange ? null : <p className={classes.locked}>{t('readOnly')}</p>}
        <Figures view={view} />
        <div className={classes.pair}>
          <BudgetCard {...part} />
          <TrainingCard {...part} />
        </div>
        <ThresholdsCard {...part} />
        <ExamplesCard {...part} />
        <div className={classes.pair}>
          <ModelsCard {...part} />
          {canChange ? <ResetCard {...part} /> : null}
        </div>
      </div>
    </div>
  );
}
