import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QuietHours } from '../../app/QuietHours.tsx';
import { useClient, useConnection, usePreferences, useServices } from '../../app/services.tsx';
import { desktopBridge } from '../../transport/bridge.ts';
import { Ask } from '../parts/Ask.tsx';
import { Chips } from '../parts/Chips.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './settings.module.css';

/** What only oneself sees and hears. */
export function MineSection() {
  const { t } = useTranslation('settings');
  const [preferences, set] = usePreferences();
  const [blocked, setBlocked] = useState(false);
  const notify = async (on: boolean) => {
    const granted =
      !on || desktopBridge() !== undefined || (await Notification.requestPermission()) === 'granted';
    setBlocked(!granted);
    if (granted) set({ notify: on });
  };
  return (
    <div className={classes.form}>
      <p className={classes.lead}>{t('mine.lead')}</p>
      <div className={classes.choice}>
        <span>{t('mine.language')}</span>
        <Chips
          label={t('mine.language')}
          value={preferences.language}
          change={(language) => set({ language })}
          choices={[
            { value: 'zh', name: t('mine.zh') },
            { value: 'en', name: t('mine.en') },
          ]}
        />
      </div>
      <div className={classes.choice}>
        <span>{t('mine.theme')}</span>
        <Chips
          label={t('mine.theme')}
          value={preferences.theme}
          change={(theme) => set({ theme })}
          choices={[
            { value: 'dark', name: t('mine.dark') },
            { value: 'light', name: t('mine.light') },
          ]}
        />
      </div>
      <Switch
        label={t('mine.sound')}
        checked={preferences.sound}
        onChange={(event) => set({ sound: event.currentTarget.checked })}
      />
      <Switch
        label={t('mine.notify')}
        checked={preferences.notify}
        error={blocked ? t('mine.blocked') : undefined}
        onChange={(event) => void notify(event.currentTarget.checked)}
      />
      <QuietHours description={t('mine.quietHelp')} />
      <Leave />
    </div>
  );
}

/** Giving up this device's session; the desktop's own user has none to give up. */
function Leave() {
  const { t } = useTranslation('settings');
  const client = useClient();
  const { connection } = useServices();
  const line = useConnection();
  const [asked, setAsked] = useState(false);
  const act = useAct();
  if (line.kind !== 'open' || line.transport !== 'hub') return null;
  const leave = async () => {
    const answer = await act.run(() => client.session.leave());
    if (answer.ok) connection.restart();
  };
  return (
    <>
      <Button variant="default" className={classes.start ?? ''} onClick={() => setAsked(true)}>
        {t('mine.leave')}
      </Button>
      <Ask
        opened={asked}
        text={t('mine.leaveAsk')}
        yes={t('mine.leave')}
        busy={act.busy}
        fault={act.fault}
        onYes={() => void leave()}
        onNo={() => setAsked(false)}
      />
    </>
  );
}
