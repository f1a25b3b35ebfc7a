import { fault } from '../../../shared/domain/fault.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { fillText } from '../../../shared/support/fill.ts';
import type { Message } from '../../../shared/support/message.ts';
import type { MessageView, SupportChange } from '../../../shared/support/views.ts';
import { actorOf, type Caller } from '../access/members.ts';
import { sleep } from '../effects.ts';
import type { Services } from '../services.ts';
import { supportFeed, talkFeed } from '../support/feeds.ts';
import { viewOf } from '../support/views.ts';
import { api, type CheckedContext, checkRoom, errorOf, unwrap } from './context.ts';
import { onlyOwn } from './desk.ts';
import { supportSettingsRouter } from './support-settings.ts';

const OPEN_END = new AbortController().signal;
const isBoss = (caller: Caller): boolean => caller.roles.includes('supervisor');
const isStaff = (caller: Caller): boolean => caller.roles.includes('agent') || isBoss(caller);

/** The support desk, for agents and supervisors. */
export function supportRouter(services: Services) {
  const { support, store } = services;
  const own = async (caller: Caller, id: string): Promise<Conversation> => {
    const row = unwrap(await support.state.get(id));
    checkRoom(caller, row.roomId);
    if (isStaff(caller)) support.state.touchAgent(caller.id);
    return row;
  };
  const seen = (caller: Caller, message: Message): MessageView =>
    viewOf(support.reveals.seen(message, caller.id), support.uploads.urlOf);
  const sees = (caller: Caller, roomId: string): boolean =>
    caller.roomIds === undefined || caller.roomIds.includes(roomId);

  return {
    feed: api.support.feed.handler(async function* ({ input, context, signal }) {
      const leave = isStaff(context.caller) ? support.routing.present(context.caller.id) : () => undefined;
      try {
        yield* supportFeed(
          {
            epoch: support.epoch,
            ring: support.ring,
            snapshot: (position) => support.snapshot(position, (roomId) => sees(context.caller, roomId)),
            visible: (change: SupportChange) => {
              if (change.kind === 'notice') return change.notice.to === context.caller.id;
              return change.kind !== 'conversation' || sees(context.caller, change.row.conversation.roomId);
            },
            room: waitFor(context),
            settle: () => sleep(50),
          },
          input.resume,
          signal ?? OPEN_END,
        );
      } finally {
        leave();
      }
    }),
    talk: api.support.talk.handler(async function* ({ input, context, signal }) {
      const { caller } = context;
      await own(caller, input.conversationId);
      const leave = input.watching
        ? support.lookers.open(input.conversationId, { id: caller.id, name: caller.name })
        : () => undefined;
      try {
        const feed = talkFeed(
          {
            state: support.state,
            id: input.conversationId,
            after: input.after ?? 0,
            filter: (messages) => messages,
            status: (conversation) => ({
              conversation,
              typingUntil: support.typing.until(conversation.id, 'viewer'),
              lookers: support.lookers.of(conversation.id).filter((who) => who.id !== caller.id),
            }),
            room: waitFor(context),
          },
          signal ?? OPEN_END,
        );
        for await (const frame of feed) {
          if (frame.kind === 'messages')
            yield { ...frame, messages: frame.messages.map((message) => seen(caller, message)) };
          else if (frame.kind === 'status') yield { kind: 'status' as const, ...frame.status };
        }
      } finally {
        leave();
      }
    }),
    list: api.support.list.handler(async ({ input, context }) => {
      const { state, viewerId, roomId, ...rest } = input;
      const where = {
        ...(state === undefined ? {} : { state }),
        ...(viewerId === undefined ? {} : { personId: viewerId }),
        ...(roomId === undefined ? {} : { roomId }),
      };
      return onlyOwn(
        context.caller,
        await store.list({ table: 'conversations', where, order: 'newest', ...rest }),
      );
    }),
    get: api.support.get.handler(({ input, context }) => own(context.caller, input.conversationId)),
    messages: api.support.messages.handler(async ({ input, context }) => {
      await own(context.caller, input.conversationId);
      const all = await support.state.talks.messages(input.conversationId);
      return all
        .slice(input.afterSeq, input.afterSeq + input.limit)
        .map((message) => seen(context.caller, message));
    }),
    card: api.support.card.handler(async ({ input, context }) =>
      support.roomSide.card(await own(context.caller, input.conversationId)),
    ),
    decisions: api.support.decisions.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return [
        ...(await store.list({ table: 'traces', where: { conversationId: id }, order: 'oldest', limit: 500 }))
          .rows,
      ];
    }),
    agents: api.support.agents.handler(() => [...support.state.agents.values()]),
    setState: api.support.setState.handler(async ({ input, context }) =>
      unwrap(await support.agents.setState(actorOf(context.caller), input.state)),
    ),
    alive: api.support.alive.handler(({ context }) => {
      support.state.touchAgent(context.caller.id);
      return {};
    }),
    saveAgent: api.support.saveAgent.handler(async ({ input, context }) =>
      unwrap(await support.agents.save(input, actorOf(context.caller))),
    ),
    claim: api.support.claim.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return unwrap(await support.staff.claim(id, actorOf(context.caller)));
    }),
    accept: api.support.accept.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return unwrap(await support.staff.accept(id, actorOf(context.caller)));
    }),
    refuse: api.support.refuse.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return unwrap(await support.staff.refuse(id, actorOf(context.caller), input.note));
    }),
    release: api.support.release.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return unwrap(await support.staff.release(id, actorOf(context.caller), input.note));
    }),
    send: api.support.send.handler(async ({ input, context }) => {
      const { caller } = context;
      const { id } = await own(caller, input.conversationId);
      return seen(
        caller,
        unwrap(await support.staff.send(id, actorOf(caller), input, input.audience, isBoss(caller))),
      );
    }),
    upload: api.support.upload.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      const bytes = new Uint8Array(Buffer.from(input.base64, 'base64'));
      return unwrap(
        await support.uploads.accept(
          { conversationId: id, by: context.caller.id, durationMs: input.durationMs },
          bytes,
        ),
      );
    }),
    file: api.support.file.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      const { mime, bytes } = unwrap(await support.uploads.read(input.attachmentId, id));
      return { mime, base64: Buffer.from(bytes).toString('base64') };
    }),
    typing: api.support.typing.handler(async ({ input, context }) => {
      const { id, agent } = await own(context.caller, input.conversationId);
      if (agent?.id === context.caller.id) support.staff.typing(id);
      return {};
    }),
    read: api.support.read.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      unwrap(await support.staff.read(id, actorOf(context.caller), input.seq));
      return {};
    }),
    recall: api.support.recall.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return seen(
        context.caller,
        unwrap(await support.staff.recall(id, input.messageId, actorOf(context.caller))),
      );
    }),
    change: api.support.change.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      const { conversationId: _, ...change } = input;
      return unwrap(await support.staff.edit(id, actorOf(context.caller), change));
    }),
    transfer: api.support.transfer.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return unwrap(
        await support.transfers.transfer(
          id,
          input.to,
          input.note,
          actorOf(context.caller),
          isBoss(context.caller),
        ),
      );
    }),
    escalate: api.support.escalate.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return unwrap(await support.escalating.up(id, input, actorOf(context.caller)));
    }),
    close: api.support.close.handler(async ({ input, context }) => {
      const { id, agent, state } = await own(context.caller, input.conversationId);
      const mayClose =
        agent === undefined ||
        agent.id === context.caller.id ||
        isBoss(context.caller) ||
        state === 'wrapping';
      if (!mayClose) throw errorOf(fault('conflict', agent.name));
      return unwrap(await support.staff.close(id, actorOf(context.caller), input.reason, input.topic));
    }),
    reopen: api.support.reopen.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return unwrap(await support.staff.reopen(id, actorOf(context.caller)));
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
      return unwrap(await support.staff.guest(id, actorOf(context.caller), 'watch'));
    }),
    join: api.support.join.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return unwrap(await support.staff.guest(id, actorOf(context.caller), 'join'));
    }),
    takeOver: api.support.takeOver.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return unwrap(await support.staff.takeOver(id, actorOf(context.caller)));
    }),
    leaveTalk: api.support.leaveTalk.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return unwrap(await support.staff.guest(id, actorOf(context.caller), null));
    }),
    reveal: api.support.reveal.handler(async ({ input, context }) => {
      const { id } = await own(context.caller, input.conversationId);
      return unwrap(await support.reveals.reveal(id, actorOf(context.caller), input.reason));
    }),
    canned: {
      list: api.support.canned.list.handler(() => [...support.settings.current().canned]),
      save: api.support.canned.save.handler(async ({ input, context }) => [
        ...unwrap(
          await support.settings.change({ canned: input.replies }, actorOf(context.caller), 'support.canned'),
        ).canned,
      ]),
      fill: api.support.canned.fill.handler(async ({ input, context }) => {
        const row = await own(context.caller, input.conversationId);
        const canned = support.settings.current().canned.find((each) => each.id === input.cannedId);
        if (canned === undefined) throw errorOf(fault('not_found', 'canned'));
        const filled = fillText(canned.text, {
          viewer: row.viewer.name,
          agent: context.caller.name,
          number: String(row.number),
          room: support.roomName(row.roomId),
        });
        return { text: filled.text, missing: [...filled.missing] };
      }),
    },
    ...supportSettingsRouter(services),
  };
}

/** A feed ends when the session's access ends. */
function waitFor(context: CheckedContext): () => Promise<void> {
  return async () => {
    await context.room();
    if (!context.stands()) throw new Error('access ended');
  };
}
