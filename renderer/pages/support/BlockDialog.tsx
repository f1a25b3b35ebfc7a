import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BLOCK_REASONS, type BlockReason } from '../../../shared/support/block.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { useClient, useMember } from '../../app/services.tsx';
import { Chips } from '../parts/Chips.tsx';
import { useAct } from '../parts/use-act.ts';
import { Dialog } from './Dialog.tsx';

const HOUR_MS = 3_600_000;
/** What an agent may choose; a supervisor also longer, and for good. */
const HOURS = [1, 6, 24] as const;
const LONGER = [168, 720, null] as const;
type Hours = (typeof HOURS)[number] | (typeof LONGER)[number];
const SCOPES = ['viewer', 'address', 'both'] as const;

/** Keeps a viewer from writing: why she is told, how long, and whether others from her address too. */
export function BlockDialog(props: { readonly conversation: Conversation; readonly done: () => void }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const isBoss = useMember()?.roles.includes('supervisor') ?? false;
  const { viewer, id: conversationId } = props.conversation;
  const [id] = useState(() => crypto.randomUUID());
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('viewer');
  const [reason, setReason] = useState<BlockReason>('abuse');
  const [hours, setHours] = useState<Hours>(1);
  const [note, setNote] = useState('');
  const act = useAct();
  const submit = async () => {
    const answer = await act.run(() =>
      client.support.blocks.add({
        id,
        conversationId,
        scope,
        reason,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
        ...(hours === null ? {} : { until: Date.now() + hours * HOUR_MS }),
      }),
    );
    if (!answer.ok) return;
    notifications.show({ message: t('block.done', { name: viewer.name }) });
    props.done();
  };
  const nameOf = (value: Hours): string => {
    if (value === null) return t('block.forever');
    return value > 24 ? t('block.days', { n: value / 24 }) : t('block.hours', { n: value });
  };
  return (
    <Dialog
      title={t('block.title')}
      yes={t('block.yes')}
      act={act}
      submit={() => void submit()}
      close={props.done}
      testId="block"
    >
      <p>{t('block.hint')}</p>
      <Chips
        label={t('block.scope')}
        value={scope}
        choices={SCOPES.map((value) => ({ value, name: t(`block.scopes.${value}`) }))}
        change={setScope}
      />
      <Chips
        label={t('block.reason')}
        value={reason}
        choices={BLOCK_REASONS.map((value) => ({ value, name: t(`block.reasons.${value}`) }))}
        change={setReason}
      />
      <Chips
        label={t('block.for')}
        value={String(hours)}
        choices={[...HOURS, ...(isBoss ? LONGER : [])].map((value) => ({
          value: String(value),
          name: nameOf(value),
        }))}
        change={(value) => setHours([...HOURS, ...LONGER].find((one) => String(one) === value) ?? 1)}
      />
      <Textarea
        label={t('block.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={500}
        data-testid="block-note"
      />
    </Dialog>
  );
}
