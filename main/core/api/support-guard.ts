import { fault } from '../../../shared/domain/fault.ts';
import type { Block } from '../../../shared/support/block.ts';
import { actorOf, type Caller } from '../access/members.ts';
import type { Services } from '../services.ts';
import { api, checkRoom, errorOf, unwrap } from './context.ts';
import { isBoss } from './support-seen.ts';

/** Blocked viewers, their appeals, and what the doors refused. */
export function supportGuardRouter({ support }: Services) {
  const { blocks } = support;
  const sees = (caller: Caller, block: Block): boolean =>
    caller.roomIds === undefined || (block.roomId !== undefined && caller.roomIds.includes(block.roomId));
  const own = async (caller: Caller, id: string): Promise<Block> => {
    const block = unwrap(await blocks.get(id));
    if (!sees(caller, block)) throw errorOf(fault('not_found', 'block'));
    return block;
  };
  return {
    blocks: {
      list: api.support.blocks.list.handler(async ({ input, context }) => {
        const { rows, cursor } = await blocks.list(input);
        return {
          rows: rows.filter((block) => sees(context.caller, block)),
          ...(cursor === undefined ? {} : { cursor }),
        };
      }),
      add: api.support.blocks.add.handler(async ({ input, context }) => {
        const { caller } = context;
        const row = unwrap(await support.state.get(input.conversationId));
        checkRoom(caller, row.roomId);
        return unwrap(await blocks.add(row, input, actorOf(caller), isBoss(caller)));
      }),
      lift: api.support.blocks.lift.handler(async ({ input, context }) => {
        const { id } = await own(context.caller, input.blockId);
        return unwrap(await blocks.lift(id, actorOf(context.caller), isBoss(context.caller)));
      }),
      answer: api.support.blocks.answer.handler(async ({ input, context }) => {
        const { id } = await own(context.caller, input.blockId);
        return unwrap(await blocks.answer(id, input.grant, input.answer, actorOf(context.caller)));
      }),
    },
    doors: api.support.doors.handler(() => support.doors.counts()),
  };
}
