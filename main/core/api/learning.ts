import { fault } from '../../../shared/domain/fault.ts';
import { actorOf } from '../access/members.ts';
import { sleep } from '../effects.ts';
import { learningFeed } from '../learning/feed.ts';
import type { Services } from '../services.ts';
import { api, errorOf, unwrap } from './context.ts';

const OPEN_END = new AbortController().signal;
const SETTLE_MS = 200;

/** What rooms have learnt. */
export function learningRouter({ learning }: Services) {
  return {
    feed: api.learning.feed.handler(async function* ({ context, signal }) {
      const { caller, stands } = context;
      const source = {
        learning,
        visible: (roomId: string) => caller.roomIds === undefined || caller.roomIds.includes(roomId),
        room: context.room,
        settle: () => sleep(SETTLE_MS),
      };
      for await (const frame of learningFeed(source, signal ?? OPEN_END)) {
        if (!stands()) throw errorOf(fault('unauthenticated'));
        yield frame;
      }
    }),
    list: api.learning.list.handler(async ({ context }) => {
      const { roomIds } = context.caller;
      return (await learning.list()).filter((view) => roomIds === undefined || roomIds.includes(view.roomId));
    }),
    room: api.learning.room.handler(async ({ input }) => unwrap(await learning.view(input.roomId))),
    models: api.learning.models.handler(({ input }) => [...unwrap(learning.models(input.roomId))]),
    examples: api.learning.examples.handler(async ({ input: { roomId, ...query } }) => {
      const page = await learning.examples(roomId, query);
      return { ...page, rows: [...page.rows] };
    }),
    retrain: api.learning.retrain.handler(async ({ input, context }) =>
      unwrap(await learning.retrain(input.roomId, actorOf(context.caller))),
    ),
    setBudget: api.learning.setBudget.handler(async ({ input: { roomId, ...change }, context }) =>
      unwrap(await learning.setBudget(roomId, change, actorOf(context.caller))),
    ),
    forgetExample: api.learning.forgetExample.handler(async ({ input, context }) =>
      unwrap(await learning.forgetExample(input.roomId, input.exampleId, actorOf(context.caller))),
    ),
    rollback: api.learning.rollback.handler(async ({ input, context }) =>
      unwrap(await learning.rollback(input.roomId, input.modelId, actorOf(context.caller))),
    ),
    resetPreview: api.learning.resetPreview.handler(async ({ input }) =>
      unwrap(await learning.previewReset(input.roomId, input.parts)),
    ),
    reset: api.learning.reset.handler(async ({ input, context }) =>
      unwrap(await learning.reset(input.roomId, input.parts, input.token, actorOf(context.caller))),
    ),
  };
}
