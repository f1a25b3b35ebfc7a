import { fault } from '../../../shared/domain/fault.ts';
import { actorOf } from '../access/members.ts';
import type { Services } from '../services.ts';
import { api, errorOf, unwrap } from './context.ts';
import { isBoss, supportSeen } from './support-seen.ts';

/** What staff do with one conversation; what comes back is what the caller may see of it. */
export function supportStepsRouter(services: Services) {
  const { support } = services;
  const { own, show } = supportSeen(services);
  return {
    claim: api.support.claim.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return show(context.caller, unwrap(await support.staff.claim(id, actorOf(context.caller))));
    }),
    accept: api.support.accept.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return show(context.caller, unwrap(await support.staff.accept(id, actorOf(context.caller))));
    }),
    refuse: api.support.refuse.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return show(
        context.caller,
        unwrap(await support.staff.refuse(id, actorOf(context.caller), input.note)),
      );
    }),
    release: api.support.release.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return show(
        context.caller,
        unwrap(await support.staff.release(id, actorOf(context.caller), input.note)),
      );
    }),
    change: api.support.change.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      const { conversationId: _, ...change } = input;
      return show(context.caller, unwrap(await support.staff.edit(id, actorOf(context.caller), change)));
    }),
    transfer: api.support.transfer.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return show(
        context.caller,
        unwrap(
          await support.transfers.transfer(
            id,
            input.to,
            input.note,
            actorOf(context.caller),
            isBoss(context.caller),
          ),
        ),
      );
    }),
    escalate: api.support.escalate.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      const up = unwrap(await support.escalating.up(id, input, actorOf(context.caller)));
      return { ...up, conversation: show(context.caller, up.conversation) };
    }),
    close: api.support.close.handler(async ({ input, context }) => {
      const { id, agent, state } = await own(context.caller, input.conversationId);
      const mayClose =
        agent === undefined ||
        agent.id === context.caller.id ||
        isBoss(context.caller) ||
        state === 'wrapping';
      if (!mayClose) throw errorOf(fault('conflict', agent.name));
      return show(
        context.caller,
        unwrap(await support.staff.close(id, actorOf(context.caller), input.reason, input.topic)),
      );
    }),
    reopen: api.support.reopen.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return show(context.caller, unwrap(await support.staff.reopen(id, actorOf(context.caller))));
    }),
    ticket: api.support.ticket.handler(async ({ input, context }) =>
      unwrap(
        await support.roomSide.ticket(
          await own(context.caller, input.conversationId),
          input,
          actorOf(context.caller),
        ),
      ),
    ),
    lift: api.support.lift.handler(async ({ input, context }) => ({
      action: unwrap(
        await support.roomSide.lift(
          await own(context.caller, input.conversationId),
          input,
          actorOf(context.caller),
        ),
      ),
    })),
    watch: api.support.watch.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return show(context.caller, unwrap(await support.staff.guest(id, actorOf(context.caller), 'watch')));
    }),
    join: api.support.join.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return show(context.caller, unwrap(await support.staff.guest(id, actorOf(context.caller), 'join')));
    }),
    takeOver: api.support.takeOver.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return show(context.caller, unwrap(await support.staff.takeOver(id, actorOf(context.caller))));
    }),
    leaveTalk: api.support.leaveTalk.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return show(context.caller, unwrap(await support.staff.guest(id, actorOf(context.caller), null)));
    }),
    reveal: api.support.reveal.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return unwrap(await support.reveals.reveal(id, actorOf(context.caller), input.reason));
    }),
  };
}
