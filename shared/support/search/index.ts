import type { Article } from '../article.ts';
import { type Features, featuresOf, initialFeatures } from './features.ts';

/** An article found for a question. */
export interface SearchHit {
  readonly article: Article;
  /** 0..1 */
  readonly score: number;
  /** The wording that matched best. */
  readonly matched: string;
}

/** Finds articles for questions; made anew when articles change. */
export interface ArticleSearch {
  /** Best first; nothing that shares nothing. */
  readonly find: (question: string, limit: number) => readonly SearchHit[];
}

interface Entry {
  readonly article: number;
  readonly text: string;
  readonly features: Features;
  readonly initials: ReadonlySet<string>;
}

/**
 * Compares a question with every wording of every article by weighted shared features (TF-IDF, Salton
 * 1975, with coverage of the question and of the wording in place of the cosine).
 */
export function createArticleSearch(articles: readonly Article[]): ArticleSearch {
  const entries = articles.flatMap((article, index) =>
    [article.title.zh, article.title.en, ...article.variants]
      .filter((text) => text.trim() !== '')
      .map(
        (text): Entry => ({
          article: index,
          text,
          features: featuresOf(text),
          initials: new Set(initialFeatures(text, false)),
        }),
      ),
  );
  const holders = new Map<string, Set<number>>();
  for (const entry of entries)
    for (const name of entry.features.keys()) {
      const set = holders.get(name) ?? new Set<number>();
      set.add(entry.article);
      holders.set(name, set);
    }
  const rarest = Math.log(1 + articles.length);
  const idf = (name: string): number => {
    const held = holders.get(name)?.size ?? 0;
    // What no article speaks of counts fully against a match, except single characters.
    return held === 0 ? rarest * (name.startsWith('u:') ? 0.3 : 0.75) : Math.log(1 + articles.length / held);
  };
  const massOf = (features: Features): number => {
    let sum = 0;
    for (const [name, weight] of features) sum += weight * idf(name);
    return sum;
  };
  const masses = entries.map((entry) => massOf(entry.features));

  return {
    find(question, limit) {
      const asked = featuresOf(question);
      const mass = massOf(asked);
      const typed = initialFeatures(question, true);
      const best = new Map<number, SearchHit>();
      entries.forEach((entry, index) => {
        let shared = 0;
        for (const [name, weight] of asked) {
          const other = entry.features.get(name);
          if (other !== undefined) shared += Math.min(weight, other) * idf(name);
        }
        const ofQuestion = mass === 0 ? 0 : shared / mass;
        const ofEntry = (masses[index] ?? 0) === 0 ? 0 : shared / (masses[index] ?? 1);
        const byInitials =
          typed.length < 2
            ? 0
            : 0.9 * (typed.filter((part) => entry.initials.has(part)).length / typed.length);
        const score = Math.max(ofQuestion ** 0.62 * ofEntry ** 0.38, byInitials);
        const article = articles[entry.article];
        if (article === undefined || score <= (best.get(entry.article)?.score ?? 0.05)) return;
        best.set(entry.article, { article, score, matched: entry.text });
      });
      return [...best.values()].sort((left, right) => right.score - left.score).slice(0, limit);
    },
  };
}
