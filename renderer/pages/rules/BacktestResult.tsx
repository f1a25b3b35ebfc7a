import { Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BacktestView } from '../../../shared/rules/views.ts';
import { useWord } from '../../app/use-word.ts';
import { dayText } from '../../logic/time.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Chips } from '../parts/Chips.tsx';
import common from './common.module.css';
import { HitRows } from './HitRows.tsx';
import classes from './hits.module.css';

const PARTS = ['newly', 'stopped', 'same'] as const;

/** How a back-test stands: progress, then the difference in a sentence, then its rows. */
export function BacktestResult(props: { readonly view: BacktestView; readonly compared: boolean }) {
  const { t } = useTranslation('rules');
  const word = useWord();
  const { view } = props;
  const [picked, setPicked] = useState<(typeof PARTS)[number] | null>(null);
  const part = picked ?? PARTS.find((one) => view[one] > 0) ?? 'newly';
  const count = (n: number) => n.toLocaleString('en-US');
  const steps = Object.entries(view.steps).filter(([, n]) => n > 0);
  const shown = view.rows[part];
  return (
    <div className={classes.result} data-testid="backtest" data-state={view.state}>
      <div className={classes.progress} role="status">
        <Progress value={view.progress * 100} size="sm" aria-label={t('backtest.progress')} />
        <span className={common.dim}>
          {t(`backtest.state.${view.state}`)} ·{' '}
          {t('backtest.scanned', { n: count(view.scanned), from: dayText(view.from), to: dayText(view.to) })}
        </span>
      </div>
      {view.problem === undefined ? null : <p className={common.error}>✕ {word(view.problem)}</p>}
      <p className={classes.verdict} data-testid="backtest-verdict">
        {props.compared
          ? t('backtest.diff', {
              newly: count(view.newly),
              stopped: count(view.stopped),
              same: count(view.same),
            })
          : t('backtest.would', { n: count(view.matched) })}
      </p>
      <p className={common.dim}>
        {t('backtest.people', { n: count(view.people), rate: view.perThousand.toFixed(2) })}
        {steps.map(([action, n]) => ` · ${t(`step.${action}`)} ${count(n)}`)}
        {view.overspent === 0 ? null : ` · ${t('backtest.overspent', { n: count(view.overspent) })}`}
        {view.truncated ? ` · ${t('backtest.truncated')}` : null}
      </p>
      {props.compared ? (
        <Chips
          label={t('backtest.rows')}
          value={part}
          choices={PARTS.map((value) => ({ value, name: t(`backtest.${value}`), count: view[value] }))}
          change={setPicked}
          testId="backtest-part"
        />
      ) : null}
      {shown.length === 0 ? (
        view.state === 'done' ? (
          <EmptyState title={t('backtest.empty')} hint={t('backtest.emptyHint')} />
        ) : null
      ) : (
        <HitRows rows={shown} />
      )}
      {shown.length > 0 && shown.length < view[part] ? (
        <p className={common.dim}>{t('backtest.first', { n: shown.length, of: count(view[part]) })}</p>
      ) : null}
    </div>
  );
}
