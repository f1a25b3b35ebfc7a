import { Tooltip } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRoute } from '../../app/routes.ts';
import type { Frozen } from '../../logic/frozen.ts';
import { ROW_FILTERS } from '../../logic/row-filter.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Chip } from './Chip.tsx';
import { useModel, useWorkbench } from './context.tsx';
import classes from './live.module.css';
import panes from './panes.module.css';

/** What the list covers and leaves out, and what of it one wants to see. */
export const LiveHeader = memo(function LiveHeader(props: {
  readonly thinned: number;
  readonly resets: number;
  readonly collapsed: boolean;
  readonly frozen: Frozen['why'] | undefined;
}) {
  const { t } = useTranslation('workbench');
  const { model, room } = useWorkbench();
  const filter = useModel((state) => state.rowFilter);
  const text = useModel((state) => state.rowText);
  const ambient = useModel((state) => state.ambient);
  return (
    <header className={classes.header}>
      <div className={panes.head}>
        <b>{t('live.title')}</b>
        <Tooltip label={t('live.coverageHint')}>
          <a className={panes.quiet} href={formatRoute({ kind: 'review', query: { room: room.room.id } })}>
            {t('live.coverage', { n: (room.coverage * 100).toFixed(1) })}
          </a>
        </Tooltip>
        <Notices {...props} />
        <span className={panes.push} />
        <div className={classes.filters}>
          {ROW_FILTERS.map((each) => (
            <Chip
              key={each}
              on={filter === each}
              toggle={() => model.setState({ rowFilter: each })}
              data-testid={`filter-${each}`}
            >
              {t(`filter.${each}`)}
            </Chip>
          ))}
          <Tooltip label={t('filter.ambientHint')}>
            <span>
              <Chip
                on={ambient}
                toggle={() => model.setState({ ambient: !ambient })}
                data-testid="filter-ambient"
              >
                {t('filter.ambient')}
              </Chip>
            </span>
          </Tooltip>
          <input
            id="live-filter"
            className={classes.search}
            value={text}
            placeholder={t('live.filterText')}
            aria-label={t('live.filterText')}
            onChange={(event) => model.setState({ rowText: event.currentTarget.value })}
            data-testid="live-filter"
          />
        </div>
      </div>
    </header>
  );
});

/** What is left out or held still; cut short where there is no room, and whole in its tooltip. */
function Notices(props: {
  readonly thinned: number;
  readonly resets: number;
  readonly collapsed: boolean;
  readonly frozen: Frozen['why'] | undefined;
}) {
  const { t } = useTranslation('workbench');
  const thinned = t('live.thinned', { n: props.thinned });
  return (
    <div className={classes.notices}>
      <Held frozen={props.frozen} collapsed={props.collapsed} />
      {props.thinned > 0 ? (
        <span className={panes.faint} title={thinned} data-testid="thinned">
          {thinned}
        </span>
      ) : null}
      {props.resets > 0 ? (
        <span className={panes.faint} title={t('live.reset')}>
          {t('live.reset')}
        </span>
      ) : null}
    </div>
  );
}

function Held(props: { readonly frozen: Frozen['why'] | undefined; readonly collapsed: boolean }) {
  const { t } = useTranslation('workbench');
  if (props.frozen === 'key' || props.frozen === 'scroll') {
    return (
      <span className={panes.notice} data-testid="frozen-notice">
        {t('live.frozen')} <Kbd k={t('key.space')} />
      </span>
    );
  }
  if (props.frozen === 'hover') {
    return (
      <span className={panes.notice} title={t('live.held')}>
        {t('live.held')}
      </span>
    );
  }
  if (!props.collapsed) return null;
  return (
    <span className={panes.notice} title={t('live.collapsing')}>
      {t('live.collapsing')}
    </span>
  );
}
