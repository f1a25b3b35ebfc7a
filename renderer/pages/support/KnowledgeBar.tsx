import { HoverCard } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, usePreferences } from '../../app/services.tsx';
import type { Talk } from '../../state/talks.ts';
import { useLoad } from '../parts/use-load.ts';
import { useSettled } from '../parts/use-settled.ts';
import composing from './composer.module.css';
import classes from './support.module.css';
import { questionOf, readTyped } from './typed.ts';

const SHOWN = 4;
/** Less alike than this is noise. */
const WORTH = 0.15;

/** Articles that may help: for what is typed, else for what the viewer last said. One click puts the answer down. */
export function KnowledgeBar(props: {
  readonly talk: Talk;
  readonly language: 'zh' | 'en';
  readonly pick: (text: string) => void;
  /** Sends pictures of an article at once; absent where one may not speak to the viewer. */
  readonly show?: ((attachmentIds: readonly string[]) => void) | undefined;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const [{ language: mine }] = usePreferences();
  const { talk, language } = props;
  const last = talk.log.messages.findLast((one) => one.from.kind === 'viewer' && one.body.kind === 'text');
  const asked = questionOf(talk.draft, last?.body.kind === 'text' ? last.body.text : '');
  const question = useSettled(asked);
  const found = useLoad(question.length < 2 ? null : `kb-${question}`, (signal) =>
    client.support.kb.search({ text: question, limit: SHOWN }, { signal }),
  );
  const hits = question.length < 2 ? [] : (found.value?.hits ?? []).filter((hit) => hit.score >= WORTH);
  const isAsking = readTyped(talk.draft).kind === 'knowledge';
  if (hits.length === 0 && !isAsking) return null;
  return (
    <div className={composing.suggest}>
      <span className={classes.faint}>{t(isAsking ? 'kb.search' : 'kb.maybe')}</span>
      {isAsking && hits.length === 0 && question.length >= 2 && !found.loading ? (
        <span>{t('kb.none')}</span>
      ) : null}
      {hits.map(({ article, score }) => (
        <Fragment key={article.id}>
          <HoverCard width={360} openDelay={250} position="top-start" shadow="md">
            <HoverCard.Target>
              <button
                type="button"
                onClick={() => props.pick(article.answer[language] || article.answer.zh)}
                data-testid="kb-suggestion"
                data-article={article.id}
              >
                <span>{article.title[mine] || article.title.zh}</span> <b>{Math.round(score * 100)}%</b>
                {article.staffOnly ? <i title={t('kb.staffOnly')}>◆</i> : null}
              </button>
            </HoverCard.Target>
            <HoverCard.Dropdown className={composing.article}>
              {article.answer[language] || article.answer.zh}
            </HoverCard.Dropdown>
          </HoverCard>
          {article.attachmentIds.length === 0 || props.show === undefined ? null : (
            <button
              type="button"
              title={t('kb.picturesHint')}
              onClick={() => props.show?.(article.attachmentIds)}
              data-testid="kb-pictures"
            >
              <span>{t('kb.pictures', { n: article.attachmentIds.length })}</span>
            </button>
          )}
        </Fragment>
      ))}
    </div>
  );
}
