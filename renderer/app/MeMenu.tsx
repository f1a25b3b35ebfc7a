import { Menu, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { desktopBridge } from '../transport/bridge.ts';
import { QuietHours } from './QuietHours.tsx';
import { useMember, usePreferences } from './services.tsx';
import classes from './top-bar.module.css';

/** Who one is, and how one likes the console. */
export function MeMenu() {
  const { t } = useTranslation();
  const member = useMember();
  const [preferences, set] = usePreferences();
  const name = member?.name ?? '';
  const wantNotices = async (on: boolean) => {
    if (on && desktopBridge() === undefined && (await Notification.requestPermission()) !== 'granted') {
      notifications.show({ message: t('prefs.notifyBlocked') });
      return;
    }
    set({ notify: on });
  };
  return (
    <Menu position="bottom-end" width={280} closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className={classes.me} data-testid="me-menu" aria-label={t('nav.menu')}>
          <span className={classes.avatar}>{[...name][0] ?? '·'}</span>
          <span className={classes.meName}>{name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{(member?.roles ?? []).map((role) => t(`roles.${role}`)).join(' · ')}</Menu.Label>
        <Menu.Item
          data-testid="toggle-language"
          onClick={() => set({ language: preferences.language === 'zh' ? 'en' : 'zh' })}
          rightSection={<span className={classes.dim}>{t('prefs.otherLanguage')}</span>}
        >
          {t('prefs.language')}
        </Menu.Item>
        <Menu.Item
          data-testid="toggle-theme"
          onClick={() => set({ theme: preferences.theme === 'dark' ? 'light' : 'dark' })}
          rightSection={
            <span className={classes.dim}>
              {t(preferences.theme === 'dark' ? 'prefs.dark' : 'prefs.light')}
            </span>
          }
        >
          {t('prefs.theme')}
        </Menu.Item>
        <Menu.Divider />
        <div className={classes.prefs}>
          <Switch
            label={t('prefs.sound')}
            checked={preferences.sound}
            onChange={(event) => set({ sound: event.currentTarget.checked })}
          />
          <Switch
            label={t('prefs.notify')}
            checked={preferences.notify}
            onChange={(event) => void wantNotices(event.currentTarget.checked)}
          />
          <QuietHours />
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
