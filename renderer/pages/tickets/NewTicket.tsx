import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import {
  TICKET_PRIORITIES,
  type TicketDesk,
  type TicketPriority,
} from '../../../shared/domain/ticket-desk.ts';
import type { FieldValue } from '../../../shared/domain/ticket-fields.ts';
import { fieldsFor } from '../../../shared/domain/ticket-forms.ts';
import { useClient, usePreferences } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Chips } from '../parts/Chips.tsx';
import { FieldInput } from '../parts/tickets/FieldInput.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './tickets.module.css';

/** A ticket of its own, perhaps from a template, with what its department asks for. */
export function NewTicket(props: {
  readonly desk: TicketDesk;
  readonly departments: readonly string[];
  readonly rooms: readonly { readonly value: string; readonly label: string }[];
  readonly made: (ticket: Ticket) => void;
  readonly close: () => void;
}) {
  const { t } = useTranslation('tickets');
  const [{ language }] = usePreferences();
  const client = useClient();
  const { desk } = props;
  const [id] = useState(() => crypto.randomUUID());
  const [roomId, setRoom] = useState(props.rooms[0]?.value ?? '');
  const [templateId, setTemplate] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [type, setType] = useState<string | null>(null);
  const [department, setDepartment] = useState(props.departments[0] ?? '');
  const [priority, setPriority] = useState<TicketPriority>('normal');
  const [fields, setFields] = useState<Readonly<Record<string, FieldValue>>>({});
  const [missing, setMissing] = useState<readonly string[]>([]);
  const act = useAct();
  const pickType = (value: string | null) => {
    setType(value);
    const found = desk.types.find((one) => one.id === value);
    if (found?.department !== undefined) setDepartment(found.department);
    if (found?.priority !== undefined) setPriority(found.priority);
  };
  const fill = async (value: string | null) => {
    setTemplate(value);
    if (value === null || roomId === '') return;
    const answer = await act.run(() => client.tickets.template({ templateId: value, roomId }));
    if (!answer.ok) return;
    const filled = answer.value;
    setTitle(filled.title);
    setDescription(filled.description);
    setType(filled.type ?? null);
    if (filled.department !== undefined) setDepartment(filled.department);
    if (filled.priority !== undefined) setPriority(filled.priority);
    setFields(filled.fields);
    setMissing(filled.missing);
  };
  const submit = async () => {
    const answer = await act.run(() =>
      client.tickets.open({
        id,
        roomId,
        title: title.trim(),
        department,
        priority,
        fields: { ...fields },
        ...(description.trim() === '' ? {} : { description: description.trim() }),
        ...(type === null ? {} : { type }),
        ...(templateId === null ? {} : { templateId }),
      }),
    );
    if (answer.ok) props.made(answer.value);
  };
  const asked = fieldsFor(desk, department, type ?? undefined);
  return (
    <Modal opened onClose={props.close} title={t('new.title')} size={520}>
      <div className={classes.fields} data-testid="new-ticket">
        {desk.templates.length === 0 ? null : (
          <Select
            label={t('new.template')}
            placeholder={t('new.noTemplate')}
            data={desk.templates.map((one) => ({ value: one.id, label: one.name }))}
            value={templateId}
            onChange={(value) => void fill(value)}
            clearable
            data-testid="new-template"
          />
        )}
        {missing.length === 0 ? null : (
          <p className={classes.meta}>{t('new.missing', { names: missing.join(', ') })}</p>
        )}
        <Select
          label={t('new.room')}
          data={[...props.rooms]}
          value={roomId}
          allowDeselect={false}
          onChange={(value) => setRoom(value ?? '')}
        />
        <TextInput
          label={t('new.subject')}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-autofocus
          data-testid="new-subject"
        />
        <div className={classes.selects}>
          <Select
            label={t('type')}
            placeholder={t('noType')}
            data={desk.types.map((one) => ({ value: one.id, label: one.name[language] }))}
            value={type}
            onChange={pickType}
            clearable
          />
          <Select
            label={t('department')}
            data={[...props.departments]}
            value={department}
            allowDeselect={false}
            onChange={(value) => setDepartment(value ?? '')}
          />
        </div>
        <Chips
          label={t('priority')}
          value={priority}
          choices={TICKET_PRIORITIES.map((value) => ({ value, name: t(`common:priority.${value}`) }))}
          change={setPriority}
        />
        {asked.map((field) => (
          <FieldInput
            key={field.id}
            field={field}
            value={fields[field.id]}
            locked={false}
            change={(value) => {
              const { [field.id]: _, ...others } = fields;
              setFields(value === null ? others : { ...others, [field.id]: value });
            }}
          />
        ))}
        <Textarea
          label={t('description')}
          placeholder={t('describe')}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={5_000}
        />
        {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      </div>
      <div className={classes.modalEnd}>
        <Button variant="default" onClick={props.close}>
          {t('common:do.cancel')}
        </Button>
        <Button
          disabled={title.trim() === '' || roomId === ''}
          loading={act.busy}
          onClick={() => void submit()}
          data-testid="new-yes"
        >
          {t('new.yes')}
        </Button>
      </div>
    </Modal>
  );
}
