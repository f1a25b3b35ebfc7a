import type { ShippedArticle } from './shipped-article.ts';

/** Placeholder. */
export const ARTICLES_ACCOUNT: readonly ShippedArticle[] = [];
