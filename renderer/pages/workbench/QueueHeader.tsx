import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/services.tsx';
import { categoryName } from '../../ui/category.ts';
import { Chip } from './Chip.tsx';
import { useModel, useWorkbench } from './context.tsx';
import panes from './panes.module.css';
import classes from './queue.module.css';

const ORDER = ['raid', 'abuse', 'dispute', 'appeal', 'ad', 'flood', 'rule'];

/** How many wait, over which rooms, and of which kind. */
export function QueueHeader(props: {
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly waiting: number;
}) {
  const { t } = useTranslation('workbench');
  const { model } = useWorkbench();
  const scope = useModel((state) => state.scope);
  const category = useModel((state) => state.category);
  const manyRooms = useDesk((desk) => desk.rooms.size > 1);
  const kinds = ORDER.filter((kind) => (props.counts[kind] ?? 0) > 0 || kind === category);
  return (
    <header className={classes.header}>
      <div className={panes.head}>
        <b>{t('queue.title')}</b>
        <span className={panes.dim} data-testid="queue-count">
          {props.total}
        </span>
        {props.waiting > 0 ? (
          <span className={panes.notice}>{t('queue.waiting', { n: props.waiting })}</span>
        ) : null}
        <span className={panes.push} />
        {manyRooms ? (
          <Chip
            on={scope === 'room'}
            toggle={() => model.setState({ scope: scope === 'all' ? 'room' : 'all' })}
          >
            {t('queue.thisRoom')}
          </Chip>
        ) : null}
      </div>
      {kinds.length > 1 || category !== undefined ? (
        <div className={classes.chips}>
          <Chip on={category === undefined} toggle={() => model.setState({ category: undefined })}>
            {t('filter.all')}
          </Chip>
          {kinds.map((kind) => (
            <Chip
              key={kind}
              on={category === kind}
              toggle={() => model.setState({ category: category === kind ? undefined : kind })}
            >
              {categoryName(t, kind)} {props.counts[kind] ?? 0}
            </Chip>
          ))}
        </div>
      ) : null}
    </header>
  );
}
