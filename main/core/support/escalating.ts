import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import type { Escalation } from '../../../shared/domain/escalation.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { notice } from '../../../shared/support/notices.ts';
import { line } from '../../../shared/support/routing/choose.ts';
import { auditOf, type Desk } from '../desk.ts';
import type { SupportState } from './state.ts';

/** Handing a conversation up to a supervisor. */
export interface Escalating {
  readonly up: (
    id: string,
    request: {
      readonly id: string;
      readonly reason: string;
      readonly urgent: boolean;
      readonly quiet?: boolean | undefined;
    },
    by: Actor,
  ) => Promise<Result<{ readonly conversation: Conversation; readonly escalation: Escalation }>>;
  /** A supervisor took or resolved one: a line for the desk in its conversation, where it came from one. */
  readonly answered: (escalation: Escalation) => Promise<void>;
}

const DUE_MS = 180_000;
const URGENT_DUE_MS = 60_000;
/** Of a resolution, in the conversation. */
const LONGEST = 2_000;

/** The escalation is written with the conversation, on the desk's own list. */
export function createEscalating(deps: {
  readonly state: SupportState;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
}): Escalating {
  const { state, desk, clock, ids } = deps;
  return {
    async answered(escalation) {
      const { conversationId, owner, resolution = '' } = escalation;
      if (conversationId === undefined || owner === undefined || escalation.state === 'open') return;
      const code = escalation.state === 'taken' ? 'escalation_taken' : 'escalation_resolved';
      const said = notice(ids.next(), code, { name: owner.name, text: resolution.slice(0, LONGEST) });
      // What was deleted by now needs no line.
      await state.change(conversationId, (now) =>
        ok({ conversation: now, add: [{ ...said, audience: 'staff' }] }),
      );
    },
    async up(id, request, by) {
      const before = await desk.getEscalation(request.id);
      if (before.ok) {
        const row = await state.get(id);
        if (!row.ok) return row;
        return before.value.conversationId === id
          ? ok({ conversation: row.value, escalation: before.value })
          : fail(fault('conflict', 'id'));
      }
      const made: { escalation?: Escalation } = {};
      const changed = await state.change(id, (now) => {
        const at = clock.now();
        const isUrgent = request.urgent || now.priority === 'urgent';
        const escalation: Escalation = {
          id: request.id,
          roomId: now.roomId,
          conversationId: now.id,
          severity: isUrgent ? 'high' : 'mid',
          person: { id: now.viewer.id, nativeId: null, name: now.viewer.name, actionable: false },
          summary: `客服 #${now.number} ${request.reason}`.slice(0, 300),
          note: request.reason,
          urgent: isUrgent,
          state: 'open',
          by,
          createdAt: at,
          dueAt: at + (isUrgent ? URGENT_DUE_MS : DUE_MS),
          updatedAt: at,
          version: 1,
        };
        made.escalation = escalation;
        return ok({
          conversation: {
            ...now,
            priority: isUrgent ? 'urgent' : now.priority,
            escalationIds: [...now.escalationIds, escalation.id],
            updatedAt: at,
            version: now.version + 1,
          },
          add: request.quiet === true ? [] : [notice(ids.next(), 'escalated')],
          traces: [
            {
              kind: 'escalated',
              by,
              value: escalation.id,
              reasons: [line('escalated', request.reason, request.reason)],
            },
          ],
          records: [{ kind: 'escalation', escalation }],
          audit: [
            auditOf(at, by, 'escalation.create', {
              roomId: now.roomId,
              subject: escalation.id,
              detail: request.reason.slice(0, 200),
            }),
          ],
        });
      });
      if (!changed.ok) return changed;
      return made.escalation === undefined
        ? fail(fault('not_found'))
        : ok({ conversation: changed.value.conversation, escalation: made.escalation });
    },
  };
}
