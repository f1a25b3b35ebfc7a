import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Area,
  Bar,
  ComposedChart,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatMoney, yuan } from '../../../shared/domain/money.ts';
import { clockText } from '../../logic/time.ts';
import classes from './review.module.css';
import { type Band, type pointsOf, ticksOf } from './timeline.ts';

/** Where the plot begins and ends inside the chart, px; marks and the cursor line up with it. */
export const PLOT_LEFT = 44;
export const PLOT_RIGHT = 56;

type Points = ReturnType<typeof pointsOf>;

/** Chat rate as an area, gift value as bars, gaps shaded. */
export const Chart = memo(function Chart(props: {
  readonly points: Points;
  readonly gaps: readonly Band[];
  readonly from: number;
  readonly to: number;
}) {
  const { from, to, gaps } = props;
  const seconds = to - from < 20 * 60_000;
  return (
    <ResponsiveContainer width="100%" height={150}>
      <ComposedChart data={[...props.points]} margin={{ top: 8, right: 0, bottom: 0, left: 0 }}>
        <defs>
          <pattern id="gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2" height="6" fill="var(--line-strong)" />
          </pattern>
        </defs>
        <XAxis
          dataKey="at"
          type="number"
          domain={[from, to]}
          allowDataOverflow
          tickFormatter={(at: number) => (seconds ? clockText(at) : clockText(at).slice(0, 5))}
          tick={TICK}
          stroke="var(--line-strong)"
          height={22}
          ticks={[...ticksOf(from, to, 10, new Date(from).getTimezoneOffset())]}
          minTickGap={40}
        />
        <YAxis yAxisId="rate" width={PLOT_LEFT} tick={TICK} stroke="none" tickCount={4} />
        <YAxis
          yAxisId="gifts"
          orientation="right"
          width={PLOT_RIGHT}
          tick={TICK}
          stroke="none"
          tickCount={4}
        />
        {gaps.map((gap) => (
          <ReferenceArea
            key={gap.from}
            yAxisId="rate"
            x1={Math.max(from, gap.from)}
            x2={Math.min(to, Math.max(gap.to, gap.from + (to - from) / 400))}
            fill="url(#gap)"
            fillOpacity={0.9}
            ifOverflow="hidden"
          />
        ))}
        <Bar
          yAxisId="gifts"
          dataKey="yuan"
          fill="var(--dim)"
          fillOpacity={0.55}
          isAnimationActive={false}
          maxBarSize={6}
        />
        <Area
          yAxisId="rate"
          dataKey="rate"
          type="linear"
          stroke="var(--accent)"
          strokeWidth={1.5}
          fill="var(--accent-line)"
          fillOpacity={0.22}
          isAnimationActive={false}
          connectNulls={false}
        />
        <Tooltip content={<Hint />} isAnimationActive={false} cursor={{ stroke: 'var(--line-strong)' }} />
      </ComposedChart>
    </ResponsiveContainer>
  );
});

const TICK = { fill: 'var(--dim)', fontSize: 11 } as const;

function Hint(props: { readonly payload?: readonly { readonly payload?: Points[number] }[] }) {
  const { t } = useTranslation('review');
  const point = props.payload?.[0]?.payload;
  if (point === undefined) return null;
  return (
    <div className={classes.hint}>
      <b>{clockText(point.at)}</b>
      <span>
        {t('chart.rate')} {point.rate ?? '—'}
      </span>
      {point.fen === '0' ? null : <span>{formatMoney(yuan(BigInt(point.fen)))}</span>}
      {point.flagged === 0 ? null : (
        <span>
          {t('chart.flags')} {point.flagged}
        </span>
      )}
    </div>
  );
}
