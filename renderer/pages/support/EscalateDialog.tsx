import { Switch, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { useClient, useServices } from '../../app/services.tsx';
import { Chips } from '../parts/Chips.tsx';
import { useAct } from '../parts/use-act.ts';
import { Dialog } from './Dialog.tsx';

const REASONS = ['amount', 'insult', 'exposure', 'minor', 'manager', 'other'] as const;

/** Hands it up to a supervisor: a reason in one touch, and how urgent it is. */
export function EscalateDialog(props: { readonly conversation: Conversation; readonly done: () => void }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { support } = useServices();
  const [id] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState<(typeof REASONS)[number]>('amount');
  const [text, setText] = useState('');
  const [urgent, setUrgent] = useState(false);
  const act = useAct();
  const submit = async () => {
    const words = [t(`escalate.reasons.${reason}`), text.trim()].filter((part) => part !== '').join('：');
    const answer = await act.run(() =>
      client.support.escalate({ conversationId: props.conversation.id, id, reason: words, urgent }),
    );
    if (!answer.ok) return;
    support.learn(answer.value.conversation);
    props.done();
  };
  return (
    <Dialog
      title={t('escalate.title')}
      yes={t('escalate.yes')}
      act={act}
      submit={() => void submit()}
      close={props.done}
      testId="escalate"
    >
      <Chips
        label={t('escalate.reason')}
        value={reason}
        choices={REASONS.map((value) => ({ value, name: t(`escalate.reasons.${value}`) }))}
        change={setReason}
      />
      <Textarea
        label={t('escalate.text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={1_800}
        data-autofocus
        data-testid="escalate-text"
      />
      <Switch
        label={t('escalate.urgent')}
        checked={urgent}
        onChange={(event) => setUrgent(event.currentTarget.checked)}
        data-testid="escalate-urgent"
      />
    </Dialog>
  );
}
