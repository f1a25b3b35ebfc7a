import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PersonRoleSchema } from '../../../shared/domain/person.ts';
import { exhaustive } from '../../../shared/domain/result.ts';
import { CATEGORIES } from '../../../shared/domain/verdict.ts';
import { RATES, ROOM_STATES } from '../../../shared/rules/condition.ts';
import { RULE_LIMITS } from '../../../shared/rules/limits.ts';
import { categoryName } from '../../ui/category.ts';
import classes from './common.module.css';
import type { FieldsProps } from './fields.ts';
import { useFieldError, useRuleForm } from './form.tsx';
import { GiftFields } from './GiftFields.tsx';
import { LinkFields } from './LinkFields.tsx';
import { Num } from './Num.tsx';
import { Compare, PersonFields } from './PersonFields.tsx';
import { TimeFields } from './TimeFields.tsx';
import { Toggles } from './Toggles.tsx';
import { WordsFields } from './WordsFields.tsx';

/** The fields of a matcher, in one line where they fit. */
export function MatcherFields(props: FieldsProps) {
  const { t } = useTranslation('rules');
  const { locked: disabled } = useRuleForm();
  const error = useFieldError();
  const { matcher, at, change } = props;
  switch (matcher.kind) {
    case 'words':
      return <WordsFields matcher={matcher} at={at} change={change} />;
    case 'pattern':
      return (
        <>
          <TextInput
            className={classes.grow ?? ''}
            aria-label={t('matcher.pattern.name')}
            placeholder={t('pattern.hint')}
            value={matcher.source}
            onChange={(event) => change({ ...matcher, source: event.currentTarget.value })}
            error={error(`${at}.source`)}
            maxLength={RULE_LIMITS.patternSource}
            styles={{ input: { fontFamily: 'var(--font-mono)' } }}
            spellCheck={false}
            disabled={disabled}
            data-testid="pattern-source"
          />
          <Checkbox
            size="xs"
            label={t('pattern.folded')}
            checked={matcher.on === 'folded'}
            onChange={(event) =>
              change({ ...matcher, on: event.currentTarget.checked ? 'folded' : 'original' })
            }
            disabled={disabled}
          />
          <Checkbox
            size="xs"
            label={t('pattern.ignoreCase')}
            checked={matcher.ignoreCase === true}
            onChange={(event) => change({ ...matcher, ignoreCase: event.currentTarget.checked })}
            disabled={disabled}
          />
        </>
      );
    case 'length':
      return (
        <>
          <Num
            label={t('length.atLeast')}
            value={matcher.atLeast}
            change={(atLeast) => change({ ...matcher, atLeast: Number.isNaN(atLeast) ? undefined : atLeast })}
            error={error(`${at}.atLeast`)}
            disabled={disabled}
          />
          <span>{t('length.to')}</span>
          <Num
            label={t('length.atMost')}
            value={matcher.atMost}
            change={(atMost) => change({ ...matcher, atMost: Number.isNaN(atMost) ? undefined : atMost })}
            error={error(`${at}.atMost`)}
            disabled={disabled}
          />
          <span>{t('unit.characters')}</span>
        </>
      );
    case 'link':
      return <LinkFields matcher={matcher} at={at} change={change} />;
    case 'rate':
      return (
        <>
          <Select
            aria-label={t('rate.what')}
            data={RATES.map((value) => ({ value, label: t(`rate.${value}`) }))}
            value={matcher.what}
            onChange={(what) => {
              if (what !== null) change({ ...matcher, what });
            }}
            allowDeselect={false}
            disabled={disabled}
            w={190}
          />
          <Num
            label={t('rate.window')}
            value={matcher.windowSec}
            change={(windowSec) => change({ ...matcher, windowSec })}
            unit={t('unit.seconds')}
            error={error(`${at}.windowSec`)}
            disabled={disabled}
          />
          <span>{t('rate.within')}</span>
          <Num
            label={t('rate.atLeast')}
            value={matcher.atLeast}
            change={(atLeast) => change({ ...matcher, atLeast })}
            unit={t('unit.times')}
            error={error(`${at}.atLeast`)}
            disabled={disabled}
            testId="rate-at-least"
          />
        </>
      );
    case 'person':
      return <PersonFields matcher={matcher} at={at} change={change} />;
    case 'role':
      return (
        <Toggles
          label={t('matcher.role.name')}
          choices={PersonRoleSchema.options.map((value) => ({ value, name: t(`role.${value}`) }))}
          on={matcher.anyOf}
          change={(anyOf) => change({ ...matcher, anyOf })}
          disabled={disabled}
        />
      );
    case 'guard':
      return (
        <Select
          aria-label={t('matcher.guard.name')}
          data={['3', '2', '1'].map((value) => ({ value, label: t(`guard.${value}`) }))}
          value={String(matcher.tier)}
          onChange={(tier) => change({ ...matcher, tier: tier === '1' ? 1 : tier === '2' ? 2 : 3 })}
          allowDeselect={false}
          disabled={disabled}
          w={190}
        />
      );
    case 'first_message':
      return <span className={classes.dim}>{t('matcher.first_message.means')}</span>;
    case 'room':
      return (
        <Select
          aria-label={t('matcher.room.name')}
          data={ROOM_STATES.map((value) => ({ value, label: t(`room.${value}`) }))}
          value={matcher.state}
          onChange={(state) => {
            if (state !== null) change({ ...matcher, state });
          }}
          allowDeselect={false}
          disabled={disabled}
          w={190}
        />
      );
    case 'viewers':
      return (
        <>
          <Compare is={matcher.is} change={(is) => change({ ...matcher, is })} disabled={disabled} />
          <Num
            label={t('matcher.viewers.name')}
            value={matcher.value}
            change={(value) => change({ ...matcher, value })}
            unit={t('unit.people')}
            error={error(`${at}.value`)}
            disabled={disabled}
            width={130}
          />
        </>
      );
    case 'phase':
      return (
        <>
          <Compare is={matcher.is} change={(is) => change({ ...matcher, is })} disabled={disabled} />
          <Num
            label={t('matcher.phase.name')}
            value={matcher.minutes}
            change={(minutes) => change({ ...matcher, minutes })}
            unit={t('unit.minutes')}
            error={error(`${at}.minutes`)}
            disabled={disabled}
            width={110}
          />
        </>
      );
    case 'time':
      return <TimeFields matcher={matcher} at={at} change={change} />;
    case 'gift':
      return <GiftFields matcher={matcher} at={at} change={change} />;
    case 'score':
      return (
        <>
          <Select
            aria-label={t('score.category')}
            data={CATEGORIES.map((value) => ({ value, label: categoryName(t, value) }))}
            value={matcher.category}
            onChange={(category) => {
              if (category !== null) change({ ...matcher, category });
            }}
            allowDeselect={false}
            disabled={disabled}
            w={130}
          />
          <span>{t('score.from')}</span>
          <Num
            label={t('score.atLeast')}
            value={matcher.atLeast}
            change={(atLeast) => change({ ...matcher, atLeast })}
            min={0.3}
            max={1}
            step={0.05}
            decimals
            error={error(`${at}.atLeast`)}
            disabled={disabled}
          />
        </>
      );
    default:
      return exhaustive(matcher);
  }
}
