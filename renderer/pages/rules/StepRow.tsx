import { ActionIcon, Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Ladder, Step } from '../../../shared/rules/rule.ts';
import { durationName } from '../../ui/duration.ts';
import common from './common.module.css';
import classes from './form.module.css';
import { useFieldError, useRuleForm } from './form.tsx';
import { isMilder, MUTE_CHOICES, moveStep, removeStep, STEP_ACTIONS, stepAs } from './logic/steps.ts';

/** One step of a ladder. */
export function StepRow(props: {
  readonly ladder: Ladder;
  readonly index: number;
  readonly step: Step;
  readonly set: (step: Step) => void;
  readonly change: (ladder: Ladder) => void;
}) {
  const { t } = useTranslation('rules');
  const { locked: disabled } = useRuleForm();
  const error = useFieldError();
  const { ladder, index, step, set, change } = props;
  const at = `does.steps.${index}`;
  const choices: readonly number[] = MUTE_CHOICES;
  return (
    <div className={classes.step} data-testid="step">
      <span className={classes.stepNumber}>{t('ladder.time', { n: index + 1 })}</span>
      <Select
        aria-label={t('ladder.action', { n: index + 1 })}
        data={STEP_ACTIONS.map((value) => ({ value, label: t(`step.${value}`) }))}
        value={step.action}
        onChange={(action) => {
          if (action !== null) set(stepAs(step, action, t('warning')));
        }}
        allowDeselect={false}
        disabled={disabled}
        w={118}
        data-testid="step-action"
      />
      {step.action === 'warn' ? (
        <TextInput
          className={classes.stepText ?? ''}
          aria-label={t('ladder.warnText')}
          placeholder={t('ladder.warnText')}
          value={step.text}
          onChange={(event) => set({ ...step, text: event.currentTarget.value })}
          error={error(`${at}.text`)}
          maxLength={200}
          disabled={disabled}
        />
      ) : null}
      {step.action === 'mute' ? (
        <Select
          aria-label={t('ladder.duration')}
          data={(choices.includes(step.durationSec) ? choices : [...choices, step.durationSec]).map(
            (sec) => ({
              value: String(sec),
              label: durationName(t, sec),
            }),
          )}
          value={String(step.durationSec)}
          onChange={(sec) => {
            if (sec !== null) set({ ...step, durationSec: Number(sec) });
          }}
          error={error(`${at}.durationSec`)}
          allowDeselect={false}
          disabled={disabled}
          w={104}
        />
      ) : null}
      {step.action === 'mute' || step.action === 'ban' ? (
        <Checkbox
          size="xs"
          label={t('ladder.deletes')}
          checked={step.deletes === true}
          onChange={(event) => set({ ...step, deletes: event.currentTarget.checked ? true : undefined })}
          disabled={disabled}
        />
      ) : null}
      {isMilder(ladder, index) ? <em className={common.warning}>▲ {t('ladder.milder')}</em> : null}
      <span className={common.push} />
      {disabled ? null : (
        <span className={classes.stepTools}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('tree.up')}
            disabled={index === 0}
            onClick={() => change(moveStep(ladder, index, -1))}
          >
            ↑
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('tree.down')}
            disabled={index === ladder.steps.length - 1}
            onClick={() => change(moveStep(ladder, index, 1))}
          >
            ↓
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('ladder.remove')}
            disabled={ladder.steps.length === 1}
            onClick={() => change(removeStep(ladder, index))}
          >
            ×
          </ActionIcon>
        </span>
      )}
    </div>
  );
}
