import { useTranslation } from 'react-i18next';
import type { Stream } from '../../../shared/domain/room.ts';
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
  readonly stream: Stream;
  readonly range: { readonly roomId: string; readonly from: number; readonly to: number };
  readonly filter: ReviewFilter;
  readonly setFilter: (filter: ReviewFilter) => void;
  readonly at: number;
  readonly jump: (at: number) => void;
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
      title={t('find.title')}
      side={
        <>
          <span role="status" data-testid="review-count">
            {empty ? '' : search.busy ? t('find.searching') : count}
          </span>
          <ExportButton query={query} roomName={props.stream.roomName} />
        </>
      }
      className={classes.find}
    >
      <Filters filter={filter} set={setFilter} />
      {search.fault === undefined ? null : <FaultNotice fault={search.fault} retry={search.retry} />}
      {empty ? <p className={classes.nothing}>{t('find.ask')}</p> : null}
      {!empty && search.busy && search.rows.length === 0 ? <Loading text={t('find.searching')} /> : null}
      {!empty && !search.busy && search.rows.length === 0 && search.fault === undefined ? (
        <EmptyState title={t('find.none')} />
      ) : null}
      {empty ? null : (
        <Results
          search={search}
          at={props.at}
          jump={props.jump}
          onlyPerson={(id, name) => setFilter({ ...filter, personId: id, personName: name })}
        />
      )}
    </Panel>
  );
}
