import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Count } from './Count.tsx';
import type { PartProps } from './part.ts';
import { hasNaN, SetupForm } from './SetupForm.tsx';
import classes from './setup.module.css';

const WHEN = ['insults', 'exposure', 'minors', 'money', 'mood'] as const;

/** What goes to a supervisor by itself, and when a rating is asked for. */
export function EscalationPart({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  return (
    <SetupForm
      setup={setup}
      initial={{ ...value.escalation, ...value.ratings }}
      bad={hasNaN}
      patchOf={({ ask, reminders, ...escalation }) => ({ escalation, ratings: { ask, reminders } })}
    >
      {(draft, set, locked) => (
        <>
          {WHEN.map((name) => (
            <Switch
              key={name}
              label={t(`setup.escalation.${name}`)}
              checked={draft[name]}
              disabled={locked}
              onChange={(event) => set({ [name]: event.currentTarget.checked })}
            />
          ))}
          <p className={classes.dim}>{t('setup.escalation.always')}</p>
          <div className={classes.pairs}>
            <Count
              label={t('setup.escalation.moodAt')}
              unit="%"
              value={Math.round(draft.moodAt * 100)}
              change={(percent) => set({ moodAt: percent / 100 })}
              min={30}
              max={100}
              locked={locked || !draft.mood}
            />
            <Count
              label={t('setup.escalation.waitOverSec')}
              unit={t('setup.sec')}
              value={draft.waitOverSec}
              change={(waitOverSec) => set({ waitOverSec })}
              max={86_400}
              locked={locked}
            />
            <Count
              label={t('setup.escalation.managerPerDay')}
              unit={t('setup.auto.times')}
              value={draft.managerPerDay}
              change={(managerPerDay) => set({ managerPerDay })}
              max={20}
              locked={locked}
            />
          </div>
          <Switch
            label={t('setup.escalation.ask')}
            checked={draft.ask}
            disabled={locked}
            onChange={(event) => set({ ask: event.currentTarget.checked })}
          />
          <Count
            label={t('setup.escalation.reminders')}
            unit={t('setup.auto.times')}
            value={draft.reminders}
            change={(reminders) => set({ reminders })}
            max={3}
            locked={locked}
          />
        </>
      )}
    </SetupForm>
  );
}
