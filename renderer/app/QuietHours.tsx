import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePreferences } from './services.tsx';
import classes from './top-bar.module.css';

const NIGHT = { fromMin: 60, toMin: 480 };

/** Between which hours nothing sounds. */
export function QuietHours() {
  const { t } = useTranslation();
  const [{ quiet }, set] = usePreferences();
  return (
    <>
      <Switch
        label={t('quiet.title')}
        checked={quiet !== null}
        onChange={(event) => set({ quiet: event.currentTarget.checked ? NIGHT : null })}
      />
      {quiet === null ? null : (
        <div className={classes.quiet}>
          {t('quiet.from')}
          <Minutes value={quiet.fromMin} change={(fromMin) => set({ quiet: { ...quiet, fromMin } })} />
          {t('quiet.to')}
          <Minutes value={quiet.toMin} change={(toMin) => set({ quiet: { ...quiet, toMin } })} />
        </div>
      )}
    </>
  );
}

function Minutes(props: { readonly value: number; readonly change: (minutes: number) => void }) {
  const text = [Math.floor(props.value / 60), props.value % 60]
    .map((n) => String(n).padStart(2, '0'))
    .join(':');
  return (
    <input
      type="time"
      className={classes.time}
      value={text}
      onChange={(event) => {
        const [hours, minutes] = event.currentTarget.value.split(':').map(Number);
        if (hours !== undefined && minutes !== undefined) props.change(hours * 60 + minutes);
      }}
    />
  );
}
