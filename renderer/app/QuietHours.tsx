import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clockMinutes, clockText } from '../logic/minute-of-day.ts';
import { usePreferences } from './services.tsx';
import classes from './top-bar.module.css';

const NIGHT = { fromMin: 60, toMin: 480 };

/** Between which hours nothing sounds. */
export function QuietHours(props: { readonly description?: string }) {
  const { t } = useTranslation();
  const [{ quiet }, set] = usePreferences();
  return (
    <>
      <Switch
        label={t('quiet.title')}
        description={props.description}
        checked={quiet !== null}
        onChange={(event) => set({ quiet: event.currentTarget.checked ? NIGHT : null })}
      />
      {quiet === null ? null : (
        <div className={classes.quiet}>
          <Minutes
            label={t('quiet.from')}
            value={quiet.fromMin}
            change={(fromMin) => set({ quiet: { ...quiet, fromMin } })}
          />
          <Minutes
            label={t('quiet.to')}
            value={quiet.toMin}
            change={(toMin) => set({ quiet: { ...quiet, toMin } })}
          />
        </div>
      )}
    </>
  );
}

function Minutes(props: {
  readonly label: string;
  readonly value: number;
  readonly change: (minutes: number) => void;
}) {
  return (
    <label>
      {props.label}{' '}
      <input
        type="time"
        className={classes.time}
        value={clockText(props.value)}
        onChange={(event) => {
          const minutes = clockMinutes(event.currentTarget.value);
          if (minutes !== null) props.change(minutes);
        }}
      />
    </label>
  );
}
