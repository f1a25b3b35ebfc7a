import { useTranslation } from 'react-i18next';
import { Bar, BarChart, ErrorBar, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Mean, SupportStats } from '../../../shared/support/views.ts';
import { Card } from './Card.tsx';
import { AXIS, TOOLTIP } from './chart-style.ts';
import type { RowFilter } from './Rows.tsx';
import { seconds } from './sheet.ts';
import classes from './stats.module.css';
import { meanInterval, percent, spanText } from './words.ts';

const ROW_PX = 26;
const MOST = 10;

interface Props {
  readonly stats: SupportStats;
  readonly pick: (filter: RowFilter) => void;
}

/** What viewers come about, and how it went. */
export function TopicsChart({ stats, pick }: Props) {
  const { t } = useTranslation('stats');
  const interval = [t('csv.low'), t('csv.high'), t('csv.count')];
  const topics = stats.byTopic
    .toSorted((left, right) => right.conversations - left.conversations)
    .map((one) => ({ ...one, name: t(`support:topic.${one.topic}`) }));
  return (
    <Card
      id="topics"
      title={t('topics.title')}
      definition={t('topics.means')}
      sheet={() => [
        [
          t('topics.topic'),
          t('waits.count'),
          t('figure.satisfaction.name'),
          ...interval,
          t('figure.firstContact.name'),
          ...interval,
        ],
        ...topics.map(({ name, conversations, satisfaction, firstContact }) => [
          name,
          conversations,
          satisfaction.mean,
          ...[satisfaction.low, satisfaction.high, satisfaction.count],
          firstContact.share,
          ...[firstContact.low, firstContact.high, firstContact.of],
        ]),
      ]}
      table={
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('topics.topic')}</th>
              <th>{t('waits.count')}</th>
              <th>{t('figure.satisfaction.name')}</th>
              <th>{t('figure.firstContact.name')}</th>
            </tr>
          </thead>
          <tbody>
            {topics.map((one) => (
              <tr key={one.topic}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes.link}
                    onClick={() => pick({ figure: 'topic', topic: one.topic })}
                  >
                    {one.name}
                  </button>
                </th>
                <td>{one.conversations}</td>
                <td>
                  <Score mean={one.satisfaction} />
                </td>
                <td>
                  {percent(one.firstContact.share)}{' '}
                  <Few small={one.firstContact.small} count={one.firstContact.of} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <ResponsiveContainer width="100%" height={Math.max(80, Math.min(MOST, topics.length) * ROW_PX + 24)}>
        <BarChart
          data={topics.slice(0, MOST)}
          layout="vertical"
          margin={{ top: 0, right: 12, bottom: 0, left: 0 }}
        >
          <XAxis type="number" allowDecimals={false} {...AXIS} />
          <YAxis type="category" dataKey="name" width={92} {...AXIS} interval={0} />
          <Tooltip {...TOOLTIP} formatter={(value) => [String(value), t('waits.count')]} />
          <Bar
            dataKey="conversations"
            fill="var(--accent-line)"
            isAnimationActive={false}
            maxBarSize={16}
            radius={[0, 2, 2, 0]}
            onClick={(_, index) => {
              const topic = topics[index]?.topic;
              if (topic !== undefined) pick({ figure: 'topic', topic });
            }}
          />
        </BarChart>
      </ResponsiveContainer>
    </Card>
  );
}

/** Satisfaction by agent with intervals: for help, not as a whip, so small samples are marked. */
export function AgentsChart({ stats, pick }: Props) {
  const { t } = useTranslation('stats');
  const interval = [t('csv.low'), t('csv.high'), t('csv.count')];
  const agents = stats.byAgent.map((one) => ({
    ...one,
    score: one.satisfaction.mean ?? null,
    spread: [
      (one.satisfaction.mean ?? 0) - (one.satisfaction.low ?? one.satisfaction.mean ?? 0),
      (one.satisfaction.high ?? one.satisfaction.mean ?? 0) - (one.satisfaction.mean ?? 0),
    ],
    label: `${one.name} · ${t('sample', { n: one.satisfaction.count })}`,
  }));
  return (
    <Card
      id="agents"
      title={t('agents.title')}
      definition={t('agents.means')}
      sheet={() => [
        [
          t('agents.agent'),
          t('agents.closed'),
          `${t('figure.firstResponse.name')} (s)`,
          t('figure.satisfaction.name'),
          ...interval,
        ],
        ...agents.map(({ name, closed, firstResponseMs, satisfaction }) => [
          name,
          closed,
          seconds(firstResponseMs.median),
          satisfaction.mean,
          ...[satisfaction.low, satisfaction.high, satisfaction.count],
        ]),
      ]}
      table={
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('agents.agent')}</th>
              <th>{t('agents.closed')}</th>
              <th>{t('figure.firstResponse.name')}</th>
              <th>{t('figure.satisfaction.name')}</th>
            </tr>
          </thead>
          <tbody>
            {agents.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes.link}
                    onClick={() => pick({ figure: 'agent', agent: one.id, name: one.name })}
                  >
                    {one.name}
                  </button>
                </th>
                <td>{one.closed}</td>
                <td>{spanText(one.firstResponseMs.median)}</td>
                <td>
                  <Score mean={one.satisfaction} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <ResponsiveContainer width="100%" height={Math.max(80, Math.min(MOST, agents.length) * ROW_PX + 24)}>
        <BarChart
          data={agents.slice(0, MOST)}
          layout="vertical"
          margin={{ top: 0, right: 12, bottom: 0, left: 0 }}
        >
          <XAxis type="number" domain={[0, 5]} {...AXIS} />
          <YAxis type="category" dataKey="label" width={130} {...AXIS} interval={0} />
          <Tooltip
            {...TOOLTIP}
            formatter={(value) => [Number(value).toFixed(2), t('figure.satisfaction.name')]}
          />
          <Bar
            dataKey="score"
            fill="var(--accent-line)"
            isAnimationActive={false}
            maxBarSize={16}
            radius={[0, 2, 2, 0]}
            onClick={(_, index) => {
              const one = agents[index];
              if (one !== undefined) pick({ figure: 'agent', agent: one.id, name: one.name });
            }}
          >
            <ErrorBar dataKey="spread" stroke="var(--ink)" width={4} direction="x" />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </Card>
  );
}

function Score(props: { readonly mean: Mean }) {
  const { mean } = props;
  if (mean.mean === undefined) return '—';
  return (
    <>
      {mean.mean.toFixed(2)} <span className={classes.dim}>{meanInterval(mean)}</span>{' '}
      <Few small={mean.small} count={mean.count} />
    </>
  );
}

function Few(props: { readonly small: boolean; readonly count: number }) {
  const { t } = useTranslation('stats');
  return (
    <span className={classes.dim}>
      {t('sample', { n: props.count })}
      {props.small ? ` · ${t('small')}` : ''}
    </span>
  );
}
