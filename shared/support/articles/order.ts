import type { ShippedArticle } from './shipped-article.ts';

/** Placeholder. */
export const ARTICLES_ORDER: readonly ShippedArticle[] = [];
