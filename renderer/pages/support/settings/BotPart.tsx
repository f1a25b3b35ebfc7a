import { PasswordInput, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProviderConfig } from '../../../../shared/support/config.ts';
import { Count } from './Count.tsx';
import type { PartProps } from './part.ts';
import { hasNaN, SetupForm } from './SetupForm.tsx';
import classes from './setup.module.css';

const NEW_PROVIDER: ProviderConfig = {
  url: '',
  key: '',
  model: '',
  timeoutSec: 20,
  maxTokens: 600,
  conversationTokens: 8_000,
  dailyTokens: 500_000,
};
const LIMITS = [
  ['timeoutSec', 1, 120],
  ['maxTokens', 16, 4_000],
  ['conversationTokens', 0, 1_000_000],
  ['dailyTokens', 0, 1_000_000_000],
] as const;

/** The assistant: when it answers, when it hands over, and with which model. */
export function BotPart({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  return (
    <SetupForm
      setup={setup}
      initial={value.bot}
      patchOf={(bot) => ({ bot })}
      bad={(draft) =>
        hasNaN(draft) ||
        (draft.provider !== null && (!URL.canParse(draft.provider.url) || draft.provider.model.trim() === ''))
      }
    >
      {(draft, set, locked) => {
        const { provider } = draft;
        return (
          <>
            <Switch
              label={t('setup.bot.enabled')}
              checked={draft.enabled}
              disabled={locked}
              onChange={(event) => set({ enabled: event.currentTarget.checked })}
            />
            <div className={classes.pairs}>
              <Count
                label={t('setup.bot.answerAt')}
                unit="%"
                value={Math.round(draft.answerAt * 100)}
                change={(percent) => set({ answerAt: percent / 100 })}
                max={100}
                locked={locked}
              />
              <Count
                label={t('setup.bot.maxMisses')}
                unit={t('setup.auto.times')}
                value={draft.maxMisses}
                change={(maxMisses) => set({ maxMisses })}
                min={1}
                max={10}
                locked={locked}
              />
            </div>
            <Switch
              label={t('setup.bot.provider')}
              description={t('setup.bot.providerHint')}
              checked={provider !== null}
              disabled={locked}
              onChange={(event) => set({ provider: event.currentTarget.checked ? NEW_PROVIDER : null })}
            />
            {provider === null ? null : (
              <fieldset className={classes.box} disabled={locked}>
                <TextInput
                  label={t('setup.bot.url')}
                  placeholder="https://…/v1"
                  value={provider.url}
                  maxLength={2_000}
                  onChange={(event) =>
                    set({ provider: { ...provider, url: event.currentTarget.value.trim() } })
                  }
                />
                <PasswordInput
                  size="xs"
                  label={t('setup.bot.key')}
                  value={provider.key}
                  maxLength={400}
                  autoComplete="off"
                  onChange={(event) => set({ provider: { ...provider, key: event.currentTarget.value } })}
                />
                <TextInput
                  label={t('setup.bot.model')}
                  value={provider.model}
                  maxLength={120}
                  onChange={(event) => set({ provider: { ...provider, model: event.currentTarget.value } })}
                />
                <div className={classes.pairs}>
                  {LIMITS.map(([name, min, max]) => (
                    <Count
                      key={name}
                      label={t(`setup.bot.${name}`)}
                      unit={name === 'timeoutSec' ? t('setup.sec') : ''}
                      value={provider[name]}
                      change={(count) => set({ provider: { ...provider, [name]: count } })}
                      min={min}
                      max={max}
                      locked={locked}
                    />
                  ))}
                </div>
              </fieldset>
            )}
          </>
        );
      }}
    </SetupForm>
  );
}
