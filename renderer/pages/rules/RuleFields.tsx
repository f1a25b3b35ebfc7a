import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RULE_EVENTS } from '../../../shared/rules/rule.ts';
import { useDesk } from '../../app/services.tsx';
import { SEVERITY_SHAPE } from '../../ui/SeverityTag.tsx';
import { Chips } from '../parts/Chips.tsx';
import common from './common.module.css';
import classes from './form.module.css';
import { useFieldError, useRuleForm } from './form.tsx';
import { Toggles } from './Toggles.tsx';

const SEVERITIES = ['high', 'mid', 'low'] as const;

/** What the rule is called, where it holds, what it looks at and how severe it is. */
export function RuleFields() {
  const { t } = useTranslation('rules');
  const { draft, set, locked } = useRuleForm();
  const error = useFieldError();
  const rooms = useDesk((desk) => desk.rooms);
  return (
    <div className={common.basics}>
      <TextInput
        label={t('field.name')}
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={error('name')}
        maxLength={80}
        required
        disabled={locked}
        data-testid="rule-name"
      />
      <MultiSelect
        label={t('field.rooms')}
        size="xs"
        data={[...rooms.values()].map((view) => ({ value: view.room.id, label: view.room.name }))}
        value={[...(draft.roomIds ?? [])]}
        onChange={(ids) => set({ roomIds: ids.length === 0 ? undefined : ids })}
        placeholder={draft.roomIds === undefined ? t('field.allRooms') : ''}
        error={error('roomIds', true)}
        disabled={locked}
        clearable
      />
      <div className={common.field}>
        <span>{t('field.on')}</span>
        <Toggles
          label={t('field.on')}
          choices={RULE_EVENTS.map((value) => ({ value, name: t(`event.${value}`) }))}
          on={draft.on}
          change={(on) => set({ on })}
          disabled={locked}
        />
        {error('on', true) === undefined ? null : <em role="alert">{error('on', true)}</em>}
      </div>
      <div className={common.field}>
        <span>{t('field.severity')}</span>
        <Chips
          label={t('field.severity')}
          value={draft.severity}
          choices={SEVERITIES.map((value) => ({
            value,
            name: (
              <span className={classes.severity} data-severity={value}>
                <span aria-hidden="true">{SEVERITY_SHAPE[value]}</span> {t(`common:severity.${value}`)}
              </span>
            ),
          }))}
          change={(severity) => set({ severity })}
          disabled={locked}
          testId="rule-severity"
        />
      </div>
      <Textarea
        className={classes.whole ?? ''}
        label={t('field.note')}
        placeholder={t('field.noteHint')}
        value={draft.note ?? ''}
        onChange={(event) => {
          const note = event.currentTarget.value;
          set({ note: note === '' ? undefined : note });
        }}
        error={error('note')}
        maxLength={1_000}
        autosize
        minRows={1}
        disabled={locked}
      />
    </div>
  );
}
