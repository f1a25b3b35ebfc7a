import { useTranslation } from 'react-i18next';
import { navigate, useRoute } from '../../app/navigation.ts';
import { formatRoute } from '../../app/routes.ts';
import { useMember } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { ListPage } from './lists/ListPage.tsx';
import { WordLists } from './lists/WordLists.tsx';
import { NewRule } from './NewRule.tsx';
import { RuleList } from './RuleList.tsx';
import { RulePage } from './RulePage.tsx';
import classes from './studio.module.css';
import { useLibrary } from './use-library.ts';

/** The rule studio: rules of one's own and their word lists. Controllers read, supervisors change. */
export function RulesPage() {
  const { t } = useTranslation('rules');
  const route = useRoute();
  const place = route.kind === 'rules' ? route.place : undefined;
  const item = route.kind === 'rules' ? route.item : undefined;
  const canChange = useMember()?.roles.includes('supervisor') ?? false;
  const library = useLibrary();
  const lists = library?.lists;
  const onLists = place === 'lists';
  const open = (to: string) => navigate({ kind: 'rules', place: to });
  const step = (by: -1 | 1) => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-testid=rule-row]')];
    const here = rows.findIndex((row) => row.dataset.ruleId === place);
    const next = rows[here === -1 ? 0 : here + by]?.dataset.ruleId;
    if (next !== undefined) open(next);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    n: () => {
      if (canChange) open('new');
    },
  });
  return (
    <div
      className={classes.page}
      data-testid="rules-page"
      data-open={place !== undefined && (!onLists || item !== undefined)}
    >
      <aside className={classes.side} aria-label={t('title')}>
        <nav className={classes.tabs} aria-label={t('title')}>
          <a
            href={formatRoute({ kind: 'rules' })}
            aria-current={onLists ? undefined : 'page'}
            data-testid="rules-tab-rules"
          >
            {t('tab.rules')} <span>{library?.rules.filter((rule) => rule.state !== 'archived').length}</span>
          </a>
          <a
            href={formatRoute({ kind: 'rules', place: 'lists' })}
            aria-current={onLists ? 'page' : undefined}
            data-testid="rules-tab-lists"
          >
            {t('tab.lists')} <span>{lists?.length}</span>
          </a>
        </nav>
        {library === undefined ? (
          <Loading />
        ) : onLists ? (
          <WordLists
            lists={library.lists}
            chosen={item}
            open={(id) => navigate({ kind: 'rules', place: 'lists', item: id })}
            create={canChange ? () => navigate({ kind: 'rules', place: 'lists', item: 'new' }) : undefined}
          />
        ) : (
          <RuleList
            rules={library.rules}
            chosen={place}
            open={open}
            create={canChange ? () => open('new') : undefined}
          />
        )}
      </aside>
      <div className={classes.main}>
        {onLists ? (
          item === undefined ? (
            <EmptyState
              title={t(lists?.length === 0 ? 'lists.none' : 'lists.choose')}
              hint={t('lists.chooseHint')}
            />
          ) : (
            <ListPage
              key={item}
              listId={item}
              view={lists?.find((list) => list.id === item)}
              canChange={canChange}
            />
          )
        ) : place === 'new' || (place === undefined && library?.rules.length === 0) ? (
          <NewRule canChange={canChange} />
        ) : place === undefined ? (
          <EmptyState title={t('choose.title')} hint={t('choose.hint')} />
        ) : (
          <RulePage
            key={place}
            ruleId={place}
            rule={library?.rules.find((rule) => rule.id === place)}
            lists={lists ?? []}
          />
        )}
      </div>
    </div>
  );
}
