import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** The page of this place. */
export function WorkbenchPage() {
  const { t } = useTranslation();
  return <EmptyState title={t('empty')} />;
}
