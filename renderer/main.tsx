import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './theme/tokens.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { createServices } from './app/services.tsx';
import { createI18n } from './i18n/i18n.ts';
import { browserDrafts, keepDrafts } from './pages/rules/keep-drafts.ts';
import { openPreferences } from './state/preferences.ts';
import { connectApi } from './transport/connect.ts';

const PREFERENCES_KEY = 'changkong.preferences';

const preferences = openPreferences(
  {
    read: () => localStorage.getItem(PREFERENCES_KEY),
    write: (text) => localStorage.setItem(PREFERENCES_KEY, text),
  },
  navigator.language.startsWith('zh') ? 'zh' : 'en',
);
const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
const translator = createI18n(preferences.getState().language);
const services = createServices(connectApi(), preferences);
keepDrafts(
  services.studio,
  services.connection.state,
  browserDrafts(() => localStorage),
);
createRoot(place).render(<App services={services} translator={translator} />);
