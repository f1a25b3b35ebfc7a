import { useEffect, useState } from 'react';
import type { MessageView } from '../../../shared/support/views.ts';
import { useClient, useConnection } from '../../app/services.tsx';
import { attempt } from '../../transport/attempt.ts';

const fetched = new Map<string, string>();
const MOST = 200;

/** The address of a message's picture or clip: the hub's own, or bytes fetched through the desktop's port. */
export function useFile(conversationId: string, message: MessageView): string | undefined {
  const client = useClient();
  const connection = useConnection();
  const isHub = connection.kind !== 'open' || connection.transport === 'hub';
  const { body, url } = message;
  const attachmentId = body.kind === 'picture' || body.kind === 'voice' ? body.attachment.id : undefined;
  const [local, setLocal] = useState(attachmentId === undefined ? undefined : fetched.get(attachmentId));
  useEffect(() => {
    if (isHub || attachmentId === undefined || fetched.has(attachmentId)) return;
    void attempt(client.support.file({ conversationId, attachmentId })).then((answer) => {
      if (!answer.ok) return;
      const bytes = Uint8Array.from(atob(answer.value.base64), (char) => char.charCodeAt(0));
      const made = URL.createObjectURL(new Blob([bytes], { type: answer.value.mime }));
      remember(attachmentId, made);
      setLocal(made);
    });
  }, [client, conversationId, attachmentId, isHub]);
  return isHub ? url : local;
}

/** The smaller picture for the list, where the hub made one and it can be reached. */
export function useThumb(message: MessageView): string | undefined {
  const connection = useConnection();
  return connection.kind !== 'open' || connection.transport === 'hub' ? message.thumbUrl : undefined;
}

function remember(id: string, address: string): void {
  fetched.set(id, address);
  const oldest = fetched.size > MOST ? fetched.entries().next().value : undefined;
  if (oldest === undefined) return;
  URL.revokeObjectURL(oldest[1]);
  fetched.delete(oldest[0]);
}
