import { useTranslation } from 'react-i18next';
import type { Category } from '../../../shared/domain/verdict.ts';
import { chipOf } from '../../logic/queue.ts';

/** The words a viewer is warned with, by what it is about. */
export function useWarning(): (category: Category | undefined) => string {
  const { t } = useTranslation('workbench');
  return (category) => t(`warning.${chipOf(category ?? 'other')}`, { defaultValue: t('warning.other') });
}
