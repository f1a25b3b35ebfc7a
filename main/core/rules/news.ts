import type { Dispose } from '../../../shared/domain/effects.ts';

/** Something pages that show rules want to know. */
export type News =
  /** Rules or word lists are not what they were. */
  | { readonly kind: 'library' }
  /** A rule counted something; its hits are stored by then. */
  | { readonly kind: 'counted'; readonly ruleId: string };

/** Tells those who listen, at once and in order. */
export interface NewsLine {
  readonly tell: (news: News) => void;
  readonly listen: (listener: (news: News) => void) => Dispose;
}

/** A line nobody listens to yet. */
export function createNewsLine(): NewsLine {
  const listeners = new Set<(news: News) => void>();
  return {
    tell(news) {
      for (const listener of listeners) listener(news);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
