import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { CATALOG } from './catalog.ts';

/** Makes the translator. React escapes what it shows, so values are not escaped twice. */
export function createI18n(language: 'zh' | 'en'): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    resources: CATALOG,
    lng: language,
    fallbackLng: 'zh',
    ns: Object.keys(CATALOG.zh),
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}
