import { useTranslation } from 'react-i18next';

/** The rule studio. */
export function RulesPage() {
  const { t } = useTranslation('rules');
  return <h1>{t('title')}</h1>;
}
