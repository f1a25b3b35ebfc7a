import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldValue, TicketField } from '../../../../shared/domain/ticket-fields.ts';
import { usePreferences } from '../../../app/services.tsx';
import { dateText, fromDateText } from './field-text.ts';

/** One question of a form. Null takes the answer off. */
export function FieldInput(props: {
  readonly field: TicketField;
  readonly value: FieldValue | undefined;
  readonly change: (value: FieldValue | null) => void;
  readonly locked: boolean;
}) {
  const { t } = useTranslation('tickets');
  const [{ language }] = usePreferences();
  const { field, value, change, locked } = props;
  const common = {
    label: field.label[language],
    disabled: locked,
    withAsterisk: field.required === 'open',
    description: field.required === 'solve' ? t('requiredSolve') : undefined,
    'data-testid': `field-${field.id}`,
  };
  const options = field.options.map((option) => ({ value: option.id, label: option.label[language] }));
  const text = typeof value === 'string' ? value : '';
  const write = (next: string) => change(next === '' ? null : next);
  switch (field.kind) {
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : ''}
          {...(field.min === undefined ? {} : { min: field.min })}
          {...(field.max === undefined ? {} : { max: field.max })}
          onChange={(next) => change(typeof next === 'number' ? next : null)}
        />
      );
    case 'paragraph':
      return (
        <Textarea
          {...common}
          value={text}
          autosize
          minRows={2}
          maxLength={field.maxLength ?? 5_000}
          onChange={(event) => write(event.currentTarget.value)}
        />
      );
    case 'choice':
      return (
        <Select {...common} data={options} value={text === '' ? null : text} onChange={change} clearable />
      );
    case 'choices':
      return (
        <MultiSelect
          {...common}
          data={options}
          value={Array.isArray(value) ? [...value] : []}
          onChange={(next) => change(next.length === 0 ? null : next)}
        />
      );
    case 'yesno':
      return (
        <Select
          {...common}
          data={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          placeholder={t('unset')}
          onChange={(next) => change(next === null ? null : next === 'yes')}
          clearable
        />
      );
    case 'datetime':
      return (
        <TextInput
          {...common}
          type="datetime-local"
          value={typeof value === 'number' ? dateText(value) : ''}
          onChange={(event) => change(fromDateText(event.currentTarget.value))}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          type={field.kind === 'date' ? 'date' : 'text'}
          value={text}
          maxLength={field.maxLength ?? 200}
          onChange={(event) => write(event.currentTarget.value)}
        />
      );
  }
}
