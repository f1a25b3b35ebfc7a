import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  RULE_MOMENTS,
  TICKET_PRIORITIES,
  type TicketDesk,
  type TicketRule,
} from '../../../../../shared/domain/ticket-desk.ts';
import { usePreferences } from '../../../../app/services.tsx';
import { ConditionRow } from './ConditionRow.tsx';
import { MOST_CONDITIONS, newCondition, type RuleFault, ruleFaults } from './rule-draft.ts';
import classes from './rules.module.css';
import { TryRule } from './TryRule.tsx';

/** A rule being written: when it looks, on what, and which ticket it opens. */
export function RuleForm(props: {
  readonly rule: TicketRule;
  readonly desk: TicketDesk;
  readonly departments: readonly string[];
  /** A rule that was just begun is told of its faults where somebody has been. */
  readonly isNew: boolean;
  readonly change: (part: Partial<TicketRule>) => void;
}) {
  const { t } = useTranslation('support');
  const [{ language }] = usePreferences();
  const { rule, desk, departments, change } = props;
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const faults = ruleFaults(rule, desk, departments);
  const error = (at: string): string | undefined => {
    const found = faults.find((fault) => fault.at === at);
    return found === undefined || (props.isNew && isEmptiness(found) && !touched.has(at))
      ? undefined
      : t(`setup.rules.fault.${found.why}`);
  };
  const touch = (at: string) => () => setTouched((before) => new Set(before).add(at));
  const open = (part: Partial<TicketRule['open']>) => change({ open: { ...rule.open, ...part } });
  const known = (id: string | undefined, rows: readonly { value: string; label: string }[]) =>
    id === undefined || rows.some((row) => row.value === id)
      ? [...rows]
      : [...rows, { value: id, label: id }];
  return (
    <div className={classes.form} data-testid="rule-form">
      <TextInput
        size="xs"
        label={t('setup.rules.name')}
        placeholder={t('setup.rules.nameHint')}
        value={rule.name}
        maxLength={80}
        error={error('name')}
        withAsterisk
        autoFocus={props.isNew}
        onBlur={touch('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
        data-testid="rule-name"
      />
      <Select
        size="xs"
        label={t('setup.rules.when')}
        data={RULE_MOMENTS.map((value) => ({ value, label: t(`setup.rules.at.${value}`) }))}
        value={rule.at}
        allowDeselect={false}
        onChange={(value) => change({ at: RULE_MOMENTS.find((one) => one === value) ?? rule.at })}
        data-testid="rule-at"
      />
      <fieldset className={classes.part}>
        <legend>{t('setup.rules.conditions')}</legend>
        {rule.when.map((condition, index) => (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity of their own
            key={index}
            condition={condition}
            index={index}
            error={error(`when.${index}`)}
            left={touch(`when.${index}`)}
            change={(next) => change({ when: rule.when.with(index, next) })}
            remove={() => change({ when: rule.when.toSpliced(index, 1) })}
          />
        ))}
        {error('when') === undefined ? null : <p className={classes.error}>{error('when')}</p>}
        <Button
          size="compact-xs"
          variant="default"
          className={classes.start ?? ''}
          disabled={rule.when.length >= MOST_CONDITIONS}
          onClick={() => change({ when: [...rule.when, newCondition('words')] })}
          data-testid="rule-condition-add"
        >
          {t('setup.rules.addCondition')}
        </Button>
      </fieldset>
      <fieldset className={classes.part}>
        <legend>{t('setup.rules.opens')}</legend>
        <div className={classes.pairs}>
          <Select
            size="xs"
            label={t('setup.rules.type')}
            placeholder={t('setup.rules.unset')}
            data={known(
              rule.open.type,
              desk.types.map((one) => ({ value: one.id, label: one.name[language] })),
            )}
            value={rule.open.type ?? null}
            clearable
            error={error('type')}
            onChange={(type) => open({ type: type ?? undefined })}
            data-testid="rule-type"
          />
          <Select
            size="xs"
            label={t('setup.tickets.department')}
            placeholder={t('setup.rules.unset')}
            data={known(
              rule.open.department,
              departments.map((name) => ({ value: name, label: name })),
            )}
            value={rule.open.department ?? null}
            clearable
            error={error('department')}
            onChange={(department) => open({ department: department ?? undefined })}
            data-testid="rule-department"
          />
          <Select
            size="xs"
            label={t('ticket.priority')}
            placeholder={t('setup.rules.unset')}
            data={TICKET_PRIORITIES.map((value) => ({ value, label: t(`common:priority.${value}`) }))}
            value={rule.open.priority ?? null}
            clearable
            onChange={(value) => open({ priority: TICKET_PRIORITIES.find((one) => one === value) })}
            data-testid="rule-priority"
          />
          <Select
            size="xs"
            label={t('setup.rules.template')}
            placeholder={t('setup.rules.noTemplate')}
            data={known(
              rule.open.templateId,
              desk.templates.map((one) => ({ value: one.id, label: one.name })),
            )}
            value={rule.open.templateId ?? null}
            clearable
            error={error('templateId')}
            onChange={(templateId) => open({ templateId: templateId ?? undefined })}
          />
        </div>
        <TextInput
          size="xs"
          label={t('setup.rules.title')}
          placeholder={t('setup.rules.titleHint')}
          value={rule.open.title ?? ''}
          maxLength={200}
          onChange={(event) => {
            const title = event.currentTarget.value;
            open({ title: title.trim() === '' ? undefined : title });
          }}
        />
      </fieldset>
      <TryRule rule={rule} isReady={faults.length === 0} />
    </div>
  );
}

/** What is only not written yet, as against what is wrong. */
function isEmptiness(fault: RuleFault): boolean {
  return ['name', 'noCondition', 'pick', 'words'].includes(fault.why);
}
