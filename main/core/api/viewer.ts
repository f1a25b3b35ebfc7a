import { implement } from '@orpc/server';
import { viewerContract } from '../../../shared/api/viewer.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { blockedView } from '../../../shared/support/block.ts';
import { isOpenAt } from '../../../shared/support/hours.ts';
import type { Message } from '../../../shared/support/message.ts';
import type { MessageView } from '../../../shared/support/views.ts';
import { talkFeed } from '../support/feeds.ts';
import type { Support } from '../support/index.ts';
import type { ViewerCaller } from '../support/viewers.ts';
import { forViewer, viewOf } from '../support/views.ts';
import { errorOf, unwrap } from './context.ts';

/** What a viewer's transport knows of a call. */
export interface ViewerContext {
  readonly caller: ViewerCaller | null;
  /** A keyed hash of where the call comes from; absent inside the process. */
  readonly addressHash?: string | undefined;
  readonly room: () => Promise<void>;
}

const api = implement(viewerContract).$context<ViewerContext>();
const OPEN_END = new AbortController().signal;

/** Viewers' own router: it holds nothing of the console, and asks every time whose conversation it is. */
export function createViewerRouter({ support, clock }: { readonly support: Support; readonly clock: Clock }) {
  const { viewerDesk } = support;
  const known = (context: ViewerContext): ViewerCaller => {
    if (context.caller === null) throw errorOf(fault('unauthenticated'));
    const { addressHash } = context;
    return addressHash === undefined ? context.caller : { ...context.caller, addressHash };
  };
  /** Whoever writes must not be blocked; reading stays possible. */
  const writer = (context: ViewerContext): ViewerCaller => {
    const caller = known(context);
    const refused = viewerDesk.refusal(caller);
    if (refused !== undefined) throw errorOf(refused);
    return caller;
  };
  const own = async (context: ViewerContext, id: string) => {
    const caller = known(context);
    return { caller, row: unwrap(await viewerDesk.own(caller, id)) };
  };
  const seen = (message: Message): MessageView => viewOf(message, support.uploads);

  return api.router({
    open: api.open.handler(({ input, context }) => {
      if (!support.doors.session(context.addressHash))
        throw errorOf(fault('rate_limited', undefined, { retryAt: clock.now() + 60_000 }));
      const roomName = support.roomName(input.roomId);
      if (roomName === undefined) throw errorOf(fault('not_found', 'room'));
      const opened = unwrap(support.viewers.open(input));
      const open = viewerDesk.openOne(opened.caller);
      const block = support.blocks.of(opened.caller.viewer.id, context.addressHash);
      return {
        session: opened.session,
        expiresAt: opened.expiresAt,
        viewer: opened.caller.viewer,
        roomId: input.roomId,
        roomName,
        ...(open === undefined ? {} : { conversationId: open.id }),
        isOpenNow: isOpenAt(support.settings.current().hours, clock.now()),
        ...(block === undefined ? {} : { blocked: blockedView(block) }),
      };
    }),
    appeal: api.appeal.handler(async ({ input, context }) => {
      const { viewer, addressHash } = known(context);
      const block = unwrap(await support.blocks.appeal(viewer.id, addressHash, input.text));
      support.doors.count('appeals');
      return blockedView(block);
    }),
    start: api.start.handler(async ({ input, context }) =>
      viewerDesk.status(unwrap(await viewerDesk.start(writer(context), input))),
    ),
    feed: api.feed.handler(async function* ({ input, context, signal }) {
      const { row } = await own(context, input.conversationId);
      const feed = talkFeed(
        {
          state: support.state,
          id: row.id,
          after: input.after,
          filter: forViewer,
          status: viewerDesk.status,
          draft: () => support.bot.draftOf(row.id),
          room: context.room,
        },
        signal ?? OPEN_END,
      );
      for await (const frame of feed)
        yield frame.kind === 'messages' ? { ...frame, messages: frame.messages.map(seen) } : frame;
    }),
    messages: api.messages.handler(async ({ input, context }) => {
      const { row } = await own(context, input.conversationId);
      const changed = (await support.state.talks.messages(row.id)).filter(
        (message) => message.rev > input.after,
      );
      return {
        rev: Math.max(input.after, ...changed.map((message) => message.rev)),
        messages: forViewer(changed).map(seen),
        status: viewerDesk.status(row),
      };
    }),
    send: api.send.handler(async ({ input, context }) =>
      seen(unwrap(await viewerDesk.send(writer(context), input.conversationId, input))),
    ),
    typing: api.typing.handler(async ({ input, context }) => {
      unwrap(await viewerDesk.typing(writer(context), input.conversationId));
      return {};
    }),
    read: api.read.handler(async ({ input, context }) => {
      unwrap(await viewerDesk.read(known(context), input.conversationId, input.seq, input.read));
      return {};
    }),
    recall: api.recall.handler(async ({ input, context }) =>
      seen(unwrap(await viewerDesk.recall(writer(context), input.conversationId, input.messageId))),
    ),
    person: api.person.handler(async ({ input, context }) =>
      viewerDesk.status(unwrap(await viewerDesk.person(writer(context), input.conversationId))),
    ),
    manager: api.manager.handler(async ({ input, context }) =>
      viewerDesk.status(
        unwrap(await viewerDesk.manager(writer(context), input.conversationId, input.id, input.text)),
      ),
    ),
    helped: api.helped.handler(async ({ input, context }) =>
      viewerDesk.status(
        unwrap(await viewerDesk.helped(writer(context), input.conversationId, input.messageId, input.helped)),
      ),
    ),
    rate: api.rate.handler(async ({ input, context }) => {
      unwrap(await viewerDesk.rate(writer(context), input.conversationId, input.score, input.text));
      return {};
    }),
    close: api.close.handler(async ({ input, context }) =>
      viewerDesk.status(unwrap(await viewerDesk.close(known(context), input.conversationId))),
    ),
    history: api.history.handler(async ({ context }) =>
      (await viewerDesk.history(known(context))).map(viewerDesk.status),
    ),
  });
}
