import { describe, expect, it } from 'vitest';
import { shippedArticles } from '../articles/shipped.ts';
import { DEFAULT_SUPPORT } from '../config.ts';
import { createArticleSearch } from './index.ts';
import { QUESTIONS, UNRELATED } from './questions.cases.ts';

const search = createArticleSearch(shippedArticles());
const share = (hits: number, of: number): number => Math.round((hits / of) * 1_000) / 10;

/** Odd places were never looked at while the search was tuned. */
const halves = { tuned: 0, 'held out': 1 } as const;

describe.each(Object.entries(halves))('the knowledge base on its %s half', (name, half) => {
  const questions = QUESTIONS.filter((_, index) => index % 2 === half);
  const unrelated = UNRELATED.filter((_, index) => index % 2 === half);

  it('K1 finds the right article first, or among three, and answers nothing unrelated', () => {
    const found = questions.map(([question, id]) =>
      search
        .find(question, 3)
        .map((hit) => hit.article.id)
        .indexOf(id),
    );
    const first = share(found.filter((at) => at === 0).length, found.length);
    const three = share(found.filter((at) => at >= 0).length, found.length);
    const quiet = unrelated.filter(
      (question) => (search.find(question, 1)[0]?.score ?? 0) < DEFAULT_SUPPORT.bot.answerAt,
    );
    const silent = share(quiet.length, unrelated.length);
    process.stdout.write(
      `  ${name}: ${questions.length} questions, hit@1 ${first} %, hit@3 ${three} %; ${unrelated.length} unrelated, unanswered ${silent} %\n`,
    );
    expect([first >= 85, three >= 95, silent >= 90]).toEqual([true, true, true]);
  });
});

describe('the list', () => {
  it('K2 is long enough, and names only articles that exist', () => {
    const ids = new Set(shippedArticles().map((article) => article.id));
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(150);
    expect(UNRELATED.length).toBeGreaterThanOrEqual(30);
    expect(QUESTIONS.filter(([, id]) => !ids.has(id))).toEqual([]);
    expect(new Set(shippedArticles().map((article) => article.topic)).size).toBeGreaterThanOrEqual(12);
  });

  it('K3 survives anything typed', () => {
    const hostile = [
      '',
      ' ',
      '\u202e',
      '👍'.repeat(500),
      'a'.repeat(5_000),
      '\ud800',
      '(((((((',
      '。。。',
      '的了吗',
    ];
    expect(hostile.map((text) => search.find(text, 3).length <= 3)).toEqual(hostile.map(() => true));
  });
});
