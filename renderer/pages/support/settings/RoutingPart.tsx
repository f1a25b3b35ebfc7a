import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { STRATEGIES } from '../../../../shared/support/config.ts';
import { Count } from './Count.tsx';
import type { PartProps } from './part.ts';
import { hasNaN, SetupForm } from './SetupForm.tsx';
import classes from './setup.module.css';

const TIMES = [
  'acceptWithinSec',
  'silentAfterSec',
  'lostAfterSec',
  'familiarWaitSec',
  'overflowAfterSec',
  'refusedForSec',
] as const;
const BOOSTS = ['vip', 'complaint', 'urgent'] as const;

/** Who is asked next, how long for, and who goes first. */
export function RoutingPart({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  return (
    <SetupForm setup={setup} initial={value.routing} patchOf={(routing) => ({ routing })} bad={hasNaN}>
      {(draft, set, locked) => (
        <>
          <Select
            label={t('setup.strategy')}
            description={t('setup.strategyHint')}
            data={STRATEGIES.map((one) => ({ value: one, label: t(`setup.strategies.${one}`) }))}
            value={draft.strategy}
            onChange={(next) => {
              const strategy = STRATEGIES.find((one) => one === next);
              if (strategy !== undefined) set({ strategy });
            }}
            allowDeselect={false}
            disabled={locked}
            data-testid="setup-strategy"
          />
          <div className={classes.pairs}>
            {TIMES.map((name) => (
              <Count
                key={name}
                label={t(`setup.routing.${name}`)}
                unit={t('setup.sec')}
                value={draft[name]}
                change={(seconds) => set({ [name]: seconds })}
                max={86_400}
                locked={locked}
              />
            ))}
          </div>
          <div className={classes.pairs}>
            {BOOSTS.map((name) => (
              <Count
                key={name}
                label={t(`setup.routing.${name}`)}
                unit={t('setup.sec')}
                value={draft.boostSec[name]}
                change={(seconds) => set({ boostSec: { ...draft.boostSec, [name]: seconds } })}
                max={86_400}
                locked={locked}
              />
            ))}
          </div>
          <p className={classes.dim}>{t('setup.boostHint')}</p>
        </>
      )}
    </SetupForm>
  );
}
