import type { Topic } from '../conversation.ts';

/** One article: id, topic, title zh and en, answer zh and en, other wordings, and whether only agents see it. */
export type ShippedArticle = readonly [
  id: string,
  topic: Topic,
  zh: string,
  en: string,
  answer: string,
  english: string,
  variants: readonly string[],
  kind?: 'staff',
];
