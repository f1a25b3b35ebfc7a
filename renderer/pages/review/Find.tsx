import { useTranslation } from 'react-i18next';
import type { ChatRow } from '../../../shared/api/views.ts';
import { useClient } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Panel } from '../parts/Panel.tsx';
import { ExportButton } from './ExportButton.tsx';
import { Filters } from './Filters.tsx';
import { isEmptyFilter, queryOf, type ReviewFilter } from './query.ts';
import { Results } from './Results.tsx';
import classes from './review.module.css';
import { useSearch } from './use-search.ts';

/** Finding things in the sitting; each result leads to its moment. */
export function Find(props: {
  readonly title: string;
  /** What to say before anything is asked. */
  readonly ask: string;
  /** Names the exported file. */
  readonly fileName: string;
  /** No room: all rooms, and then clock times mean nothing. */
  readonly range: { readonly roomId?: string | undefined; readonly from: number; readonly to: number };
  readonly filter: ReviewFilter;
  readonly setFilter: (filter: ReviewFilter) => void;
  readonly at: number;
  readonly jump: (row: ChatRow) => void;
}) {
  const { t } = useTranslation('review');
  const client = useClient();
  const { filter, setFilter, range } = props;
  const empty = isEmptyFilter(filter);
  const query = queryOf(filter, range);
  const search = useSearch(client, empty ? null : query);
  const count = t(search.cursor === undefined ? 'find.count' : 'find.countMore', { n: search.rows.length });
  return (
    <Panel
      title={props.title}
      side={
        <>
          <span role="status" data-testid="review-count">
            {empty ? '' : search.busy ? t('find.searching') : count}
          </span>
          <ExportButton query={query} roomName={props.fileName} />
        </>
      }
      className={classes.find}
    >
      <Filters filter={filter} set={setFilter} clocks={range.roomId !== undefined} />
      {search.fault === undefined ? null : <FaultNotice fault={search.fault} retry={search.retry} />}
      {empty ? <p className={classes.nothing}>{props.ask}</p> : null}
      {!empty && search.busy && search.rows.length === 0 ? <Loading text={t('find.searching')} /> : null}
      {!empty && !search.busy && search.rows.length === 0 && search.fault === undefined ? (
        <EmptyState title={t('find.none')} />
      ) : null}
      {empty ? null : (
        <Results
          search={search}
          at={props.at}
          showPlace={range.roomId === undefined}
          jump={props.jump}
          onlyPerson={(id, name) => setFilter({ ...filter, personId: id, personName: name })}
        />
      )}
    </Panel>
  );
}
