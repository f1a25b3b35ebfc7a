import { Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TICKET_PRIORITIES, type TicketPriority } from '../../../shared/domain/ticket-desk.ts';
import type { FieldValues } from '../../../shared/domain/ticket-fields.ts';
import { fieldsFor } from '../../../shared/domain/ticket-forms.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { useClient, usePreferences } from '../../app/services.tsx';
import { Chips } from '../parts/Chips.tsx';
import { FieldInput } from '../parts/tickets/FieldInput.tsx';
import { useTicketDesk } from '../parts/tickets/use-ticket-desk.ts';
import { useAct } from '../parts/use-act.ts';
import { Dialog } from './Dialog.tsx';

/** Opens a ticket from the conversation, perhaps from a template; what was said goes along. */
export function TicketDialog(props: { readonly conversation: Conversation; readonly done: () => void }) {
  const { t } = useTranslation('support');
  const [{ language }] = usePreferences();
  const client = useClient();
  const { desk, departments } = useTicketDesk();
  const { conversation } = props;
  const { id: conversationId, roomId } = conversation;
  const [id] = useState(() => crypto.randomUUID());
  const [templateId, setTemplate] = useState<string | null>(null);
  const [title, setTitle] = useState(
    `${t(`topic.${conversation.topic}`)} · ${conversation.viewer.name}`.slice(0, 200),
  );
  const [type, setType] = useState<string | null>(null);
  const [chosen, setDepartment] = useState<string | null>(null);
  const [priority, setPriority] = useState<TicketPriority>('normal');
  const [fields, setFields] = useState<FieldValues>({});
  const [note, setNote] = useState('');
  const act = useAct();
  const names = departments.map((one) => one.name);
  const department = chosen ?? names[0] ?? '';
  const asked = desk === undefined ? [] : fieldsFor(desk, department, type ?? undefined);
  const take = (from: {
    readonly department?: string | undefined;
    readonly priority?: TicketPriority | undefined;
  }) => {
    if (from.department !== undefined) setDepartment(from.department);
    if (from.priority !== undefined) setPriority(from.priority);
  };
  const fill = async (value: string | null) => {
    setTemplate(value);
    if (value === null) return;
    const answer = await act.run(() =>
      client.tickets.template({ templateId: value, roomId, conversationId }),
    );
    if (!answer.ok) return;
    if (answer.value.title !== '') setTitle(answer.value.title);
    if (answer.value.description !== '') setNote(answer.value.description);
    setType(answer.value.type ?? null);
    setFields(answer.value.fields);
    take(answer.value);
  };
  const submit = async () => {
    const known = new Set(asked.map((field) => field.id));
    const given = Object.fromEntries(Object.entries(fields).filter(([field]) => known.has(field)));
    const answer = await act.run(() =>
      client.tickets.open({
        id,
        roomId,
        conversationId,
        title: title.trim(),
        department,
        priority,
        ...(type === null ? {} : { type }),
        ...(asked.length === 0 ? {} : { fields: given }),
        ...(templateId === null ? {} : { templateId }),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      }),
    );
    if (!answer.ok) return;
    notifications.show({ message: t('ticket.done', { department }) });
    props.done();
  };
  return (
    <Dialog
      title={t('ticket.title')}
      yes={t('ticket.yes')}
      act={act}
      bad={title.trim() === '' || department === ''}
      submit={() => void submit()}
      close={props.done}
      testId="ticket"
    >
      {desk === undefined || desk.templates.length === 0 ? null : (
        <Select
          label={t('tickets:new.template')}
          placeholder={t('tickets:new.noTemplate')}
          data={desk.templates.map((one) => ({ value: one.id, label: one.name }))}
          value={templateId}
          onChange={(value) => void fill(value)}
          clearable
          data-testid="ticket-template"
        />
      )}
      <TextInput
        label={t('ticket.subject')}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.currentTarget.value)}
        data-testid="ticket-title"
      />
      <Select
        label={t('tickets:type')}
        placeholder={t('tickets:noType')}
        data={(desk?.types ?? []).map((one) => ({ value: one.id, label: one.name[language] }))}
        value={type}
        onChange={(value) => {
          setType(value);
          take(desk?.types.find((one) => one.id === value) ?? {});
        }}
        clearable
        data-testid="ticket-type"
      />
      <Select
        label={t('ticket.department')}
        data={names}
        value={department}
        onChange={setDepartment}
        allowDeselect={false}
        data-testid="ticket-department"
      />
      <Chips
        label={t('ticket.priority')}
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
        label={t('ticket.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={2_000}
        data-autofocus
        data-testid="ticket-note"
      />
    </Dialog>
  );
}
