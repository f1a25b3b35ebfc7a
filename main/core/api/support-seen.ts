import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Message } from '../../../shared/support/message.ts';
import type { MessageView, SupportFrame } from '../../../shared/support/views.ts';
import type { Caller } from '../access/members.ts';
import type { Services } from '../services.ts';
import { viewOf } from '../support/views.ts';
import { checkRoom, unwrap } from './context.ts';

/** Whose conversation a caller may reach, and what of it she may see: every answer of the desk is made by these. */
export interface SupportSeen {
  /** The conversation itself, for work on it; a sign of life of its caller. Throws where it is out of reach. */
  readonly own: (caller: Caller, id: string) => Promise<Conversation>;
  readonly show: (caller: Caller, row: Conversation) => Conversation;
  /** Veiled messages have no address; addresses of revealed ones end with the reveal. */
  readonly seen: (caller: Caller, row: Conversation, message: Message) => MessageView;
  readonly showFrame: (caller: Caller, frame: SupportFrame) => SupportFrame;
}

export const isBoss = (caller: Caller): boolean => caller.roles.includes('supervisor');
export const isStaff = (caller: Caller): boolean => caller.roles.includes('agent') || isBoss(caller);

/** Made once for all of the desk's routers. */
export function supportSeen({ support }: Services): SupportSeen {
  const { reveals } = support;
  return {
    async own(caller, id) {
      const row = unwrap(await support.state.get(id));
      checkRoom(caller, row.roomId);
      if (isStaff(caller)) support.state.touchAgent(caller.id);
      return row;
    },
    show: (caller, row) => reveals.row(row, caller.id),
    seen(caller, row, message) {
      const { message: shown, masked } = reveals.message(row, message, caller.id);
      return masked ? { ...shown, masked } : viewOf(shown, support.uploads, reveals.until(row, caller.id));
    },
    showFrame: (caller, frame) =>
      frame.kind === 'batch'
        ? {
            ...frame,
            changes: frame.changes.map((change) =>
              change.kind === 'conversation'
                ? { ...change, row: reveals.queueRow(change.row, caller.id) }
                : change,
            ),
          }
        : { ...frame, rows: frame.rows.map((row) => reveals.queueRow(row, caller.id)) },
  };
}
