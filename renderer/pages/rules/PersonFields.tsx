import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PERSON_ATTRIBUTES } from '../../../shared/rules/condition.ts';
import type { FieldsProps } from './fields.ts';
import { useFieldError, useRuleForm } from './form.tsx';
import { Num } from './Num.tsx';

const FEN = 100;

/** What is asked of a person: an attribute against a number. */
export function PersonFields(props: FieldsProps<'person'>) {
  const { t } = useTranslation('rules');
  const { locked: disabled } = useRuleForm();
  const error = useFieldError();
  const { matcher, at, change } = props;
  const { attribute } = matcher;
  const isMoney = attribute === 'spent_fen';
  return (
    <>
      <Select
        aria-label={t('person.attribute')}
        data={PERSON_ATTRIBUTES.map((value) => ({ value, label: t(`person.${value}`) }))}
        value={attribute}
        onChange={(next) => {
          if (next !== null) change({ ...matcher, attribute: next });
        }}
        allowDeselect={false}
        disabled={disabled}
        w={190}
        data-testid="person-attribute"
      />
      <Compare is={matcher.is} change={(is) => change({ ...matcher, is })} disabled={disabled} />
      <Num
        label={t(`person.${attribute}`)}
        value={isMoney ? matcher.value / FEN : matcher.value}
        change={(value) => change({ ...matcher, value: isMoney ? Math.round(value * FEN) : value })}
        unit={t(`personUnit.${attribute}`)}
        decimals={isMoney}
        error={error(`${at}.value`)}
        disabled={disabled}
        width={120}
      />
    </>
  );
}

/** At least, or below. */
export function Compare(props: {
  readonly is: 'at_least' | 'below';
  readonly change: (is: 'at_least' | 'below') => void;
  readonly disabled: boolean;
}) {
  const { t } = useTranslation('rules');
  return (
    <Select
      aria-label={t('compare.label')}
      data={(['at_least', 'below'] as const).map((value) => ({ value, label: t(`compare.${value}`) }))}
      value={props.is}
      onChange={(is) => {
        if (is !== null) props.change(is);
      }}
      allowDeselect={false}
      disabled={props.disabled}
      w={92}
    />
  );
}
