import type { Article } from '../../../../shared/support/article.ts';
import type { Topic } from '../../../../shared/support/conversation.ts';
import { linesOf } from './text-lists.ts';

/** An article as it is being written. */
export interface ArticleDraft {
  readonly id: string;
  readonly version: number;
  readonly topic: Topic;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly answerZh: string;
  readonly answerEn: string;
  /** One a line. */
  readonly variants: string;
  readonly staffOnly: boolean;
  /** Days, `2026-01-01`, or empty. */
  readonly from: string;
  readonly to: string;
  readonly attachmentIds: readonly string[];
}

/** A draft of what there is. */
export function draftOf(article: Article): ArticleDraft {
  return {
    id: article.id,
    version: article.version,
    topic: article.topic,
    titleZh: article.title.zh,
    titleEn: article.title.en,
    answerZh: article.answer.zh,
    answerEn: article.answer.en,
    variants: article.variants.join('\n'),
    staffOnly: article.staffOnly,
    from: dayOf(article.validFrom),
    to: dayOf(article.validTo),
    attachmentIds: article.attachmentIds,
  };
}

/** A new article, perhaps from a question somebody asked. */
export function newDraft(id: string, question = ''): ArticleDraft {
  return {
    id,
    version: 0,
    topic: 'other',
    titleZh: question.slice(0, 200),
    titleEn: '',
    answerZh: '',
    answerEn: '',
    variants: '',
    staffOnly: false,
    from: '',
    to: '',
    attachmentIds: [],
  };
}

/** Whether it can be kept. */
export function isComplete(draft: ArticleDraft): boolean {
  const [from, to] = [momentOf(draft.from, false), momentOf(draft.to, true)];
  return (
    draft.titleZh.trim() !== '' &&
    draft.answerZh.trim() !== '' &&
    !(from !== undefined && to !== undefined && from >= to)
  );
}

/** The draft with an older version's words; those of a language it did not keep stay as they are. */
export function withVersion(draft: ArticleDraft, old: Article['history'][number]): ArticleDraft {
  return {
    ...draft,
    titleZh: old.title,
    answerZh: old.answer,
    titleEn: old.titleEn ?? draft.titleEn,
    answerEn: old.answerEn ?? draft.answerEn,
  };
}

/** The article as the API takes it. */
export function inputOf(draft: ArticleDraft) {
  const [from, to] = [momentOf(draft.from, false), momentOf(draft.to, true)];
  return {
    id: draft.id,
    version: draft.version,
    topic: draft.topic,
    title: { zh: draft.titleZh.trim(), en: draft.titleEn.trim() },
    answer: { zh: draft.answerZh.trim(), en: draft.answerEn.trim() },
    variants: linesOf(draft.variants)
      .map((line) => line.slice(0, 200))
      .slice(0, 60),
    staffOnly: draft.staffOnly,
    attachmentIds: [...draft.attachmentIds],
    ...(from === undefined ? {} : { validFrom: from }),
    ...(to === undefined ? {} : { validTo: to }),
  };
}

/** The first moment of a day here, or its last; undefined where it is no day. */
function momentOf(day: string, isEnd: boolean): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const at = Date.parse(`${day}T${isEnd ? '23:59:59.999' : '00:00:00'}`);
  return Number.isNaN(at) ? undefined : at;
}

function dayOf(at: number | undefined): string {
  if (at === undefined) return '';
  const date = new Date(at);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
