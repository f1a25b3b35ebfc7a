import { Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Count } from './Count.tsx';
import type { PartProps } from './part.ts';
import { hasNaN, SetupForm } from './SetupForm.tsx';
import classes from './setup.module.css';

const LANGUAGES = ['zh', 'en', 'ja', 'ko', 'th', 'vi', 'id', 'es'] as const;

/** Between viewers and agents of different languages, through the provider; originals stay. */
export function TranslationPart({ setup, value }: PartProps) {
  const { t, i18n } = useTranslation('support');
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (
    <SetupForm
      setup={setup}
      initial={value.translation}
      patchOf={(translation) => ({ translation })}
      bad={hasNaN}
    >
      {(draft, set, locked) => (
        <>
          <Switch
            label={t('setup.translation.enabled')}
            description={value.bot.provider === null ? t('setup.translation.need') : undefined}
            checked={draft.enabled}
            disabled={locked}
            onChange={(event) => set({ enabled: event.currentTarget.checked })}
          />
          <Select
            label={t('setup.translation.staffLanguage')}
            data={LANGUAGES.map((code) => ({ value: code, label: names.of(code) ?? code }))}
            value={draft.staffLanguage}
            allowDeselect={false}
            disabled={locked}
            onChange={(staffLanguage) => set({ staffLanguage: staffLanguage ?? 'zh' })}
          />
          <div className={classes.pairs}>
            <Count
              label={t('setup.translation.conversationTokens')}
              unit=""
              value={draft.conversationTokens}
              change={(conversationTokens) => set({ conversationTokens })}
              max={1_000_000}
              locked={locked}
            />
            <Count
              label={t('setup.translation.dailyTokens')}
              unit=""
              value={draft.dailyTokens}
              change={(dailyTokens) => set({ dailyTokens })}
              max={1_000_000_000}
              locked={locked}
            />
          </div>
        </>
      )}
    </SetupForm>
  );
}
