import type { TFunction } from 'i18next';
import type { Category } from '../../shared/domain/verdict.ts';

/** A category's name; a rule's own is `规则 <id>`. */
export function categoryName(t: TFunction, category: Category | string): string {
  if (category.startsWith('rule:')) return `${t('common:category.rule')} ${category.slice(5)}`;
  return t(`common:category.${category}`, { defaultValue: category });
}
