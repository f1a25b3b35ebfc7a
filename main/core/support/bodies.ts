import type { Outgoing } from '../../../shared/api/support.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Message, MessageBody } from '../../../shared/support/message.ts';
import { recalled } from '../../../shared/support/saying.ts';
import type { SupportState } from './state.ts';
import type { Uploads } from './uploads.ts';

/** The body that will be stored: attachments must be the sender's own, of this conversation. */
export async function bodyOf(
  uploads: Uploads,
  message: Outgoing,
  conversationId: string,
  by: string,
  isStaff = false,
): Promise<Result<MessageBody>> {
  const { body } = message;
  if (body.kind === 'text') return ok(body);
  const found = await uploads.take(body.attachmentId, conversationId, by, isStaff);
  if (!found.ok) return found;
  if (found.value.kind !== body.kind) return fail(fault('invalid', found.value.kind));
  return ok(
    body.kind === 'picture'
      ? { kind: 'picture', attachment: found.value }
      : { kind: 'voice', attachment: found.value, waveform: body.waveform },
  );
}

/** Takes a message back, its attachment with it. */
export async function takeBack(
  deps: { readonly state: SupportState; readonly clock: Clock; readonly uploads: Uploads },
  id: string,
  messageId: string,
  by: string,
): Promise<Result<Message>> {
  const before = { message: undefined as Message | undefined };
  const changed = await deps.state.change(id, (now, messages) => {
    const message = messages.find((each) => each.id === messageId);
    if (message === undefined) return fail(fault('not_found', 'message'));
    before.message = message;
    const next = recalled(message, { id: by }, deps.clock.now());
    return next.ok ? ok({ conversation: now, edit: [next.value] }) : next;
  });
  if (!changed.ok) return changed;
  const body = before.message?.body;
  if (body?.kind === 'picture' || body?.kind === 'voice') await deps.uploads.recall(body.attachment.id, id);
  const [message] = changed.value.messages;
  return message === undefined ? fail(fault('not_found')) : ok(message);
}
