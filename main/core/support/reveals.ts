import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import { veil } from '../../../shared/support/mask.ts';
import type { Message } from '../../../shared/support/message.ts';
import { auditOf } from '../desk.ts';
import type { SupportState } from './state.ts';

/** Masked content, and who may see it for a while. */
export interface Reveals {
  readonly reveal: (id: string, by: Actor, reason: string) => Promise<Result<{ readonly until: number }>>;
  /** The message as this member may see it now. */
  readonly seen: (message: Message, memberId: string) => Message;
}

const REVEAL_MS = 900_000;

/** Content is veiled for staff where the configuration says so; a reason lifts the veil for 15 minutes and is audited. */
export function createReveals(deps: {
  readonly state: SupportState;
  readonly config: () => SupportConfig;
  readonly clock: Clock;
}): Reveals {
  const until = new Map<string, number>();
  const { clock } = deps;
  return {
    async reveal(id, by, reason) {
      const end = clock.now() + REVEAL_MS;
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
      for (const [key, at] of until) if (at <= clock.now()) until.delete(key);
      until.set(`${by.id}/${id}`, end);
      deps.state.talks.poke(id);
      return ok({ until: end });
    },
    seen(message, memberId) {
      if (!deps.config().privacy.masked || message.from.kind !== 'viewer') return message;
      if ((until.get(`${memberId}/${message.conversationId}`) ?? 0) > clock.now()) return message;
      const { body } = message;
      return body.kind === 'text' ? { ...message, body: { kind: 'text', text: veil(body.text) } } : message;
    },
  };
}
