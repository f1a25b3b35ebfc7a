import { useTranslation } from 'react-i18next';
import type { Figure, Share, SupportStats } from '../../../shared/support/views.ts';
import type { RowFilter } from './Rows.tsx';
import classes from './stats.module.css';
import { change, meanInterval, percent, shareInterval, spanText } from './words.ts';

type Plain = Exclude<RowFilter['figure'], 'hour' | 'stretch' | 'topic' | 'agent'>;

interface Line {
  readonly id: Plain;
  readonly value: string;
  readonly more: string;
  readonly count: number;
  readonly small: boolean;
  readonly now: number | undefined;
  readonly earlier: number | undefined;
}

/** The figures on top: value, interval, sample, the stretch before; a click shows the rows. */
export function Figures(props: {
  readonly stats: SupportStats;
  readonly then: SupportStats | undefined;
  readonly pick: (filter: RowFilter) => void;
}) {
  const { t } = useTranslation('stats');
  const { stats, then } = props;
  const time = (id: Line['id'], figure: Figure, old: Figure | undefined): Line => ({
    id,
    value: spanText(figure.median),
    more: figure.p90 === undefined ? '' : t('p90', { time: spanText(figure.p90) }),
    count: figure.count,
    small: figure.count < 20,
    now: figure.median,
    earlier: old?.median,
  });
  const share = (id: Line['id'], one: Share, old: Share | undefined): Line => ({
    id,
    value: percent(one.share),
    more: shareInterval(one),
    count: one.of,
    small: one.small,
    now: one.share,
    earlier: old?.share,
  });
  const { satisfaction } = stats;
  const lines: readonly Line[] = [
    {
      id: 'conversations',
      value: String(stats.conversations),
      more: '',
      count: stats.conversations,
      small: false,
      now: stats.conversations,
      earlier: then?.conversations,
    },
    time('firstResponse', stats.firstResponseMs, then?.firstResponseMs),
    time('handling', stats.handlingMs, then?.handlingMs),
    time('wait', stats.waitMs, then?.waitMs),
    share('firstContact', stats.firstContact, then?.firstContact),
    {
      id: 'satisfaction',
      value: satisfaction.mean === undefined ? '—' : satisfaction.mean.toFixed(2),
      more: meanInterval(satisfaction),
      count: satisfaction.count,
      small: satisfaction.small,
      now: satisfaction.mean,
      earlier: then?.satisfaction.mean,
    },
    share('abandoned', stats.abandoned, then?.abandoned),
    share('botSolved', stats.botSolved, then?.botSolved),
    share('estimate', stats.estimateInside, then?.estimateInside),
    time('estimateError', stats.estimateErrorMs, then?.estimateErrorMs),
  ];
  return (
    <div className={classes.figures}>
      {lines.map((line) => {
        const moved = change(line.now, line.earlier);
        return (
          <button
            key={line.id}
            type="button"
            className={classes.figure}
            title={t(`figure.${line.id}.means`)}
            onClick={() => props.pick({ figure: line.id })}
            data-testid={`stats-figure-${line.id}`}
          >
            <span>{t(`figure.${line.id}.name`)}</span>
            <b>{line.value}</b>
            <small>
              {line.more === '' ? '' : `${line.more} · `}
              {t('sample', { n: line.count })}
              {line.small && line.count > 0 ? ` · ${t('small')}` : ''}
            </small>
            <small>
              {moved === null ? '' : t('before', { sign: moved.sign, share: percent(moved.share) })}
            </small>
            <em>{t(`figure.${line.id}.means`)}</em>
          </button>
        );
      })}
    </div>
  );
}
