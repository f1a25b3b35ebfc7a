import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldsProps } from './fields.ts';
import { useFieldError, useRuleForm } from './form.tsx';
import { Num } from './Num.tsx';

/** Units gifts are counted in: fen where a rate is fixed, else a platform's own. */
const UNITS = ['fen', 'gold', 'bits', 'sub_tier'] as const;
const FEN = 100;

/** The value of a gift, from and below. Yuan are shown where fen are kept. */
export function GiftFields(props: FieldsProps<'gift'>) {
  const { t } = useTranslation('rules');
  const { locked: disabled } = useRuleForm();
  const error = useFieldError();
  const { matcher, at, change } = props;
  const units: readonly string[] = UNITS;
  const factor = matcher.unit === 'fen' ? FEN : 1;
  const shown = (value: number | undefined) => (value === undefined ? undefined : value / factor);
  const kept = (value: number) => (Number.isNaN(value) ? undefined : Math.round(value * factor));
  return (
    <>
      <Num
        label={t('gift.atLeast')}
        value={shown(matcher.atLeast)}
        change={(value) => change({ ...matcher, atLeast: kept(value) })}
        decimals={factor === FEN}
        error={error(`${at}.atLeast`)}
        disabled={disabled}
        width={110}
        testId="gift-at-least"
      />
      <span>{t('gift.to')}</span>
      <Num
        label={t('gift.below')}
        value={shown(matcher.below)}
        change={(value) => change({ ...matcher, below: kept(value) })}
        decimals={factor === FEN}
        error={error(`${at}.below`)}
        disabled={disabled}
        width={110}
      />
      <Select
        aria-label={t('gift.unit')}
        data={(units.includes(matcher.unit) ? units : [...units, matcher.unit]).map((value) => ({
          value,
          label: t(`gift.${value}`, { defaultValue: value }),
        }))}
        value={matcher.unit}
        onChange={(unit) => {
          if (unit !== null) change({ ...matcher, unit });
        }}
        allowDeselect={false}
        error={error(`${at}.unit`)}
        disabled={disabled}
        w={150}
      />
    </>
  );
}
