import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { i18n } from 'i18next';
import { useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { useStore } from 'zustand';
import { cssVariables, theme } from '../theme/theme.ts';
import { desktopBridge } from '../transport/bridge.ts';
import { Frame } from './Frame.tsx';
import classes from './frame.module.css';
import { type Services, ServicesProvider } from './services.tsx';

/** The whole console. */
export function App(props: { readonly services: Services; readonly translator: i18n }) {
  const { language, theme: scheme } = useStore(props.services.preferences);
  useEffect(() => {
    void props.translator.changeLanguage(language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    void desktopBridge()?.setLanguage(language);
  }, [props.translator, language]);
  return (
    <I18nextProvider i18n={props.translator}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={scheme}>
        <Notifications
          position="bottom-right"
          limit={4}
          autoClose={6_000}
          zIndex={400}
          className={classes.notices ?? ''}
        />
        <ServicesProvider services={props.services}>
          <Frame />
        </ServicesProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
