import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../../../shared/support/article.ts';
import { TOPICS, type Topic } from '../../../../shared/support/conversation.ts';
import { useClient, useMember, usePreferences } from '../../../app/services.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useLoad } from '../../parts/use-load.ts';
import { useSettled } from '../../parts/use-settled.ts';
import { ArticleForm } from './ArticleForm.tsx';
import { type ArticleDraft, draftOf, newDraft } from './article-draft.ts';
import classes from './setup.module.css';

/** The knowledge base: find as a viewer would ask, read, write. */
export function Knowledge() {
  const { t } = useTranslation('support');
  const client = useClient();
  const isBoss = useMember()?.roles.includes('supervisor') ?? false;
  const [{ language }] = usePreferences();
  const [asked, setAsked] = useState('');
  const [topic, setTopic] = useState<Topic | null>(null);
  const [open, setOpen] = useState<ArticleDraft | null>(null);
  const question = useSettled(asked.trim());
  const all = useLoad(`kb-${topic ?? ''}`, (signal) =>
    client.support.kb.list(topic === null ? {} : { topic }, { signal }),
  );
  const found = useLoad(question.length < 2 ? null : `kb-try-${question}`, (signal) =>
    client.support.kb.search({ text: question, limit: 20 }, { signal }),
  );
  const scores = new Map((found.value?.hits ?? []).map((hit) => [hit.article.id, hit.score]));
  const articles = (all.value ?? [])
    .filter((article) => article.removed !== true)
    .filter((article) => question.length < 2 || scores.has(article.id) || titleHas(article, question))
    .toSorted((left, right) => (scores.get(right.id) ?? 0) - (scores.get(left.id) ?? 0));
  const opened = all.value?.find((article) => article.id === open?.id);
  return (
    <div className={classes.knowledge}>
      <section className={classes.articles}>
        <div className={classes.find}>
          <TextInput
            value={asked}
            placeholder={t('knowledge.find')}
            aria-label={t('knowledge.find')}
            onChange={(event) => setAsked(event.currentTarget.value)}
            data-testid="kb-find"
          />
          <Select
            data={TOPICS.map((one) => ({ value: one, label: t(`topic.${one}`) }))}
            placeholder={t('knowledge.allTopics')}
            aria-label={t('knowledge.topic')}
            value={topic}
            onChange={(next) => setTopic(TOPICS.find((one) => one === next) ?? null)}
            clearable
          />
          {isBoss ? (
            <Button onClick={() => setOpen(newDraft(crypto.randomUUID()))} data-testid="kb-add">
              {t('knowledge.add')}
            </Button>
          ) : null}
          {question.length < 2 || found.value === undefined ? null : (
            <p className={classes.dim}>
              {t(found.value.answers ? 'knowledge.answers' : 'knowledge.notAnswers')}
            </p>
          )}
        </div>
        <div className={classes.list}>
          {all.fault === undefined ? null : <FaultNotice fault={all.fault} retry={all.reload} />}
          {all.value === undefined && all.loading ? <Loading /> : null}
          {all.value !== undefined && articles.length === 0 ? (
            <EmptyState title={t('knowledge.empty')} hint={t('knowledge.emptyHint')} />
          ) : null}
          {articles.map((article) => (
            <button
              key={article.id}
              type="button"
              className={classes.row}
              aria-current={article.id === open?.id ? 'true' : undefined}
              onClick={() => setOpen(draftOf(article))}
              data-testid="kb-article"
            >
              <span>
                <b>{article.title[language] || article.title.zh}</b>
                {article.staffOnly ? <i title={t('knowledge.staffOnly')}>◆</i> : null}
              </span>
              <span className={classes.dim}>
                {t(`topic.${article.topic}`)} ·{' '}
                {article.version === 0
                  ? t('knowledge.shipped')
                  : t('knowledge.version', { n: article.version })}
                {scores.has(article.id)
                  ? ` · ${t('knowledge.score', { n: Math.round((scores.get(article.id) ?? 0) * 100) })}`
                  : ''}
              </span>
            </button>
          ))}
        </div>
      </section>
      <section className={classes.content}>
        {open === null ? (
          <EmptyState title={t('knowledge.pick')} hint={t('knowledge.lead')} />
        ) : (
          <ArticleForm
            key={`${open.id}-${open.version}`}
            initial={open}
            history={opened?.history ?? []}
            canChange={isBoss}
            isNew={opened === undefined}
            saved={(article) => {
              setOpen(article === null ? null : draftOf(article));
              all.reload();
            }}
          />
        )}
      </section>
    </div>
  );
}

function titleHas(article: Article, text: string): boolean {
  const wanted = text.toLowerCase();
  return `${article.title.zh}\n${article.title.en}`.toLowerCase().includes(wanted);
}
