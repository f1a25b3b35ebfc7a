import { Button, Select, TextInput } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { TICKET_PRIORITIES, type TicketType } from '../../../../shared/domain/ticket-desk.ts';
import { type DeskPart, restsOn } from './desk-part.ts';
import { newSlug, without } from './rows.ts';
import classes from './setup.module.css';

/** Kinds of tickets, and where each goes unless told otherwise. */
export const TicketTypes = memo(Types, restsOn('types'));

function Types({ desk, change, departments, locked }: DeskPart) {
  const { t } = useTranslation('support');
  const set = (id: string, part: Partial<TicketType>) =>
    change({ types: desk.types.map((type) => (type.id === id ? { ...type, ...part } : type)) });
  return (
    <fieldset className={classes.box} disabled={locked}>
      <legend>{t('setup.tickets.types')}</legend>
      {desk.types.map((type) => (
        <div key={type.id} className={classes.line}>
          <TextInput
            size="xs"
            aria-label={t('setup.tickets.typeName')}
            placeholder={t('setup.tickets.typeName')}
            value={type.name.zh}
            maxLength={80}
            onChange={(event) => set(type.id, { name: { ...type.name, zh: event.currentTarget.value } })}
          />
          <TextInput
            size="xs"
            aria-label={t('setup.tickets.typeNameEn')}
            placeholder={t('setup.tickets.typeNameEn')}
            value={type.name.en}
            maxLength={80}
            onChange={(event) => set(type.id, { name: { ...type.name, en: event.currentTarget.value } })}
          />
          <Select
            size="xs"
            aria-label={t('setup.tickets.department')}
            placeholder={t('setup.tickets.department')}
            data={[...departments]}
            value={type.department ?? null}
            clearable
            onChange={(department) => set(type.id, { department: department ?? undefined })}
          />
          <Select
            size="xs"
            aria-label={t('ticket.priority')}
            placeholder={t('ticket.priority')}
            data={TICKET_PRIORITIES.map((value) => ({ value, label: t(`common:priority.${value}`) }))}
            value={type.priority ?? null}
            clearable
            onChange={(value) => set(type.id, { priority: TICKET_PRIORITIES.find((one) => one === value) })}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => change({ types: without(desk.types, type.id) })}
          >
            {t('setup.tickets.remove')}
          </Button>
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        className={classes.start ?? ''}
        onClick={() => change({ types: [...desk.types, { id: newSlug(), name: { zh: '', en: '' } }] })}
      >
        {t('setup.tickets.add')}
      </Button>
    </fieldset>
  );
}
