import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Agent } from '../../../shared/support/agent.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import type { Conversation, Offer } from '../../../shared/support/conversation.ts';
import { notice } from '../../../shared/support/notices.ts';
import { line } from '../../../shared/support/routing/choose.ts';
import { nextConversation } from '../../../shared/support/transitions.ts';
import type { Escalating } from './escalating.ts';
import type { RoomSide } from './room-side.ts';
import type { Routing } from './routing.ts';
import type { MessageDraft, SupportState } from './state.ts';

export type TransferTarget =
  | { readonly kind: 'agent'; readonly agentId: string }
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'department'; readonly department: string }
  | { readonly kind: 'supervisor' };

/** Handing a conversation over with its whole context and a note. */
export interface Transfers {
  readonly transfer: (
    id: string,
    to: TransferTarget,
    note: string,
    by: Actor,
    isBoss: boolean,
  ) => Promise<Result<Conversation>>;
}

const LONGEST_OFFER_MS = 120_000;

/**
 * To an agent: offered, and hers only when she accepts. To a group: back in line there, its place kept. To a
 * department: offered to whoever of its people is there and has the fewest; where nobody is, a ticket in its queue,
 * and the conversation stays where it is.
 */
export function createTransfers(deps: {
  readonly state: SupportState;
  readonly config: () => SupportConfig;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly routing: Routing;
  readonly escalating: Escalating;
  readonly ticket: RoomSide['ticket'];
}): Transfers {
  const { state, clock, ids, routing } = deps;
  const noteOf = (by: Actor, text: string): MessageDraft => ({
    id: ids.next(),
    from: { kind: 'agent', id: by.id, name: by.name },
    body: { kind: 'text', text },
    audience: 'staff',
  });
  const mayHand = (now: Conversation, by: Actor, isBoss: boolean): boolean =>
    now.agent?.id === by.id || isBoss;
  /** Of a department, who is there and has a place, the least busy first. */
  const someoneOf = (row: Conversation, members: readonly string[], by: Actor): Agent | undefined =>
    [...state.agents.values()]
      .filter(
        (agent) =>
          members.includes(agent.id) &&
          agent.id !== by.id &&
          agent.id !== row.agent?.id &&
          agent.state === 'online' &&
          !routing.isFull(agent, row.channel ?? 'text'),
      )
      .sort(
        (left, right) =>
          routing.loadOf(left.id) - routing.loadOf(right.id) || left.lastAssignedAt - right.lastAssignedAt,
      )[0];
  const toDepartment = async (
    row: Conversation,
    department: string,
    note: string,
    by: Actor,
  ): Promise<Result<Conversation>> => {
    const title = `客服 #${row.number} 转${department}：${note}`.slice(0, 120);
    const opened = await deps.ticket(row, { id: ids.next(), title, department, note }, by);
    if (!opened.ok) return opened;
    const noted = await state.change(row.id, (now) => ok({ conversation: now, add: [noteOf(by, note)] }));
    return noted.ok ? ok(noted.value.conversation) : noted;
  };

  const handOver = async (
    id: string,
    to: Exclude<TransferTarget, { readonly kind: 'department' }>,
    note: string,
    by: Actor,
    isBoss: boolean,
  ): Promise<Result<Conversation>> => {
    if (to.kind === 'supervisor') {
      const found = await state.get(id);
      if (found.ok && !mayHand(found.value, by, isBoss))
        return fail(fault('conflict', found.value.agent?.name));
      const up = await deps.escalating.up(id, { id: ids.next(), reason: note, urgent: false }, by);
      return up.ok ? ok(up.value.conversation) : up;
    }
    const changed = await state.change(id, (now) => {
      if (!mayHand(now, by, isBoss)) return fail(fault('conflict', now.agent?.name));
      const at = clock.now();
      if (to.kind === 'group') {
        const group = deps.config().groups.find((each) => each.id === to.groupId);
        if (group === undefined) return fail(fault('not_found', 'group'));
        const queued = nextConversation(now, { kind: 'queue', groupId: to.groupId }, at);
        if (!queued.ok) return queued;
        const refused = [...queued.value.refused, { agentId: by.id, at }].slice(-20);
        return ok({
          conversation: { ...queued.value, refused, skills: group.skills ?? [] },
          add: [noteOf(by, note), notice(ids.next(), 'transferred', { name: group.name })],
          traces: [
            {
              kind: 'requeued',
              by,
              agentId: by.id,
              value: to.groupId,
              reasons: [line('transfer', note, note)],
            },
          ],
        });
      }
      const agent = state.agents.get(to.agentId);
      if (agent === undefined) return fail(fault('not_found', 'agent'));
      if (agent.id === now.agent?.id) return fail(fault('invalid', agent.name));
      if (agent.state !== 'online') return fail(fault('conflict', `${agent.name}: ${agent.state}`));
      const within = Math.min(
        LONGEST_OFFER_MS,
        Math.max(30_000, deps.config().routing.acceptWithinSec * 2_000),
      );
      const offer: Offer = {
        kind: 'transfer',
        to: { kind: 'person', id: agent.id, name: agent.name },
        from: by,
        note,
        reasons: [line('transfer', note, note)],
        at,
        expiresAt: at + within,
      };
      const next = nextConversation(now, { kind: 'offer', offer }, at);
      return next.ok
        ? ok({
            conversation: next.value,
            add: [noteOf(by, note)],
            traces: [{ kind: 'offered', by, agentId: agent.id, reasons: offer.reasons, value: 'transfer' }],
          })
        : next;
    });
    if (!changed.ok) return changed;
    void routing.run();
    return ok(changed.value.conversation);
  };

  const transfer: Transfers['transfer'] = async (id, to, note, by, isBoss) => {
    if (to.kind === 'department') {
      const found = await state.get(id);
      if (!found.ok) return found;
      if (!mayHand(found.value, by, isBoss)) return fail(fault('conflict', found.value.agent?.name));
      const { departments, ticketDesk } = deps.config();
      const known = ticketDesk.departments.find((each) => each.name === to.department);
      if (known === undefined && !departments.includes(to.department))
        return fail(fault('not_found', 'department'));
      const someone = someoneOf(found.value, known?.members ?? [], by);
      return someone === undefined
        ? toDepartment(found.value, to.department, note, by)
        : transfer(id, { kind: 'agent', agentId: someone.id }, note, by, isBoss);
    }
    return handOver(id, to, note, by, isBoss);
  };
  return { transfer };
}
