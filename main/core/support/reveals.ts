import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { veil } from '../../../shared/support/mask.ts';
import type { Message } from '../../../shared/support/message.ts';
import type { QueueRow } from '../../../shared/support/views.ts';
import { auditOf } from '../desk.ts';
import type { SupportState } from './state.ts';

/** Veiled content, and who may see it for a while. Everything that leaves the desk for a page passes through here. */
export interface Reveals {
  readonly reveal: (id: string, by: Actor, reason: string) => Promise<Result<{ readonly until: number }>>;
  /** Until when this member sees it; undefined where it is veiled. */
  readonly until: (row: Conversation, memberId: string) => number | undefined;
  /** The message as this member may see it now. */
  readonly message: (
    row: Conversation,
    message: Message,
    memberId: string,
  ) => { readonly message: Message; readonly masked: boolean };
  readonly row: (row: Conversation, memberId: string) => Conversation;
  readonly queueRow: (row: QueueRow, memberId: string) => QueueRow;
  /** Tells those who look on of reveals that ended; pages then veil what they hold. */
  readonly lapse: () => void;
  /** The member may read this attachment: open to all, revealed, or her own. */
  readonly mayRead: (row: Conversation, memberId: string, uploadedBy: string) => boolean;
}

/** The words viewers wrote are veiled: the configuration says so, or the conversation began as one-to-one. */
export function isPrivate(
  row: Pick<Conversation, 'channel'>,
  config: Pick<SupportConfig, 'privacy'>,
): boolean {
  return config.privacy.masked || row.channel === 'one_to_one';
}

/** A conversation as a stranger may see it: without the words it began with. */
export function withoutWords(row: Conversation): Conversation {
  return row.context?.text === undefined
    ? row
    : { ...row, context: { ...row.context, text: veil(row.context.text) } };
}

/** Content is veiled for everybody, supervisors too; a reason lifts the veil for a while and is audited. */
export function createReveals(deps: {
  readonly state: SupportState;
  readonly config: () => SupportConfig;
  readonly clock: Clock;
}): Reveals {
  const ends = new Map<string, number>();
  const { clock } = deps;
  const until: Reveals['until'] = (row, memberId) => {
    const end = ends.get(`${memberId}/${row.id}`);
    return end !== undefined && end > clock.now() ? end : undefined;
  };
  const isVeiled = (row: Conversation, memberId: string): boolean =>
    isPrivate(row, deps.config()) && until(row, memberId) === undefined;
  return {
    until,
    async reveal(id, by, reason) {
      const { revealMinutes } = deps.config().privacy;
      const end = clock.now() + revealMinutes * 60_000;
      const changed = await deps.state.change(id, (now) =>
        ok({
          conversation: now,
          traces: [{ kind: 'revealed', by, reasons: [{ code: 'revealed', zh: reason, en: reason }] }],
          audit: [
            auditOf(clock.now(), by, 'support.reveal', { roomId: now.roomId, subject: id, detail: reason }),
          ],
        }),
      );
      if (!changed.ok) return changed;
      ends.set(`${by.id}/${id}`, end);
      deps.state.talks.poke(id);
      return ok({ until: end });
    },
    message(row, message, memberId) {
      const isOpen =
        message.from.id === memberId || message.from.kind === 'system' || !isVeiled(row, memberId);
      const { body } = message;
      // Notes are the desk's own words to itself; what was said to and by the viewer is not.
      if (isOpen || message.audience === 'staff' || body.kind === 'notice' || body.kind === 'recalled')
        return { message, masked: false };
      const { translation, ...rest } = message;
      const plain: Message =
        translation === undefined
          ? rest
          : {
              ...rest,
              translation: {
                ...translation,
                ...(translation.text === undefined ? {} : { text: veil(translation.text) }),
              },
            };
      if (body.kind === 'text')
        return { message: { ...plain, body: { kind: 'text', text: veil(body.text) } }, masked: true };
      const blank = body.kind === 'voice' ? { ...body, waveform: [] } : body;
      return { message: { ...plain, body: blank }, masked: true };
    },
    lapse() {
      for (const [key, at] of ends) {
        if (at > clock.now()) continue;
        ends.delete(key);
        deps.state.talks.poke(key.slice(key.indexOf('/') + 1));
      }
    },
    row: (row, memberId) => (isVeiled(row, memberId) ? withoutWords(row) : row),
    queueRow: (row, memberId) =>
      isVeiled(row.conversation, memberId)
        ? { ...row, conversation: withoutWords(row.conversation), lastText: veil(row.lastText) }
        : row,
    mayRead: (row, memberId, uploadedBy) => uploadedBy === memberId || !isVeiled(row, memberId),
  };
}
