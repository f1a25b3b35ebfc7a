import { useTranslation } from 'react-i18next';
import { scoreBars } from './figures.ts';
import classes from './learning.module.css';

/** Recent messages by score, and where the limit stands among them. */
export function Scores(props: {
  readonly scores: readonly number[];
  readonly threshold: number;
  readonly name: string;
}) {
  const { t } = useTranslation('learning');
  const bars = scoreBars(props.scores, props.threshold);
  const total = props.scores.reduce((sum, count) => sum + count, 0);
  const above = bars.filter((bar) => bar.isAbove).reduce((sum, bar) => sum + bar.count, 0);
  const label =
    total === 0 ? t('thresholds.noScores') : t('thresholds.scores', { name: props.name, n: total, above });
  return (
    <span className={classes.scores} role="img" aria-label={label} title={label}>
      {bars.map((bar) => (
        <span
          key={bar.from}
          style={{ height: `${Math.max(bar.count > 0 ? 6 : 2, bar.height * 100)}%` }}
          data-above={bar.isAbove}
        />
      ))}
      <i style={{ left: `${props.threshold * 100}%` }} />
    </span>
  );
}
