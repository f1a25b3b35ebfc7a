import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RULE_LIMITS } from '../../../shared/rules/limits.ts';
import type { Ladder } from '../../../shared/rules/rule.ts';
import common from './common.module.css';
import classes from './form.module.css';
import { useFieldError, useRuleForm } from './form.tsx';
import { addStep, setStep } from './logic/steps.ts';
import { Num } from './Num.tsx';
import { StepRow } from './StepRow.tsx';

/** The steps one after another, how long they are remembered, and the brake. */
export function LadderFields(props: { readonly ladder: Ladder; readonly change: (ladder: Ladder) => void }) {
  const { t } = useTranslation('rules');
  const { locked: disabled } = useRuleForm();
  const error = useFieldError();
  const { ladder, change } = props;
  return (
    <>
      <ol className={classes.steps}>
        {ladder.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other identity than their place
          <li key={index}>
            <StepRow
              ladder={ladder}
              index={index}
              step={step}
              set={(next) => change(setStep(ladder, index, next))}
              change={change}
            />
          </li>
        ))}
      </ol>
      {error('does.steps') === undefined ? null : <p className={common.error}>{error('does.steps')}</p>}
      {disabled || ladder.steps.length >= RULE_LIMITS.steps ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          className={common.add ?? ''}
          onClick={() => change(addStep(ladder, t('warning')))}
          data-testid="add-step"
        >
          ＋ {t('ladder.add')}
        </Button>
      )}
      <div className={classes.trio}>
        <Num
          visible
          label={t('ladder.memory')}
          value={ladder.memoryMin / 60}
          change={(hours) => change({ ...ladder, memoryMin: Math.round(hours * 60) })}
          unit={t('unit.hours')}
          decimals
          error={error('does.memoryMin')}
          disabled={disabled}
          width={150}
        />
        <Num
          visible
          label={t('ladder.rest')}
          value={ladder.restSec}
          change={(restSec) => change({ ...ladder, restSec })}
          unit={t('unit.seconds')}
          error={error('does.restSec')}
          disabled={disabled}
          width={150}
        />
        <Num
          visible
          label={t('ladder.brake')}
          value={ladder.maxPerMinute}
          change={(maxPerMinute) => change({ ...ladder, maxPerMinute })}
          unit={t('unit.times')}
          error={error('does.maxPerMinute')}
          disabled={disabled}
          width={150}
        />
      </div>
      <p className={common.dim}>{t('ladder.means')}</p>
    </>
  );
}
