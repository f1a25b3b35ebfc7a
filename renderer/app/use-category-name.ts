import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { categoryName } from '../ui/category.ts';
import { useServices } from './services.tsx';

/** Names categories; a rule's own by the rule's name where it is known. */
export function useCategoryName(): (category: string) => string {
  const { t } = useTranslation();
  const names = useStore(useServices().ruleNames);
  return (category) =>
    (category.startsWith('rule:') ? names.get(category.slice(5)) : undefined) ?? categoryName(t, category);
}
