import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WordListView } from '../../../../shared/rules/views.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import common from '../common.module.css';
import classes from '../studio.module.css';

/** All word lists, with how many words each has and how many rules use it. */
export function WordLists(props: {
  readonly lists: readonly WordListView[];
  readonly chosen: string | undefined;
  readonly open: (listId: string) => void;
  readonly create: (() => void) | undefined;
}) {
  const { t } = useTranslation('rules');
  return (
    <>
      {props.create === undefined ? null : (
        <div className={classes.listHead}>
          <Button onClick={props.create} data-testid="list-new">
            {t('lists.new')}
          </Button>
        </div>
      )}
      <ul className={classes.list}>
        {props.lists.map((list) => (
          <li key={list.id}>
            <button
              type="button"
              className={classes.row}
              aria-current={list.id === props.chosen ? 'true' : undefined}
              onClick={() => props.open(list.id)}
              data-testid="list-row"
              data-list-id={list.id}
            >
              <span className={classes.rowHead}>
                <b>{list.name}</b>
                <span className={common.dim}>{t('lists.words', { n: list.wordCount })}</span>
              </span>
              <small className={classes.rowText}>
                {list.usedBy.length === 0
                  ? t('lists.unused')
                  : t('lists.usedBy', { names: list.usedBy.map((rule) => rule.name).join('、') })}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {props.lists.length > 0 ? null : <EmptyState title={t('lists.empty')} hint={t('lists.emptyHint')} />}
    </>
  );
}
