import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleView } from '../../../shared/rules/views.ts';
import { useStudio } from '../../app/services.tsx';
import { useWord } from '../../app/use-word.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Chips } from '../parts/Chips.tsx';
import { BundleMenu } from './BundleMenu.tsx';
import { countsOf, newRules, RULE_FILTERS, type RuleFilter, shownRules } from './logic/rule-list.ts';
import { StateTag } from './StateTag.tsx';
import classes from './studio.module.css';

/** All rules, the ones that stand still first; each with how it runs and what it counted. */
export function RuleList(props: {
  readonly rules: readonly RuleView[];
  readonly chosen: string | undefined;
  readonly open: (ruleId: string) => void;
  readonly create: (() => void) | undefined;
}) {
  const { t } = useTranslation('rules');
  const [filter, setFilter] = useState<RuleFilter>('all');
  const [text, setText] = useState('');
  const drafts = useStudio((studio) => studio.drafts);
  const counts = countsOf(props.rules);
  const shown = shownRules(props.rules, filter, text);
  const begun = filter === 'all' || filter === 'draft' ? newRules(drafts, props.rules, text) : [];
  return (
    <>
      <div className={classes.listHead}>
        <TextInput
          aria-label={t('list.find')}
          placeholder={t('list.find')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-testid="rules-find"
        />
        {props.create === undefined ? null : (
          <Button onClick={props.create} rightSection={<Kbd k="N" />} data-testid="rule-new">
            {t('list.new')}
          </Button>
        )}
        {props.create === undefined ? null : <BundleMenu />}
        <Chips
          label={t('list.filter')}
          value={filter}
          choices={RULE_FILTERS.filter((one) => one === 'all' || counts[one] > 0 || one === filter).map(
            (value) => ({ value, name: t(`filter.${value}`), count: counts[value] }),
          )}
          change={setFilter}
          testId="rules-filter"
        />
      </div>
      <ul className={classes.list}>
        {begun.map(({ ruleId, name }) => (
          <li key={ruleId}>
            <button
              type="button"
              className={classes.row}
              aria-current={ruleId === props.chosen ? 'true' : undefined}
              onClick={() => props.open(ruleId)}
              data-testid="rule-row"
              data-rule-id={ruleId}
              data-state="unsaved"
            >
              <span className={classes.rowHead}>
                <b>{name === '' ? t('head.noName') : name}</b>
                <i>{t('list.unsaved')}</i>
              </span>
              <small className={classes.rowText}>{t('list.begun')}</small>
            </button>
          </li>
        ))}
        {shown.map((rule) => (
          <li key={rule.id}>
            <RuleRow rule={rule} isChosen={rule.id === props.chosen} open={() => props.open(rule.id)} />
          </li>
        ))}
      </ul>
      {shown.length + begun.length > 0 ? null : props.rules.length === 0 ? (
        <EmptyState title={t('list.empty')} hint={t('list.emptyHint')} />
      ) : (
        <EmptyState title={t('list.none')} />
      )}
    </>
  );
}

function RuleRow(props: { readonly rule: RuleView; readonly isChosen: boolean; readonly open: () => void }) {
  const { t } = useTranslation('rules');
  const word = useWord();
  const { rule } = props;
  const isUnsaved = useStudio((studio) => studio.drafts.has(rule.id));
  const { live, shadow } = rule.counts;
  return (
    <button
      type="button"
      className={classes.row}
      aria-current={props.isChosen ? 'true' : undefined}
      onClick={props.open}
      data-testid="rule-row"
      data-rule-id={rule.id}
      data-state={rule.state}
    >
      <span className={classes.rowHead}>
        <b>{rule.name}</b>
        {isUnsaved ? <i>{t('list.unsaved')}</i> : null}
        <StateTag state={rule.state} />
      </span>
      <small className={classes.rowText}>{word(rule.lines[0])}</small>
      <small className={classes.rowCounts}>
        {rule.halt === undefined ? null : (
          <em>
            {rule.halt.kind === 'brake' ? '▲' : '■'} {t(`halt.${rule.halt.kind}`)}
          </em>
        )}
        {rule.live === undefined ? null : <span>{t('count.hits', { n: live.hits })}</span>}
        {rule.live === undefined || live.actions === 0 ? null : (
          <span>{t('count.actions', { n: live.actions })}</span>
        )}
        {rule.shadow === undefined ? null : <span>{t('count.shadow', { n: shadow.shadowHits })}</span>}
        {rule.hasDraft && rule.state !== 'draft' ? <span>{t('list.hasDraft')}</span> : null}
      </small>
    </button>
  );
}
