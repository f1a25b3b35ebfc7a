import { SYSTEM } from '../../domain/actor.ts';
import type { Article } from '../article.ts';
import { ARTICLES_ACCOUNT } from './account.ts';
import { ARTICLES_MONEY } from './money.ts';
import { ARTICLES_ORDER } from './order.ts';
import type { ShippedArticle } from './shipped-article.ts';
import { ARTICLES_SHOW } from './show.ts';

/** The articles a show platform begins with. */
export function shippedArticles(): readonly Article[] {
  return ALL.map(([id, topic, zh, en, answer, english, variants, kind]) => ({
    id,
    topic,
    title: { zh, en },
    answer: { zh: answer, en: english },
    variants: [...variants],
    staffOnly: kind === 'staff',
    attachmentIds: [],
    version: 0,
    history: [],
    updatedAt: 0,
    updatedBy: SYSTEM,
  }));
}

const ALL: readonly ShippedArticle[] = [
  ...ARTICLES_MONEY,
  ...ARTICLES_ORDER,
  ...ARTICLES_ACCOUNT,
  ...ARTICLES_SHOW,
];
