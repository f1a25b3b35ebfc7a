import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { useClient, useMember, useServices, useSupport } from '../../app/services.tsx';
import { useAct } from '../parts/use-act.ts';
import { Dialog } from './Dialog.tsx';
import { type Target, targetInput, targetsOf } from './targets.ts';
import { useConfig } from './use-config.ts';

/** More than this can be searched. */
const MANY = 8;

/** Hands it over with a note; the whole conversation goes along. */
export function TransferDialog(props: { readonly conversation: Conversation; readonly done: () => void }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { support } = useServices();
  const me = useMember()?.id ?? '';
  const agents = useSupport((state) => state.agents);
  const rows = useSupport((state) => state.rows);
  const config = useConfig();
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const act = useAct();
  const targets = targetsOf(agents.values(), config.value, rows.values(), me);
  const nameOf = (target: Target): string => {
    if (target.kind === 'supervisor') return t('transfer.supervisor');
    if (target.kind === 'group') return t('transfer.group', { name: target.name });
    if (target.kind === 'department')
      return t(target.online === 0 ? 'transfer.departmentTicket' : 'transfer.department', {
        name: target.name,
        n: target.online,
      });
    return `${target.name} · ${t(`state.${target.state ?? 'offline'}`)} ${target.taken}/${target.capacity}`;
  };
  const submit = async () => {
    if (to === null) return;
    const answer = await act.run(() =>
      client.support.transfer({
        conversationId: props.conversation.id,
        to: targetInput(to),
        note: note.trim(),
      }),
    );
    if (!answer.ok) return;
    support.learn(answer.value);
    props.done();
  };
  return (
    <Dialog
      title={t('transfer.title')}
      yes={t('transfer.yes')}
      act={act}
      bad={to === null || note.trim() === ''}
      submit={() => void submit()}
      close={props.done}
      testId="transfer"
    >
      <Select
        label={t('transfer.to')}
        data={targets.map((target) => ({
          value: target.value,
          label: nameOf(target),
          disabled: target.disabled,
        }))}
        value={to}
        onChange={setTo}
        searchable={targets.length > MANY}
        data-testid="transfer-to"
      />
      <Textarea
        label={t('transfer.note')}
        description={t('transfer.noteHint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={2_000}
        data-testid="transfer-note"
      />
    </Dialog>
  );
}
