import { useTranslation } from 'react-i18next';
import { navigate, useRoute } from '../../app/navigation.ts';
import { formatRoute } from '../../app/routes.ts';
import { useMember } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { ListPage } from './lists/ListPage.tsx';
import { WordLists } from './lists/WordLists.tsx';
import { NewRule } from './NewRule.tsx';
import { RuleList } from './RuleList.tsx';
import { RulePage } from './RulePage.tsx';
import classes from './studio.module.css';
import { useRules, useWordLists } from './use-rules.ts';

/** The rule studio: rules of one's own and their word lists. Controllers read, supervisors change. */
export function RulesPage() {
  const { t } = useTranslation('rules');
  const route = useRoute();
  const place = route.kind === 'rules' ? route.place : undefined;
  const item = route.kind === 'rules' ? route.item : undefined;
  const canChange = useMember()?.roles.includes('supervisor') ?? false;
  const rules = useRules();
  const lists = useWordLists();
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
  const fault = rules.fault ?? lists.fault;
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
            {t('tab.rules')} <span>{rules.value?.filter((rule) => rule.state !== 'archived').length}</span>
          </a>
          <a
            href={formatRoute({ kind: 'rules', place: 'lists' })}
            aria-current={onLists ? 'page' : undefined}
            data-testid="rules-tab-lists"
          >
            {t('tab.lists')} <span>{lists.value?.length}</span>
          </a>
        </nav>
        {fault === undefined ? null : (
          <FaultNotice
            fault={fault}
            retry={() => {
              rules.reload();
              lists.reload();
            }}
          />
        )}
        {rules.value === undefined || lists.value === undefined ? (
          fault === undefined ? (
            <Loading />
          ) : null
        ) : onLists ? (
          <WordLists
            lists={lists.value}
            chosen={item}
            open={(id) => navigate({ kind: 'rules', place: 'lists', item: id })}
            create={canChange ? () => navigate({ kind: 'rules', place: 'lists', item: 'new' }) : undefined}
          />
        ) : (
          <RuleList
            rules={rules.value}
            chosen={place}
            open={open}
            create={canChange ? () => open('new') : undefined}
            changed={() => {
              rules.reload();
              lists.reload();
            }}
          />
        )}
      </aside>
      <div className={classes.main}>
        {onLists ? (
          item === undefined ? (
            <EmptyState title={t('lists.choose')} hint={t('lists.chooseHint')} />
          ) : (
            <ListPage key={item} listId={item} changed={lists.reload} canChange={canChange} />
          )
        ) : place === undefined ? (
          <EmptyState title={t('choose.title')} hint={t('choose.hint')} />
        ) : place === 'new' ? (
          <NewRule canChange={canChange} />
        ) : (
          <RulePage key={place} ruleId={place} lists={lists.value ?? []} changed={rules.reload} />
        )}
      </div>
    </div>
  );
}
