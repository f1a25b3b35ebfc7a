import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldsProps } from './fields.ts';
import { useFieldError, useRuleForm } from './form.tsx';
import { Toggles } from './Toggles.tsx';
import classes from './tree.module.css';

const DAYS = [1, 2, 3, 4, 5, 6, 0] as const;
const OFFSETS = Array.from({ length: 27 }, (_, index) => (index - 12) * 60);

/** A span of the day, on some days of the week, in a fixed time zone. */
export function TimeFields(props: FieldsProps<'time'>) {
  const { t } = useTranslation('rules');
  const { locked: disabled } = useRuleForm();
  const error = useFieldError();
  const { matcher, at, change } = props;
  const offsets = OFFSETS.includes(matcher.utcOffsetMin) ? OFFSETS : [...OFFSETS, matcher.utcOffsetMin];
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={classes.clock} data-bad={error(`${at}.${end}`) !== undefined}>
          {t(`time.${end}`)}
          <input
            type="time"
            value={matcher[end]}
            onChange={(event) => change({ ...matcher, [end]: event.currentTarget.value })}
            disabled={disabled}
          />
        </label>
      ))}
      <Select
        aria-label={t('time.zone')}
        data={offsets.map((minutes) => ({ value: String(minutes), label: zoneText(minutes) }))}
        value={String(matcher.utcOffsetMin)}
        onChange={(minutes) => {
          if (minutes !== null) change({ ...matcher, utcOffsetMin: Number(minutes) });
        }}
        allowDeselect={false}
        disabled={disabled}
        w={104}
      />
      <Toggles
        label={t('time.days')}
        choices={DAYS.map((value) => ({ value, name: t(`day.${value}`) }))}
        on={matcher.weekdays ?? DAYS}
        change={(weekdays) =>
          change({
            ...matcher,
            weekdays: weekdays.length === DAYS.length ? undefined : weekdays.toSorted((a, b) => a - b),
          })
        }
        disabled={disabled}
      />
      {error(`${at}.weekdays`, true) === undefined ? null : <em>{error(`${at}.weekdays`, true)}</em>}
    </>
  );
}

/** An offset as `UTC+8`, `UTC+5:30`. */
function zoneText(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}
