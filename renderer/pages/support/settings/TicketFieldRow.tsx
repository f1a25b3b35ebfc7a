import { Button, Select, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FIELD_KINDS, type TicketField } from '../../../../shared/domain/ticket-fields.ts';
import classes from './setup.module.css';

const WHEN = ['no', 'open', 'solve'] as const;

/** One question of a form: its name in both languages, what kind of answer, and when it is needed. */
export function TicketFieldRow(props: {
  readonly field: TicketField;
  readonly change: (part: Partial<TicketField>) => void;
  readonly remove: () => void;
}) {
  const { t } = useTranslation('support');
  const { field, change } = props;
  const hasOptions = field.kind === 'choice' || field.kind === 'choices';
  return (
    <div className={classes.line}>
      <TextInput
        size="xs"
        aria-label={t('setup.tickets.label')}
        placeholder={t('setup.tickets.label')}
        value={field.label.zh}
        maxLength={80}
        onChange={(event) => change({ label: { ...field.label, zh: event.currentTarget.value } })}
      />
      <TextInput
        size="xs"
        aria-label={t('setup.tickets.labelEn')}
        placeholder={t('setup.tickets.labelEn')}
        value={field.label.en}
        maxLength={80}
        onChange={(event) => change({ label: { ...field.label, en: event.currentTarget.value } })}
      />
      <Select
        size="xs"
        aria-label={t('setup.tickets.kind')}
        data={FIELD_KINDS.map((value) => ({ value, label: t(`setup.tickets.kinds.${value}`) }))}
        value={field.kind}
        allowDeselect={false}
        onChange={(value) => change({ kind: FIELD_KINDS.find((one) => one === value) ?? 'text' })}
      />
      <Select
        size="xs"
        aria-label={t('setup.tickets.required')}
        data={WHEN.map((value) => ({ value, label: t(`setup.tickets.requiredWhen.${value}`) }))}
        value={field.required}
        allowDeselect={false}
        onChange={(value) => change({ required: WHEN.find((one) => one === value) ?? 'no' })}
      />
      <Button size="compact-xs" variant="subtle" onClick={props.remove}>
        {t('setup.tickets.remove')}
      </Button>
      {hasOptions ? (
        <TagsInput
          size="xs"
          className={classes.whole ?? ''}
          aria-label={t('setup.tickets.options')}
          placeholder={t('setup.tickets.options')}
          value={field.options.map((option) => option.label.zh)}
          maxTags={100}
          splitChars={[',', '，']}
          onChange={(names) =>
            change({
              options: names.map((name) => {
                const label = name.slice(0, 64);
                return (
                  field.options.find((option) => option.label.zh === label) ?? {
                    id: label,
                    label: { zh: label, en: label },
                  }
                );
              }),
            })
          }
        />
      ) : null}
    </div>
  );
}
