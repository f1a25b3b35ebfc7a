import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate, useRoute } from '../../app/navigation.ts';
import { useClient } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useLoad } from '../parts/use-load.ts';
import { FindEverywhere } from './FindEverywhere.tsx';
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
  const person = query.person === undefined ? undefined : { id: query.person, name: query.name ?? '' };
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
        rows.length === 0 ? (
          <EmptyState
            title={streams.loading ? t('streams') : t('streamsEmptyTitle')}
            hint={streams.loading ? t('streamsHint') : t('streamsEmptyText')}
          />
        ) : (
          <FindEverywhere
            key={JSON.stringify(query)}
            since={Math.min(...rows.map((stream) => stream.startedAt))}
            text={query.text ?? ''}
            person={person}
          />
        )
      ) : (
        <StreamReview
          key={`${chosen.id} ${JSON.stringify(query)}`}
          stream={chosen}
          at={momentAsked(query)}
          person={person}
          text={query.text ?? ''}
          refresh={streams.reload}
        />
      )}
    </div>
  );
}
