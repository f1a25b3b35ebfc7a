import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../shared/domain/action.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import { clockText } from '../../logic/time.ts';
import { SEVERITY_SHAPE } from '../../ui/SeverityTag.tsx';
import { PLOT_LEFT, PLOT_RIGHT } from './Chart.tsx';
import classes from './review.module.css';
import { type Mark, marksOf } from './timeline.ts';

/** Flags and actions as marks under the chart; a click goes to the moment. */
export const Lanes = memo(function Lanes(props: {
  readonly flags: readonly Flag[];
  readonly actions: readonly Action[];
  readonly from: number;
  readonly to: number;
  readonly seek: (at: number) => void;
}) {
  const { t } = useTranslation('review');
  const { from, to } = props;
  const marks = marksOf(props.flags, props.actions, Math.max(1, (to - from) / 90)).filter(
    (mark) => mark.at >= from && mark.at <= to,
  );
  const place = (mark: Mark) => ({ left: `${((mark.at - from) / (to - from)) * 100}%` });
  return (
    <div className={classes.lanes}>
      {(['flag', 'action'] as const).map((lane) => (
        <div key={lane} className={classes.lane} data-lane={lane}>
          <span className={classes.laneName}>{lane === 'flag' ? t('chart.flags') : t('chart.actions')}</span>
          <div className={classes.laneMarks} style={{ left: PLOT_LEFT, right: PLOT_RIGHT }}>
            {marks
              .filter((mark) => mark.lane === lane)
              .map((mark) => (
                <button
                  key={mark.ids[0]}
                  type="button"
                  className={classes.mark}
                  data-severity={mark.severity}
                  style={place(mark)}
                  title={`${clockText(mark.at)} ${t(lane === 'flag' ? 'chart.nFlags' : 'chart.nActions', { n: mark.count, count: mark.count })}`}
                  onClick={() => props.seek(mark.at)}
                >
                  {mark.severity === undefined ? '●' : SEVERITY_SHAPE[mark.severity]}
                </button>
              ))}
          </div>
        </div>
      ))}
    </div>
  );
});
