import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../../../shared/support/article.ts';
import { momentText } from '../../../logic/time.ts';
import classes from './setup.module.css';

/** What an article was before, in both languages, newest first; any of it can be put back into what is being written. */
export function ArticleHistory(props: {
  readonly history: Article['history'];
  /** Absent where one may not write. */
  readonly putBack: ((old: Article['history'][number]) => void) | undefined;
}) {
  const { t } = useTranslation('support');
  const { history, putBack } = props;
  if (history.length === 0) return null;
  return (
    <details data-testid="kb-history">
      <summary className={classes.dim}>
        {t('knowledge.history')} · {history.length}
      </summary>
      {history.map((old) => {
        const name = old.version === 0 ? t('knowledge.shipped') : t('knowledge.version', { n: old.version });
        return (
          <article key={old.version} className={classes.old}>
            <header>
              <span className={classes.dim}>
                {name}
                {old.version === 0 ? null : ` · ${old.by.name} · ${momentText(old.at, Date.now())}`}
              </span>
              {putBack === undefined ? null : (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`${t('knowledge.putBack')} · ${name}`}
                  onClick={() => putBack(old)}
                  data-testid="kb-put-back"
                >
                  {t('knowledge.putBack')}
                </Button>
              )}
            </header>
            <b>{old.title}</b>
            <p>{old.answer}</p>
            {old.titleEn === undefined && old.answerEn === undefined ? (
              <p className={classes.dim}>{t('knowledge.noEnglish')}</p>
            ) : (
              <div lang="en">
                <b>{old.titleEn}</b>
                <p>{old.answerEn}</p>
              </div>
            )}
          </article>
        );
      })}
    </details>
  );
}
