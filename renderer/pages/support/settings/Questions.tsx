import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, OpenQuestion } from '../../../../shared/support/article.ts';
import { formatRoute } from '../../../app/routes.ts';
import { useClient, useMember, useNow, usePreferences } from '../../../app/services.tsx';
import { momentText } from '../../../logic/time.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { HostileText } from '../../../ui/HostileText.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useLoad } from '../../parts/use-load.ts';
import classes from './setup.module.css';

/** What nobody had an answer for: into an article, or left. */
export function Questions() {
  const { t } = useTranslation('support');
  const client = useClient();
  const open = useLoad('kb-questions', (signal) =>
    client.support.kb.questions({ state: 'open' }, { signal }),
  );
  const articles = useLoad('kb-all', (signal) => client.support.kb.list({}, { signal }));
  const rows = open.value?.rows ?? [];
  return (
    <div className={classes.content}>
      <h1>{t('questions.title')}</h1>
      <p className={classes.dim}>{t('questions.lead')}</p>
      {open.fault === undefined ? null : <FaultNotice fault={open.fault} retry={open.reload} />}
      {open.value === undefined && open.loading ? <Loading /> : null}
      {open.value !== undefined && rows.length === 0 ? (
        <EmptyState title={t('questions.empty')} hint={t('questions.emptyHint')} />
      ) : null}
      <ol className={classes.questions}>
        {rows.map((question) => (
          <Question
            key={question.id}
            question={question}
            articles={articles.value ?? []}
            settled={open.reload}
          />
        ))}
      </ol>
    </div>
  );
}

function Question(props: {
  readonly question: OpenQuestion;
  readonly articles: readonly Article[];
  readonly settled: () => void;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const isBoss = useMember()?.roles.includes('supervisor') ?? false;
  const [{ language }] = usePreferences();
  const now = useNow(60_000);
  const act = useAct();
  const { question, articles } = props;
  const [articleId, setArticleId] = useState<string | null>(question.best?.articleId ?? null);
  const nameOf = (article: Article) => article.title[language] || article.title.zh;
  const best = articles.find((article) => article.id === question.best?.articleId);
  const settle = async (into: string | null) => {
    const answer = await act.run(() =>
      client.support.kb.settle({ questionId: question.id, ...(into === null ? {} : { articleId: into }) }),
    );
    if (answer.ok) props.settled();
  };
  return (
    <li data-testid="kb-question">
      <div>
        <b>
          <HostileText text={question.text} />
        </b>
        <p className={classes.dim}>
          {momentText(question.at, now)} ·{' '}
          <a href={formatRoute({ kind: 'support', place: question.conversationId })}>{t('questions.talk')}</a>
          {best === undefined || question.best === undefined
            ? ''
            : ` · ${t('questions.best', { title: nameOf(best), n: Math.round(question.best.score * 100) })}`}
        </p>
        {act.fault === undefined ? null : <FaultNotice fault={act.fault} />}
      </div>
      {isBoss ? (
        <div className={classes.settle}>
          <Select
            data={articles
              .filter((article) => article.removed !== true)
              .map((article) => ({ value: article.id, label: nameOf(article) }))}
            value={articleId}
            onChange={setArticleId}
            searchable
            aria-label={t('questions.join')}
          />
          <Button disabled={articleId === null} loading={act.busy} onClick={() => void settle(articleId)}>
            {t('questions.join')}
          </Button>
          <Button variant="default" disabled={act.busy} onClick={() => void settle(null)}>
            {t('questions.ignore')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
