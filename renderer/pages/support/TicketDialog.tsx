import { Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { useClient } from '../../app/services.tsx';
import { Chips } from '../parts/Chips.tsx';
import { useAct } from '../parts/use-act.ts';
import { Dialog } from './Dialog.tsx';
import { useConfig } from './use-config.ts';

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

/** Opens a ticket from the conversation; what was said goes along. */
export function TicketDialog(props: { readonly conversation: Conversation; readonly done: () => void }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const config = useConfig();
  const { conversation } = props;
  const [id] = useState(() => crypto.randomUUID());
  const [title, setTitle] = useState(
    `${t(`topic.${conversation.topic}`)} · ${conversation.viewer.name}`.slice(0, 200),
  );
  const [chosen, setDepartment] = useState<string | null>(null);
  const [priority, setPriority] = useState<(typeof PRIORITIES)[number]>('normal');
  const [note, setNote] = useState('');
  const act = useAct();
  const departments = config.value?.departments ?? [];
  const department = chosen ?? departments[0] ?? '';
  const submit = async () => {
    const answer = await act.run(() =>
      client.support.ticket({
        conversationId: conversation.id,
        id,
        title: title.trim(),
        department,
        priority,
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
      <TextInput
        label={t('ticket.subject')}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.currentTarget.value)}
        data-testid="ticket-title"
      />
      <Select
        label={t('ticket.department')}
        data={[...departments]}
        value={department}
        onChange={setDepartment}
        allowDeselect={false}
        data-testid="ticket-department"
      />
      <Chips
        label={t('ticket.priority')}
        value={priority}
        choices={PRIORITIES.map((value) => ({ value, name: t(`common:priority.${value}`) }))}
        change={setPriority}
      />
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
