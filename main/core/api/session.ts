import { API_VERSION } from '../../../shared/api/version.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { actorOf, type Caller } from '../access/members.ts';
import type { Services } from '../services.ts';
import { api, checkRoom, errorOf, unwrap } from './context.ts';

/** Who is calling, pairing, invitations. */
export function sessionRouter({ members }: Services) {
  return {
    hello: api.session.hello.handler(({ input, context }) => {
      if (input.version !== undefined && input.version !== API_VERSION)
        throw errorOf(fault('version_mismatch', `${input.version} ≠ ${API_VERSION}`));
      const { caller } = context;
      const roomIds = caller.roomIds === undefined ? {} : { roomIds: [...caller.roomIds] };
      return {
        member: { id: caller.id, name: caller.name, roles: [...caller.roles], ...roomIds, paired: true },
        version: API_VERSION,
        transport: context.transport,
      };
    }),
    pair: api.session.pair.handler(async ({ input }) => unwrap(await members.pair(input.token, input.name))),
    leave: api.session.leave.handler(async ({ context }) => {
      unwrap(await members.revoke(context.caller.id, actorOf(context.caller)));
      return {};
    }),
    invite: api.session.invite.handler(async ({ input, context }) => {
      checkReach(context.caller, input.roomIds);
      return unwrap(await members.invite(input, actorOf(context.caller)));
    }),
    members: api.session.members.handler(() => [...members.list()]),
    revoke: api.session.revoke.handler(async ({ input, context }) => {
      const member = members.list().find((each) => each.id === input.memberId);
      if (member !== undefined) checkReach(context.caller, member.roomIds);
      unwrap(await members.revoke(input.memberId, actorOf(context.caller)));
      return {};
    }),
  };
}

/** Nobody hands out or takes away access to more rooms than they have themselves. */
function checkReach(caller: Caller, roomIds: readonly string[] | undefined): void {
  if (caller.roomIds === undefined) return;
  if (roomIds === undefined) throw errorOf(fault('forbidden', 'roomIds: name rooms of yours'));
  for (const roomId of roomIds) checkRoom(caller, roomId);
}
