import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './part.ts';
import { SetupForm } from './SetupForm.tsx';
import classes from './setup.module.css';
import { datesOf, spansOf, spansText } from './text-lists.ts';

const DAYS = [1, 2, 3, 4, 5, 6, 0] as const;
const ZONES = Intl.supportedValuesOf('timeZone');

/** When people answer. */
export function HoursPart({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  const initial = {
    timeZone: value.hours.timeZone,
    days: value.hours.days.map(spansText),
    closed: value.hours.closed.join('\n'),
  };
  const isBad = (draft: typeof initial) =>
    draft.days.some((day) => spansOf(day) === null) || datesOf(draft.closed) === null;
  return (
    <SetupForm
      setup={setup}
      initial={initial}
      bad={isBad}
      patchOf={(draft) => ({
        hours: {
          timeZone: draft.timeZone,
          days: draft.days.map((day) => [...(spansOf(day) ?? [])]),
          closed: [...(datesOf(draft.closed) ?? [])],
        },
      })}
    >
      {(draft, set, locked) => (
        <>
          <Select
            label={t('setup.hours.zone')}
            data={ZONES.includes(draft.timeZone) ? ZONES : [draft.timeZone, ...ZONES]}
            value={draft.timeZone}
            onChange={(timeZone) => (timeZone === null ? undefined : set({ timeZone }))}
            searchable
            limit={60}
            allowDeselect={false}
            disabled={locked}
          />
          <div className={classes.days}>
            {DAYS.map((day) => (
              <TextInput
                key={day}
                label={t(`setup.hours.day.${day}`)}
                placeholder={t('setup.hours.span')}
                value={draft.days[day] ?? ''}
                error={spansOf(draft.days[day] ?? '') === null ? t('setup.hours.bad') : undefined}
                onChange={(event) => {
                  const text = event.currentTarget.value;
                  set({ days: draft.days.map((before, index) => (index === day ? text : before)) });
                }}
                disabled={locked}
              />
            ))}
          </div>
          <Textarea
            label={t('setup.hours.closed')}
            value={draft.closed}
            error={datesOf(draft.closed) === null ? t('setup.hours.closed') : undefined}
            onChange={(event) => set({ closed: event.currentTarget.value })}
            autosize
            minRows={2}
            disabled={locked}
          />
        </>
      )}
    </SetupForm>
  );
}
