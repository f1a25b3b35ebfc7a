import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Article, OpenQuestion } from '../../../shared/support/article.ts';
import { shippedArticles } from '../../../shared/support/articles/shipped.ts';
import type { Conversation, Topic } from '../../../shared/support/conversation.ts';
import { maskPersonal } from '../../../shared/support/mask.ts';
import type { Attachment } from '../../../shared/support/message.ts';
import {
  type ArticleSearch,
  createArticleSearch,
  type SearchHit,
} from '../../../shared/support/search/index.ts';
import type { Store } from '../../store/store.ts';
import { auditOf, type Desk } from '../desk.ts';
import type { Uploads } from './uploads.ts';

/** The knowledge base. */
export interface Knowledge {
  /** Articles valid now, best first. */
  readonly find: (text: string, limit: number) => readonly SearchHit[];
  readonly list: (topic?: Topic) => readonly Article[];
  readonly topicOf: (articleId: string) => Topic | undefined;
  readonly titleOf: (articleId: string, language: 'zh' | 'en') => string;
  /** What is shown with an article. */
  readonly picturesOf: (articleId: string) => Promise<readonly Attachment[]>;
  /** `conflict` where another version is there by now, `not_found` where a picture is not the article's own. */
  readonly save: (
    input: Omit<Article, 'history' | 'updatedAt' | 'updatedBy' | 'removed'>,
    by: Actor,
  ) => Promise<Result<Article>>;
  readonly remove: (articleId: string, by: Actor) => Promise<Result<null>>;
  /** Keeps a question nobody had an answer for, without personal data. */
  readonly ask: (row: Conversation, text: string, best?: SearchHit) => Promise<void>;
  readonly settle: (
    questionId: string,
    articleId: string | undefined,
    by: Actor,
  ) => Promise<Result<OpenQuestion>>;
}

const MAX_HISTORY = 20;

/** Shipped articles, overlaid by what was written here. */
export async function createKnowledge(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly uploads: Pick<Uploads, 'ofArticle'>;
}): Promise<Knowledge> {
  const { store, desk, clock, ids } = deps;
  const articles = new Map<string, Article>(shippedArticles().map((article) => [article.id, article]));
  for (const article of (await store.list({ table: 'articles', limit: 1_000, order: 'oldest' })).rows)
    articles.set(article.id, article);
  let search: { readonly index: ArticleSearch; readonly until: number } | null = null;

  const isValid = (article: Article, at: number): boolean =>
    article.removed !== true &&
    (article.validFrom ?? 0) <= at &&
    at < (article.validTo ?? Number.POSITIVE_INFINITY);
  const index = (): ArticleSearch => {
    const now = clock.now();
    if (search !== null && now < search.until) return search.index;
    const edges = [...articles.values()]
      .flatMap((article) => [article.validFrom, article.validTo])
      .filter((at): at is number => at !== undefined && at > now);
    search = {
      index: createArticleSearch([...articles.values()].filter((article) => isValid(article, now))),
      until: Math.min(Number.MAX_SAFE_INTEGER, ...edges),
    };
    return search.index;
  };
  const put = async (article: Article, by: Actor, what: string): Promise<Result<Article>> => {
    const audit = [
      auditOf(clock.now(), by, what, {
        subject: article.id,
        detail: `v${article.version} ${article.title.zh}`,
      }),
    ];
    const saved = await desk.commit([], audit, [{ op: 'put', table: 'articles', row: article }]);
    if (!saved.ok) return saved;
    articles.set(article.id, article);
    search = null;
    return ok(article);
  };
  const next = (
    before: Article | undefined,
    by: Actor,
  ): Pick<Article, 'version' | 'history' | 'updatedAt' | 'updatedBy'> => ({
    version: (before?.version ?? 0) + 1,
    history:
      before === undefined
        ? []
        : [
            {
              version: before.version,
              at: before.updatedAt,
              by: before.updatedBy,
              title: before.title.zh,
              answer: before.answer.zh,
              titleEn: before.title.en,
              answerEn: before.answer.en,
            },
            ...before.history,
          ].slice(0, MAX_HISTORY),
    updatedAt: clock.now(),
    updatedBy: by,
  });

  return {
    find: (text, limit) => index().find(text, limit),
    list: (topic) =>
      [...articles.values()].filter(
        (article) => article.removed !== true && (topic === undefined || article.topic === topic),
      ),
    topicOf: (articleId) => articles.get(articleId)?.topic,
    titleOf: (articleId, language) =>
      articles.get(articleId)?.title[language] || (articles.get(articleId)?.title.zh ?? articleId),
    async picturesOf(articleId) {
      const found = await deps.uploads.ofArticle(articleId, articles.get(articleId)?.attachmentIds ?? []);
      return found.ok ? found.value : [];
    },
    async save(input, by) {
      const pictures = await deps.uploads.ofArticle(input.id, input.attachmentIds);
      if (!pictures.ok) return pictures;
      const before = articles.get(input.id);
      if ((before?.version ?? 0) !== input.version)
        return fail(fault('conflict', `version ${before?.version ?? 0}`));
      return put({ ...input, ...next(before, by) }, by, 'support.article');
    },
    async remove(articleId, by) {
      const before = articles.get(articleId);
      if (before === undefined) return fail(fault('not_found', 'article'));
      const removed = await put(
        { ...before, ...next(before, by), removed: true },
        by,
        'support.article_removed',
      );
      return removed.ok ? ok(null) : removed;
    },
    async ask(row, text, best) {
      const question: OpenQuestion = {
        id: ids.next(),
        at: clock.now(),
        conversationId: row.id,
        roomId: row.roomId,
        text: maskPersonal(text).slice(0, 400),
        state: 'open',
        ...(best === undefined ? {} : { best: { articleId: best.article.id, score: best.score } }),
      };
      await desk.commit([], [], [{ op: 'put', table: 'questions', row: question }]);
    },
    async settle(questionId, articleId, by) {
      const question = await store.get('questions', questionId);
      if (question === null) return fail(fault('not_found', 'question'));
      const article = articleId === undefined ? undefined : articles.get(articleId);
      if (articleId !== undefined && article === undefined) return fail(fault('not_found', 'article'));
      if (article !== undefined) {
        const variants = [...new Set([...article.variants, question.text.slice(0, 200)])].slice(-60);
        const saved = await put({ ...article, ...next(article, by), variants }, by, 'support.article');
        if (!saved.ok) return saved;
      }
      const settled: OpenQuestion = {
        ...question,
        state: article === undefined ? 'ignored' : 'answered',
        ...(articleId === undefined ? {} : { articleId }),
      };
      const saved = await desk.commit(
        [],
        [auditOf(clock.now(), by, 'support.question', { subject: questionId })],
        [{ op: 'put', table: 'questions', row: settled }],
      );
      return saved.ok ? ok(settled) : saved;
    },
  };
}
