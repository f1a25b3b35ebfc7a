import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeywordReply } from '../../../../shared/support/config.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { hitOf } from './keyword-hit.ts';
import type { PartProps } from './part.ts';
import { SetupForm } from './SetupForm.tsx';
import classes from './setup.module.css';
import { TryKeyword } from './TryKeyword.tsx';
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
        const replies = repliesOf(draft.rows);
        const hit = hitOf(replies, tried);
        const isInForce = JSON.stringify(replies) === JSON.stringify(repliesOf(initial.rows));
        return (
          <>
            <p className={classes.dim}>{t('setup.keyword.lead')}</p>
            <TryKeyword
              text={tried}
              change={setTried}
              hit={hit}
              inForce={isInForce ? undefined : value.auto.keywords}
            />
            {draft.rows.length === 0 ? <EmptyState title={t('setup.keyword.empty')} /> : null}
            {draft.rows.map((row, index) => (
              <fieldset
                key={row.id}
                className={classes.box}
                disabled={locked}
                data-hit={hit?.n === index + 1}
              >
                <legend>{index + 1}</legend>
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
