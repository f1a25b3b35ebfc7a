import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WordListDetail, WordListView } from '../../../../shared/rules/views.ts';
import { navigate } from '../../../app/navigation.ts';
import { useClient } from '../../../app/services.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useLoad } from '../../parts/use-load.ts';
import { useWhenChanged } from '../use-library.ts';
import { ListForm } from './ListForm.tsx';
import { ListHistory } from './ListHistory.tsx';
import classes from './lists.module.css';

/** One word list: its words and disguises, files in and out, and how it became what it is. */
export function ListPage(props: {
  /** `new` for a list that is not there yet. */
  readonly listId: string;
  /** The list as the feed tells it; absent before it is saved. */
  readonly view: WordListView | undefined;
  readonly canChange: boolean;
}) {
  const { t } = useTranslation('rules');
  const client = useClient();
  const isNew = props.listId === 'new';
  const [answered, setAnswered] = useState<WordListDetail | undefined>(undefined);
  const loaded = useLoad(isNew ? null : `list ${props.listId}`, (signal) =>
    client.rules.lists.get({ listId: props.listId }, { signal }),
  );
  useWhenChanged(`${props.view?.version} ${props.view?.usedBy.length}`, loaded.reload);
  const detail = newer(answered, loaded.value);
  const learn = (next: WordListDetail) => {
    setAnswered(next);
    if (isNew) navigate({ kind: 'rules', place: 'lists', item: next.view.id });
  };
  if (!isNew && detail === undefined) {
    if (loaded.fault?.code === 'not_found')
      return <EmptyState title={t('lists.gone')} hint={t('gone.hint')} />;
    return loaded.fault === undefined ? (
      <Loading />
    ) : (
      <FaultNotice fault={loaded.fault} retry={loaded.reload} />
    );
  }
  const locked = !props.canChange || detail?.view.mayEdit === false;
  return (
    <div className={classes.wordList} data-testid="word-list">
      <ListForm
        detail={detail}
        locked={locked}
        learn={learn}
        removed={() => navigate({ kind: 'rules', place: 'lists' })}
      />
      {detail === undefined ? null : <ListHistory detail={detail} locked={locked} learn={learn} />}
    </div>
  );
}

/** Of two answers the one of the newer version; of the same, the later asked. */
function newer(
  one: WordListDetail | undefined,
  other: WordListDetail | undefined,
): WordListDetail | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one.list.version > other.list.version ? one : other;
}
