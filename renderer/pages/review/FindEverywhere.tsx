import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../app/navigation.ts';
import { Find } from './Find.tsx';
import { NO_FILTER, type ReviewFilter } from './query.ts';

/** Finding things in every sitting of every room. */
export function FindEverywhere(props: {
  readonly since: number;
  readonly text: string;
  readonly person: { readonly id: string; readonly name: string } | undefined;
}) {
  const { t } = useTranslation('review');
  const [to] = useState(() => Date.now());
  const [filter, setFilter] = useState<ReviewFilter>({
    ...NO_FILTER,
    text: props.text,
    personId: props.person?.id ?? '',
    personName: props.person?.name ?? '',
  });
  return (
    <Find
      title={t('find.allTitle')}
      ask={t('find.allAsk')}
      fileName={t('title')}
      range={{ from: props.since, to }}
      filter={filter}
      setFilter={setFilter}
      at={0}
      jump={(row) =>
        navigate({ kind: 'review', query: { room: row.roomId, at: String(row.at), text: filter.text } })
      }
    />
  );
}
