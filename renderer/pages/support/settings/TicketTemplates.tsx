import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { TICKET_PRIORITIES, type TicketTemplate } from '../../../../shared/domain/ticket-desk.ts';
import { type DeskPart, restsOn } from './desk-part.ts';
import { newSlug, without } from './rows.ts';
import classes from './setup.module.css';

/** Tickets half written. */
export const TicketTemplates = memo(Templates, restsOn('templates'));

function Templates({ desk, change, departments, locked }: DeskPart) {
  const { t } = useTranslation('support');
  const set = (id: string, part: Partial<TicketTemplate>) =>
    change({ templates: desk.templates.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  return (
    <fieldset className={classes.box} disabled={locked}>
      <legend>{t('setup.tickets.templates')}</legend>
      {desk.templates.map((template) => (
        <div key={template.id} className={classes.line}>
          <TextInput
            size="xs"
            aria-label={t('setup.tickets.template')}
            placeholder={t('setup.tickets.template')}
            value={template.name}
            maxLength={80}
            onChange={(event) => set(template.id, { name: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            aria-label={t('setup.tickets.templateTitle')}
            placeholder={t('setup.tickets.templateTitle')}
            value={template.title}
            maxLength={200}
            onChange={(event) => set(template.id, { title: event.currentTarget.value })}
          />
          <Select
            size="xs"
            aria-label={t('setup.tickets.department')}
            placeholder={t('setup.tickets.department')}
            data={[...departments]}
            value={template.department ?? null}
            clearable
            onChange={(department) => set(template.id, { department: department ?? undefined })}
          />
          <Select
            size="xs"
            aria-label={t('ticket.priority')}
            placeholder={t('ticket.priority')}
            data={TICKET_PRIORITIES.map((value) => ({ value, label: t(`common:priority.${value}`) }))}
            value={template.priority ?? null}
            clearable
            onChange={(value) =>
              set(template.id, { priority: TICKET_PRIORITIES.find((one) => one === value) })
            }
          />
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => change({ templates: without(desk.templates, template.id) })}
          >
            {t('setup.tickets.remove')}
          </Button>
          <Textarea
            size="xs"
            className={classes.whole ?? ''}
            aria-label={t('ticket.note')}
            value={template.description}
            maxLength={5_000}
            autosize
            minRows={1}
            onChange={(event) => set(template.id, { description: event.currentTarget.value })}
          />
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        className={classes.start ?? ''}
        onClick={() =>
          change({
            templates: [
              ...desk.templates,
              { id: newSlug(), name: '', title: '', description: '', fields: {} },
            ],
          })
        }
      >
        {t('setup.tickets.add')}
      </Button>
    </fieldset>
  );
}
