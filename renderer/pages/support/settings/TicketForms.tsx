import { Button, Select } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketForm } from '../../../../shared/domain/ticket-desk.ts';
import type { TicketField } from '../../../../shared/domain/ticket-fields.ts';
import { usePreferences } from '../../../app/services.tsx';
import { type DeskPart, restsOn } from './desk-part.ts';
import { newSlug, without } from './rows.ts';
import classes from './setup.module.css';
import { TicketFieldRow } from './TicketFieldRow.tsx';

/** What a department, a type, or both ask for. */
export const TicketForms = memo(Forms, restsOn('forms', 'types'));

function Forms({ desk, change, departments, locked }: DeskPart) {
  const { t } = useTranslation('support');
  const [{ language }] = usePreferences();
  const set = (id: string, part: Partial<TicketForm>) =>
    change({ forms: desk.forms.map((form) => (form.id === id ? { ...form, ...part } : form)) });
  const setField = (form: TicketForm, id: string, part: Partial<TicketField>) =>
    set(form.id, { fields: form.fields.map((field) => (field.id === id ? { ...field, ...part } : field)) });
  return (
    <fieldset className={classes.box} disabled={locked}>
      <legend>{t('setup.tickets.forms')}</legend>
      {desk.forms.map((form) => (
        <div key={form.id} className={classes.box} data-testid="ticket-form-setup">
          <div className={classes.line}>
            <Select
              size="xs"
              aria-label={t('setup.tickets.department')}
              placeholder={t('setup.tickets.everyDepartment')}
              data={[...departments]}
              value={form.department ?? null}
              clearable
              onChange={(department) => set(form.id, { department: department ?? undefined })}
            />
            <Select
              size="xs"
              aria-label={t('setup.tickets.types')}
              placeholder={t('setup.tickets.everyType')}
              data={desk.types.map((type) => ({ value: type.id, label: type.name[language] }))}
              value={form.type ?? null}
              clearable
              onChange={(type) => set(form.id, { type: type ?? undefined })}
            />
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => change({ forms: without(desk.forms, form.id) })}
            >
              {t('setup.tickets.remove')}
            </Button>
          </div>
          {form.fields.map((field) => (
            <TicketFieldRow
              key={field.id}
              field={field}
              change={(part) => setField(form, field.id, part)}
              remove={() => set(form.id, { fields: without(form.fields, field.id) })}
            />
          ))}
          <Button
            size="compact-xs"
            variant="default"
            className={classes.start ?? ''}
            onClick={() =>
              set(form.id, {
                fields: [
                  ...form.fields,
                  { id: newSlug(), label: { zh: '', en: '' }, kind: 'text', required: 'no', options: [] },
                ],
              })
            }
          >
            {t('setup.tickets.add')} · {t('setup.tickets.field')}
          </Button>
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        className={classes.start ?? ''}
        onClick={() => change({ forms: [...desk.forms, { id: newSlug(), fields: [] }] })}
        data-testid="ticket-form-add"
      >
        {t('setup.tickets.add')}
      </Button>
    </fieldset>
  );
}
