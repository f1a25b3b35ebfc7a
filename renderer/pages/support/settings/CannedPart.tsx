import { Button, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../../../shared/support/config.ts';
import type { PartProps } from './part.ts';
import { SetupForm } from './SetupForm.tsx';
import classes from './setup.module.css';

/** What agents put down with `/`. */
export function CannedPart({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  const isBad = (reply: CannedReply) =>
    reply.shortcut.trim() === '' || reply.title.trim() === '' || reply.text.trim() === '';
  return (
    <SetupForm
      setup={setup}
      initial={{ rows: value.canned }}
      patchOf={(draft) => ({ canned: draft.rows })}
      bad={(draft) => draft.rows.some(isBad)}
    >
      {(draft, set, locked) => {
        const change = (id: string, part: Partial<CannedReply>) =>
          set({ rows: draft.rows.map((row) => (row.id === id ? { ...row, ...part } : row)) });
        return (
          <>
            <p className={classes.dim}>{t('setup.canned.lead')}</p>
            {draft.rows.map((row) => (
              <fieldset key={row.id} className={classes.box} disabled={locked}>
                <div className={classes.pairs}>
                  <TextInput
                    label={t('setup.canned.shortcut')}
                    value={row.shortcut}
                    maxLength={32}
                    leftSection="/"
                    onChange={(event) => change(row.id, { shortcut: event.currentTarget.value })}
                  />
                  <TextInput
                    label={t('setup.canned.title')}
                    value={row.title}
                    maxLength={80}
                    onChange={(event) => change(row.id, { title: event.currentTarget.value })}
                  />
                </div>
                <Textarea
                  label={t('setup.canned.text')}
                  value={row.text}
                  maxLength={2_000}
                  autosize
                  minRows={1}
                  error={isBad(row) ? t('setup.canned.bad') : undefined}
                  onChange={(event) => change(row.id, { text: event.currentTarget.value })}
                />
                <Button
                  variant="subtle"
                  className={classes.start ?? ''}
                  onClick={() => set({ rows: draft.rows.filter((other) => other.id !== row.id) })}
                >
                  {t('setup.canned.remove')}
                </Button>
              </fieldset>
            ))}
            <Button
              variant="default"
              className={classes.start ?? ''}
              disabled={locked}
              onClick={() =>
                set({ rows: [...draft.rows, { id: crypto.randomUUID(), shortcut: '', title: '', text: '' }] })
              }
            >
              {t('setup.canned.add')}
            </Button>
          </>
        );
      }}
    </SetupForm>
  );
}
