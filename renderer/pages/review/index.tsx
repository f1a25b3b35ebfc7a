import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate, useRoute } from '../../app/navigation.ts';
import { useClient } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useLoad } from '../parts/use-load.ts';
import classes from './review.module.css';
import { StreamList } from './StreamList.tsx';
import { StreamReview } from './StreamReview.tsx';
import { momentAsked, streamAsked } from './streams.ts';

/** Looking back at any sitting, from this machine's own record. */
export function ReviewPage() {
  const { t } = useTranslation('review');
  const client = useClient();
  const route = useRoute();
  const query = useMemo(() => (route.kind === 'review' ? route.query : {}), [route]);
  const [limit, setLimit] = useState(100);
  const streams = useLoad(`streams ${limit}`, (signal) => client.review.streams({ limit }, { signal }));
  const rows = streams.value?.rows ?? [];
  const chosen = streamAsked(rows, query);
  return (
    <div className={classes.page}>
      <StreamList
        streams={streams}
        chosen={chosen?.id}
        open={(stream) => navigate({ kind: 'review', query: { stream } })}
        more={
          streams.value?.cursor === undefined || limit >= 500
            ? undefined
            : () => setLimit(Math.min(500, limit + 200))
        }
      />
      {chosen === undefined ? (
        <EmptyState
          title={rows.length === 0 && !streams.loading ? t('streamsEmptyTitle') : t('pick')}
          hint={rows.length === 0 && !streams.loading ? t('streamsEmptyText') : t('streamsHint')}
        />
      ) : (
        <StreamReview
          key={`${chosen.id} ${query.at ?? ''}`}
          stream={chosen}
          at={momentAsked(query)}
          person={query.person === undefined ? undefined : { id: query.person, name: query.name ?? '' }}
          text={query.text ?? ''}
          refresh={streams.reload}
        />
      )}
    </div>
  );
}
