import { Switch, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Count } from './Count.tsx';
import type { PartProps } from './part.ts';
import { hasNaN, SetupForm } from './SetupForm.tsx';
import classes from './setup.module.css';
import { originsOf } from './text-lists.ts';

/** What agents see, how long it is kept, and where the widget may stand. */
export function PrivacyPart({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  const snippet = `<script src="${window.location.origin}/support/widget.js" data-room="ROOM" data-token="TOKEN" async></script>`;
  return (
    <SetupForm
      setup={setup}
      initial={{
        ...value.privacy,
        retentionDays: value.retentionDays,
        allowAnonymous: value.allowAnonymous,
        origins: value.embedOrigins.join('\n'),
      }}
      bad={(draft) => hasNaN(draft) || originsOf(draft.origins) === null}
      patchOf={({ masked, exportRestricted, revealMinutes, retentionDays, allowAnonymous, origins }) => ({
        privacy: { masked, exportRestricted, revealMinutes },
        retentionDays,
        allowAnonymous,
        embedOrigins: [...(originsOf(origins) ?? [])],
      })}
    >
      {(draft, set, locked) => (
        <>
          <Switch
            label={t('setup.privacy.masked')}
            checked={draft.masked}
            disabled={locked}
            onChange={(event) => set({ masked: event.currentTarget.checked })}
          />
          {draft.masked ? (
            <Count
              label={t('setup.privacy.revealMinutes')}
              unit={t('setup.privacy.minutes')}
              value={draft.revealMinutes}
              change={(revealMinutes) => set({ revealMinutes })}
              min={1}
              max={60}
              locked={locked}
            />
          ) : null}
          <Switch
            label={t('setup.privacy.exportRestricted')}
            checked={draft.exportRestricted}
            disabled={locked}
            onChange={(event) => set({ exportRestricted: event.currentTarget.checked })}
          />
          <Count
            label={t('setup.privacy.retentionDays')}
            unit={t('setup.privacy.days')}
            value={draft.retentionDays}
            change={(retentionDays) => set({ retentionDays })}
            min={1}
            max={3_650}
            locked={locked}
          />
          <Switch
            label={t('setup.privacy.allowAnonymous')}
            checked={draft.allowAnonymous}
            disabled={locked}
            onChange={(event) => set({ allowAnonymous: event.currentTarget.checked })}
          />
          <Textarea
            label={t('setup.privacy.embedOrigins')}
            value={draft.origins}
            error={originsOf(draft.origins) === null ? t('setup.privacy.badOrigin') : undefined}
            onChange={(event) => set({ origins: event.currentTarget.value })}
            autosize
            minRows={2}
            disabled={locked}
          />
          <div className={classes.box}>
            <b>{t('setup.privacy.snippet')}</b>
            <code className={classes.code}>{snippet}</code>
            <p className={classes.dim}>{t('setup.privacy.snippetHint')}</p>
          </div>
        </>
      )}
    </SetupForm>
  );
}
