import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { RatePoint } from '../../../shared/learning/views.ts';
import { clockText } from '../../logic/time.ts';
import { AXIS, TOOLTIP } from '../stats/chart-style.ts';
import { barsOf, rateText } from './figures.ts';
import classes from './learning.module.css';

/** The last 48 half hours with chat: messages as bars, alerts per 1,000 as a line, the wish as a rule. */
export const RateChart = memo(function RateChart(props: {
  readonly series: readonly RatePoint[];
  readonly wanted: number;
}) {
  const { t } = useTranslation('learning');
  const [asTable, setAsTable] = useState(false);
  const bars = barsOf(props.series);
  if (bars.length === 0) return <p className={classes.nothing}>{t('chart.empty')}</p>;
  return (
    <>
      <div className={classes.line}>
        <span className={classes.dim}>{t('chart.means')}</span>
        <button
          type="button"
          className={classes.link}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'chart.asChart' : 'chart.asTable')}
        </button>
      </div>
      {asTable ? (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('chart.when')}</th>
                <th>{t('chart.messages')}</th>
                <th>{t('chart.alerts')}</th>
                <th>{t('chart.rate')}</th>
              </tr>
            </thead>
            <tbody>
              {bars.toReversed().map((bar) => (
                <tr key={bar.at}>
                  <th scope="row">{clockText(bar.at).slice(0, 5)}</th>
                  <td>{bar.messages}</td>
                  <td>{bar.alerts}</td>
                  <td>{rateText(bar.rate)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <ResponsiveContainer width="100%" height={168}>
          <ComposedChart data={[...bars]} margin={{ top: 8, right: 0, bottom: 0, left: 0 }}>
            <CartesianGrid stroke="var(--line)" vertical={false} />
            <XAxis dataKey="at" tickFormatter={(at: number) => clockText(at).slice(0, 5)} {...AXIS} />
            <YAxis yAxisId="rate" width={34} {...AXIS} />
            <YAxis yAxisId="messages" orientation="right" width={44} allowDecimals={false} {...AXIS} />
            <Tooltip
              {...TOOLTIP}
              labelFormatter={(at) => clockText(Number(at)).slice(0, 5)}
              formatter={(value, key) =>
                key === 'rate'
                  ? [rateText(Number(value)), t('chart.rate')]
                  : [String(value), t('chart.messages')]
              }
            />
            <Bar
              yAxisId="messages"
              dataKey="messages"
              fill="var(--raise-2)"
              isAnimationActive={false}
              maxBarSize={16}
              radius={[2, 2, 0, 0]}
            />
            <ReferenceLine
              yAxisId="rate"
              y={props.wanted}
              stroke="var(--dim)"
              strokeDasharray="4 4"
              ifOverflow="extendDomain"
              label={{
                value: t('budget.wanted'),
                fill: 'var(--dim)',
                fontSize: 11,
                position: 'insideBottomLeft',
              }}
            />
            <Line
              yAxisId="rate"
              dataKey="rate"
              stroke="var(--accent)"
              strokeWidth={1.5}
              dot={{ r: 2.5, fill: 'var(--accent)' }}
              isAnimationActive={false}
              connectNulls={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      )}
    </>
  );
});
