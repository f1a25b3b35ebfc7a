import { Button, MultiSelect, NumberInput, SegmentedControl, Select, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { exhaustive } from '../../../../../shared/domain/result.ts';
import type { RuleCondition } from '../../../../../shared/domain/ticket-desk.ts';
import { PRIORITIES, TOPICS } from '../../../../../shared/support/conversation.ts';
import { CONDITION_KINDS, cleanWords, newCondition } from './rule-draft.ts';
import classes from './rules.module.css';

/** One condition: what is asked, and the answer that it waits for. */
export function ConditionRow(props: {
  readonly condition: RuleCondition;
  readonly index: number;
  readonly error: string | undefined;
  /** The answer was left by the keyboard or the pointer. */
  readonly left: () => void;
  readonly change: (condition: RuleCondition) => void;
  readonly remove: () => void;
}) {
  const { t } = useTranslation('support');
  const { condition, index } = props;
  return (
    <div className={classes.condition} data-testid="rule-condition">
      <Select
        size="xs"
        aria-label={t('setup.rules.condition', { n: index + 1 })}
        data={CONDITION_KINDS.map((value) => ({ value, label: t(`setup.rules.kinds.${value}`) }))}
        value={condition.kind}
        allowDeselect={false}
        onChange={(value) => {
          const kind = CONDITION_KINDS.find((one) => one === value);
          if (kind !== undefined && kind !== condition.kind) props.change(newCondition(kind));
        }}
        data-testid={`rule-kind-${index}`}
      />
      <Answer {...props} />
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('setup.rules.removeCondition', { n: index + 1 })}
        onClick={props.remove}
      >
        {t('setup.tickets.remove')}
      </Button>
    </div>
  );
}

function Answer(props: {
  readonly condition: RuleCondition;
  readonly index: number;
  readonly error: string | undefined;
  readonly left: () => void;
  readonly change: (condition: RuleCondition) => void;
}) {
  const { t } = useTranslation('support');
  const { condition, change } = props;
  const common = {
    size: 'xs',
    'aria-label': t(`setup.rules.kinds.${condition.kind}`),
    error: props.error,
    onBlur: props.left,
    'data-testid': `rule-answer-${props.index}`,
  } as const;
  const numberOf = (value: string | number): number => (typeof value === 'number' ? value : Number.NaN);
  const shown = (value: number): number | string => (Number.isNaN(value) ? '' : value);
  switch (condition.kind) {
    case 'topic':
      return (
        <MultiSelect
          {...common}
          placeholder={condition.any.length === 0 ? t('setup.rules.pick') : ''}
          data={TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
          value={condition.any}
          onChange={(any) => change({ ...condition, any: TOPICS.filter((one) => any.includes(one)) })}
        />
      );
    case 'priority':
      return (
        <MultiSelect
          {...common}
          placeholder={condition.any.length === 0 ? t('setup.rules.pick') : ''}
          data={PRIORITIES.map((value) => ({ value, label: t(`setup.tickets.rulePriority.${value}`) }))}
          value={condition.any}
          onChange={(any) => change({ ...condition, any: PRIORITIES.filter((one) => any.includes(one)) })}
        />
      );
    case 'words':
      return (
        <TagsInput
          {...common}
          placeholder={condition.any.length === 0 ? t('setup.rules.wordsHint') : ''}
          value={condition.any}
          maxTags={40}
          splitChars={[',', '，', '、', ';', '；']}
          acceptValueOnBlur
          onChange={(words) => change({ ...condition, any: cleanWords(words) })}
        />
      );
    case 'vip':
      return (
        <NumberInput
          {...common}
          prefix="VIP ≥ "
          value={shown(condition.atLeast)}
          min={1}
          max={100}
          allowDecimal={false}
          allowNegative={false}
          onChange={(value) => change({ ...condition, atLeast: numberOf(value) })}
        />
      );
    case 'signed':
      return (
        <div>
          <SegmentedControl
            size="xs"
            aria-label={common['aria-label']}
            data={[
              { value: 'yes', label: t('viewer.signed') },
              { value: 'no', label: t('viewer.anonymous') },
            ]}
            value={condition.is ? 'yes' : 'no'}
            onChange={(value) => change({ ...condition, is: value === 'yes' })}
            data-testid={common['data-testid']}
          />
          {props.error === undefined ? null : <p className={classes.error}>{props.error}</p>}
        </div>
      );
    case 'score':
      return (
        <NumberInput
          {...common}
          prefix="★ ≤ "
          value={shown(condition.atMost)}
          min={1}
          max={5}
          allowDecimal={false}
          allowNegative={false}
          onChange={(value) => change({ ...condition, atMost: numberOf(value) })}
        />
      );
    default:
      return exhaustive(condition);
  }
}
