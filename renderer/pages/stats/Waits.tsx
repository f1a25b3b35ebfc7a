import { useTranslation } from 'react-i18next';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { StatRow } from '../../../shared/support/views.ts';
import { Card } from './Card.tsx';
import { AXIS, TOOLTIP } from './chart-style.ts';
import { type Stretch, stretches } from './days.ts';
import type { RowFilter } from './filter.ts';
import type { Range } from './range.ts';
import classes from './stats.module.css';
import { spanText } from './words.ts';

/** How many came and how long the first answer took, day by day. */
export function Waits(props: {
  readonly rows: readonly StatRow[];
  readonly range: Range;
  readonly pick: (filter: RowFilter) => void;
}) {
  const { t } = useTranslation('stats');
  const isDay = props.range.to - props.range.from <= 26 * 3_600_000;
  const data = stretches(props.rows, props.range);
  const name = (at: number): string => {
    const date = new Date(at);
    return isDay ? `${date.getHours()}:00` : `${date.getMonth() + 1}-${date.getDate()}`;
  };
  const behind = (one: Stretch) =>
    props.pick({ figure: 'stretch', from: one.at, to: one.until, name: name(one.at) });
  return (
    <Card
      id="waits"
      title={t('waits.title')}
      definition={t('waits.means')}
      sheet={() => [
        ['', t('waits.count'), `${t('waits.first')} (s)`],
        ...data.map((one) => [new Date(one.at).toISOString(), one.count, one.firstResponseSec]),
      ]}
      table={
        <table className={classes.table}>
          <thead>
            <tr>
              <th />
              <th>{t('waits.count')}</th>
              <th>{t('waits.first')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((one) => (
              <tr key={one.at}>
                <th scope="row">
                  <button type="button" className={classes.link} onClick={() => behind(one)}>
                    {name(one.at)}
                  </button>
                </th>
                <td>{one.count}</td>
                <td>{spanText(one.firstResponseSec === null ? undefined : one.firstResponseSec * 1_000)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <ResponsiveContainer width="100%" height={210}>
        <ComposedChart data={[...data]} margin={{ top: 8, right: 0, bottom: 0, left: 0 }}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="at" tickFormatter={name} {...AXIS} />
          <YAxis yAxisId="count" allowDecimals={false} width={34} {...AXIS} />
          <YAxis
            yAxisId="time"
            orientation="right"
            width={52}
            tickFormatter={(sec: number) => spanText(sec * 1_000)}
            {...AXIS}
          />
          <Tooltip
            {...TOOLTIP}
            labelFormatter={(at) => name(Number(at))}
            formatter={(value, key) =>
              key === 'count'
                ? [String(value), t('waits.count')]
                : [spanText(Number(value) * 1_000), t('waits.first')]
            }
          />
          <Bar
            yAxisId="count"
            dataKey="count"
            fill="var(--accent-line)"
            isAnimationActive={false}
            maxBarSize={26}
            radius={[2, 2, 0, 0]}
            onClick={(_, index) => {
              const one = data[index];
              if (one !== undefined) behind(one);
            }}
          />
          <Line
            yAxisId="time"
            dataKey="firstResponseSec"
            stroke="var(--ink)"
            strokeWidth={1.5}
            dot={{ r: 2.5, fill: 'var(--ink)' }}
            isAnimationActive={false}
            connectNulls
          />
        </ComposedChart>
      </ResponsiveContainer>
    </Card>
  );
}
