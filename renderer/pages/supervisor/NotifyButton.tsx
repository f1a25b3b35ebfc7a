import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../app/services.tsx';
import { desktopBridge } from '../../transport/bridge.ts';
import classes from './supervisor.module.css';

/** Turns desktop notifications on; the browser may only be asked on a click. */
export function NotifyButton() {
  const { t } = useTranslation('supervisor');
  const [preferences, set] = usePreferences();
  const [refused, setRefused] = useState(false);
  if (preferences.notify) return <span className={classes.dim}>✓ {t('notify.on')}</span>;
  const ask = async () => {
    const granted = desktopBridge() !== undefined || (await Notification.requestPermission()) === 'granted';
    setRefused(!granted);
    if (granted) set({ notify: true });
  };
  return (
    <>
      {refused ? (
        <span className={classes.refused} role="alert">
          {t('notify.blocked')}
        </span>
      ) : null}
      <Button variant="default" onClick={() => void ask()} data-testid="notify-ask">
        {t('notify.off')}
      </Button>
    </>
  );
}
