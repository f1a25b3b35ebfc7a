import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeywordReply } from '../../../../shared/support/config.ts';
import { keywordFor } from '../../../../shared/support/keywords.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { PartProps } from './part.ts';
import { SetupForm } from './SetupForm.tsx';
import classes from './setup.module.css';
import { wordsOf } from './text-lists.ts';

/** Replies to words, sent only while no person answers; a sentence can be tried on the draft itself. */
export function KeywordsPart({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  const [tried, setTried] = useState('');
  const initial = {
    rows: value.auto.keywords.map((reply) => ({ ...reply, typed: reply.words.join('，') })),
  };
  type Row = (typeof initial)['rows'][number];
  const repliesOf = (rows: readonly Row[]): KeywordReply[] =>
    rows.map(({ id, reply, typed }) => ({ id, reply, words: [...wordsOf(typed)].slice(0, 40) }));
  return (
    <SetupForm
      setup={setup}
      initial={initial}
      patchOf={(draft) => ({ auto: { ...value.auto, keywords: repliesOf(draft.rows) } })}
      bad={(draft) => draft.rows.some((row) => wordsOf(row.typed).length === 0 || row.reply.zh.trim() === '')}
    >
      {(draft, set, locked) => {
        const change = (id: string, part: Partial<Row>) =>
          set({ rows: draft.rows.map((row) => (row.id === id ? { ...row, ...part } : row)) });
        const hit = tried.trim() === '' ? null : keywordFor(repliesOf(draft.rows), tried);
        return (
          <>
            <p className={classes.dim}>{t('setup.keyword.lead')}</p>
            <TextInput
              label={t('setup.keyword.try')}
              value={tried}
              onChange={(event) => setTried(event.currentTarget.value)}
              description={
                tried.trim() === ''
                  ? undefined
                  : hit === null
                    ? t('setup.keyword.miss')
                    : t('setup.keyword.hit', { word: hit.word })
              }
              inputWrapperOrder={['label', 'input', 'description']}
              data-testid="keyword-try"
            />
            {draft.rows.length === 0 ? <EmptyState title={t('setup.keyword.empty')} /> : null}
            {draft.rows.map((row) => (
              <fieldset
                key={row.id}
                className={classes.box}
                disabled={locked}
                data-hit={hit?.reply.id === row.id}
              >
                <TextInput
                  label={t('setup.keyword.words')}
                  value={row.typed}
                  onChange={(event) => change(row.id, { typed: event.currentTarget.value })}
                />
                {(['zh', 'en'] as const).map((language) => (
                  <Textarea
                    key={language}
                    label={t(`setup.auto.${language}`)}
                    value={row.reply[language]}
                    onChange={(event) =>
                      change(row.id, { reply: { ...row.reply, [language]: event.currentTarget.value } })
                    }
                    autosize
                    minRows={1}
                    maxLength={4_000}
                  />
                ))}
                <Button
                  variant="subtle"
                  className={classes.start ?? ''}
                  onClick={() => set({ rows: draft.rows.filter((other) => other.id !== row.id) })}
                >
                  {t('setup.keyword.remove')}
                </Button>
              </fieldset>
            ))}
            <Button
              variant="default"
              className={classes.start ?? ''}
              disabled={locked}
              onClick={() =>
                set({
                  rows: [
                    ...draft.rows,
                    { id: crypto.randomUUID(), words: [], typed: '', reply: { zh: '', en: '' } },
                  ],
                })
              }
            >
              {t('setup.keyword.add')}
            </Button>
          </>
        );
      }}
    </SetupForm>
  );
}
