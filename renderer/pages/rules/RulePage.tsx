import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleDetail, RuleView, WordListView } from '../../../shared/rules/views.ts';
import { useClient, useMember, useServices, useStudio } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Chips } from '../parts/Chips.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useLoad } from '../parts/use-load.ts';
import { BacktestTab } from './BacktestTab.tsx';
import { EditTab } from './EditTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { HitsTab } from './HitsTab.tsx';
import { stampOf } from './logic/library.ts';
import { leaveDraft } from './model.ts';
import { RuleHead } from './RuleHead.tsx';
import classes from './rule.module.css';
import { useWhenChanged } from './use-library.ts';

const TABS = ['edit', 'hits', 'backtest', 'history'] as const;
type Tab = (typeof TABS)[number];

/** One rule: writing it, what it matched, what it would have matched, and how it became what it is. */
export function RulePage(props: {
  readonly ruleId: string;
  /** The rule as the feed tells it; absent before it is saved. */
  readonly rule: RuleView | undefined;
  readonly lists: readonly WordListView[];
}) {
  const { t } = useTranslation('rules');
  const { ruleId, rule, lists } = props;
  const { studio } = useServices();
  const client = useClient();
  const draft = useStudio((studio) => studio.drafts.get(ruleId));
  const isNew = draft?.base === 0 && rule === undefined;
  const isBoss = useMember()?.roles.includes('supervisor') ?? false;
  const [answered, setAnswered] = useState<RuleDetail | undefined>(undefined);
  const [tab, setTab] = useState<Tab>('edit');
  const loaded = useLoad(isNew ? null : `rule ${ruleId}`, (signal) =>
    client.rules.get({ ruleId }, { signal }),
  );
  useWhenChanged(stampOf(rule), loaded.reload);
  useEffect(() => () => leaveDraft(studio, ruleId), [studio, ruleId]);
  const detail = counted(newer(answered, loaded.value), rule);
  const learn = setAnswered;
  if (detail === undefined && draft === undefined) {
    if (loaded.fault?.code === 'not_found')
      return <EmptyState title={t('gone.title')} hint={t('gone.hint')} />;
    return loaded.fault === undefined ? (
      <Loading />
    ) : (
      <FaultNotice fault={loaded.fault} retry={loaded.reload} />
    );
  }
  const mayChange = isBoss && (detail?.rule.mayEdit ?? true);
  const definition = draft?.definition ?? detail?.versions[0]?.definition;
  return (
    <div className={classes.rule}>
      <RuleHead
        detail={detail}
        name={definition?.name ?? ''}
        lists={lists}
        learn={learn}
        seeHits={() => setTab('hits')}
        mayChange={mayChange}
      />
      <div className={classes.ruleTabs}>
        <Chips
          label={t('tab.label')}
          value={tab}
          choices={TABS.filter((one) => detail !== undefined || one === 'edit' || one === 'backtest').map(
            (value) => ({ value, name: t(`tab.${value}`) }),
          )}
          change={setTab}
          testId="rule-tab"
        />
      </div>
      {tab === 'edit' || detail === undefined ? (
        tab === 'backtest' && definition !== undefined ? (
          <BacktestTab detail={undefined} definition={definition} lists={lists} />
        ) : (
          <EditTab ruleId={ruleId} detail={detail} lists={lists} learn={learn} mayChange={mayChange} />
        )
      ) : tab === 'hits' ? (
        <HitsTab rule={detail.rule} />
      ) : tab === 'backtest' && definition !== undefined ? (
        <BacktestTab detail={detail} definition={definition} lists={lists} />
      ) : (
        <HistoryTab detail={detail} lists={lists} learn={learn} mayChange={mayChange} />
      )}
    </div>
  );
}

/** With what was counted since, where the rule is still what it was. */
function counted(detail: RuleDetail | undefined, rule: RuleView | undefined): RuleDetail | undefined {
  if (detail === undefined || rule === undefined || stampOf(detail.rule) !== stampOf(rule)) return detail;
  return { ...detail, rule: { ...detail.rule, counts: rule.counts } };
}

/** Of two answers the one that was changed later; the counts of the later asked. */
function newer(one: RuleDetail | undefined, other: RuleDetail | undefined): RuleDetail | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one.rule.updatedAt > other.rule.updatedAt ? one : other;
}
