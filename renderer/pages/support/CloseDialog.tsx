import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Conversation, TOPICS, type Topic } from '../../../shared/support/conversation.ts';
import { useClient, useServices } from '../../app/services.tsx';
import { Chips } from '../parts/Chips.tsx';
import { useAct } from '../parts/use-act.ts';
import { Dialog } from './Dialog.tsx';

const REASONS = ['solved', 'viewer_left', 'other'] as const;

/** Ends it: why, and what it was about. The viewer is asked for a rating. */
export function CloseDialog(props: { readonly conversation: Conversation; readonly done: () => void }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { support } = useServices();
  const [reason, setReason] = useState<(typeof REASONS)[number]>('solved');
  const [topic, setTopic] = useState<Topic>(props.conversation.topic);
  const act = useAct();
  const submit = async () => {
    const answer = await act.run(() =>
      client.support.close({ conversationId: props.conversation.id, reason, topic }),
    );
    if (!answer.ok) return;
    support.learn(answer.value);
    props.done();
  };
  return (
    <Dialog
      title={t('close.title')}
      yes={t('close.yes')}
      act={act}
      submit={() => void submit()}
      close={props.done}
      testId="close"
    >
      <p>{t('close.hint')}</p>
      <Chips
        label={t('close.reason')}
        value={reason}
        choices={REASONS.map((value) => ({ value, name: t(`close.reasons.${value}`) }))}
        change={setReason}
      />
      <Select
        label={t('close.topic')}
        data={TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
        value={topic}
        onChange={(value) => {
          const found = TOPICS.find((one) => one === value);
          if (found !== undefined) setTopic(found);
        }}
        allowDeselect={false}
      />
    </Dialog>
  );
}
