import { useTranslation } from 'react-i18next';
import { BilingualField } from './BilingualField.tsx';
import { Count } from './Count.tsx';
import type { PartProps } from './part.ts';
import { hasNaN, SetupForm } from './SetupForm.tsx';
import classes from './setup.module.css';

const TEXTS = ['welcome', 'offline', 'busy', 'idle', 'closing'] as const;
const TIMES = [
  'keywordAfterSec',
  'keywordCooldownSec',
  'busyOverSec',
  'idleAfterSec',
  'closeAfterSec',
] as const;

/** What is said without anybody saying it, and when. */
export function AutoPart({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  return (
    <SetupForm setup={setup} initial={value.auto} patchOf={(auto) => ({ auto })} bad={hasNaN}>
      {(draft, set, locked) => (
        <>
          <p className={classes.dim}>{t('setup.auto.variables')}</p>
          {TEXTS.map((name) => (
            <BilingualField
              key={name}
              label={t(`setup.auto.${name}`)}
              value={draft[name]}
              change={(text) => set({ [name]: text })}
              locked={locked}
            />
          ))}
          <div className={classes.pairs}>
            {TIMES.map((name) => (
              <Count
                key={name}
                label={t(`setup.auto.${name}`)}
                unit={t('setup.sec')}
                value={draft[name]}
                change={(seconds) => set({ [name]: seconds })}
                max={86_400}
                locked={locked}
              />
            ))}
            <Count
              label={t('setup.auto.keywordBudget')}
              unit={t('setup.auto.times')}
              value={draft.keywordBudget}
              change={(keywordBudget) => set({ keywordBudget })}
              max={50}
              locked={locked}
            />
          </div>
        </>
      )}
    </SetupForm>
  );
}
