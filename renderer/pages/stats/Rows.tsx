import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatRow } from '../../../shared/support/views.ts';
import { formatRoute } from '../../app/routes.ts';
import { clockText, dayText } from '../../logic/time.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../parts/Loading.tsx';
import { type RowFilter, rowsBehind } from './filter.ts';
import classes from './stats.module.css';
import { spanText } from './words.ts';

export type { RowFilter } from './filter.ts';

const MOST = 200;

/** The conversations behind a figure, newest first. */
export function Rows(props: {
  readonly rows: readonly StatRow[];
  readonly loading: boolean;
  readonly filter: RowFilter | null;
  readonly clear: () => void;
  readonly timeZone: string;
}) {
  const { t } = useTranslation('stats');
  const { filter } = props;
  const behind = rowsBehind(props.rows, filter, props.timeZone);
  const shown = behind.slice(-MOST).reverse();
  const section = useRef<HTMLElement>(null);
  // What was clicked may stand a screen above its rows.
  useEffect(() => {
    if (filter !== null) section.current?.scrollIntoView({ block: 'start' });
  }, [filter]);
  return (
    <section ref={section} className={classes.card} data-testid="stats-rows">
      <header>
        <h2>
          {filter === null ? t('rows.all') : <FilterName filter={filter} />} · {behind.length}
        </h2>
        {filter === null ? null : (
          <button type="button" className={classes.link} onClick={props.clear}>
            {t('rows.clear')}
          </button>
        )}
      </header>
      {props.loading && props.rows.length === 0 ? <Loading /> : null}
      {!props.loading && behind.length === 0 ? (
        <EmptyState title={t('rows.empty')} hint={t('rows.emptyHint')} />
      ) : null}
      {shown.length === 0 ? null : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('rows.number')}</th>
              <th>{t('rows.at')}</th>
              <th>{t('topics.topic')}</th>
              <th>{t('agents.agent')}</th>
              <th>{t('figure.wait.name')}</th>
              <th>{t('rows.promised')}</th>
              <th>{t('figure.firstResponse.name')}</th>
              <th>{t('figure.handling.name')}</th>
              <th>{t('figure.firstContact.name')}</th>
              <th>{t('rows.score')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.conversationId}>
                <th scope="row">
                  <a href={formatRoute({ kind: 'support', place: row.conversationId })}>#{row.number}</a>
                </th>
                <td>
                  {dayText(row.at).slice(5)} {clockText(row.at)}
                </td>
                <td>{t(`support:topic.${row.topic}`)}</td>
                <td>{row.agent ?? (row.abandoned ? t('rows.left') : '—')}</td>
                <td>{spanText(row.waitMs)}</td>
                <td>
                  {row.promisedHighMs === undefined
                    ? '—'
                    : `${spanText(row.promisedLowMs)}–${spanText(row.promisedHighMs)}`}
                </td>
                <td>{spanText(row.firstResponseMs)}</td>
                <td>{spanText(row.handlingMs)}</td>
                <td>{row.firstContact === undefined ? '—' : t(row.firstContact ? 'rows.yes' : 'rows.no')}</td>
                <td>{row.score === undefined ? '—' : '★'.repeat(row.score)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {behind.length > MOST ? <p className={classes.dim}>{t('rows.more', { n: MOST })}</p> : null}
    </section>
  );
}

function FilterName(props: { readonly filter: RowFilter }) {
  const { t } = useTranslation('stats');
  const { filter } = props;
  switch (filter.figure) {
    case 'hour':
      return t('rows.hour', { day: t(`day.${filter.day}`), hour: filter.hour });
    case 'stretch':
      return filter.name;
    case 'topic':
      return t(`support:topic.${filter.topic}`);
    case 'agent':
      return filter.name;
    default:
      return t(`figure.${filter.figure}.name`);
  }
}
