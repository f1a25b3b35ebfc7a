import { fault } from '../../../shared/domain/fault.ts';
import { fillText } from '../../../shared/support/fill.ts';
import type { SupportChange } from '../../../shared/support/views.ts';
import { actorOf, type Caller } from '../access/members.ts';
import { sleep } from '../effects.ts';
import type { Services } from '../services.ts';
import { supportFeed, talkFeed } from '../support/feeds.ts';
import { api, type CheckedContext, errorOf, unwrap } from './context.ts';
import { onlyOwn } from './desk.ts';
import { supportGuardRouter } from './support-guard.ts';
import { isBoss, isStaff, supportSeen } from './support-seen.ts';
import { supportSettingsRouter } from './support-settings.ts';
import { supportStepsRouter } from './support-steps.ts';

const OPEN_END = new AbortController().signal;
/** The support desk, for agents and supervisors. */
export function supportRouter(services: Services) {
  const { support, store } = services;
  const { own, show, seen, showFrame } = supportSeen(services);
  const sees = (caller: Caller, roomId: string): boolean =>
    caller.roomIds === undefined || caller.roomIds.includes(roomId);

  return {
    feed: api.support.feed.handler(async function* ({ input, context, signal }) {
      const leave = isStaff(context.caller) ? support.routing.present(context.caller.id) : () => undefined;
      try {
        const frames = supportFeed(
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
        for await (const frame of frames) yield showFrame(context.caller, frame);
      } finally {
        leave();
      }
    }),
    talk: api.support.talk.handler(async function* ({ input, context, signal }) {
      const { caller } = context;
      const row = await own(caller, input.conversationId);
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
              conversation: show(caller, conversation),
              isPrivate: support.isPrivate(conversation),
              revealedUntil: support.reveals.until(conversation, caller.id),
              typingUntil: support.typing.until(conversation.id, 'viewer'),
              lookers: support.lookers.of(conversation.id).filter((who) => who.id !== caller.id),
            }),
            room: waitFor(context),
          },
          signal ?? OPEN_END,
        );
        for await (const frame of feed) {
          if (frame.kind === 'messages')
            yield { ...frame, messages: frame.messages.map((message) => seen(caller, row, message)) };
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
      const page = onlyOwn(
        context.caller,
        await store.list({ table: 'conversations', where, order: 'newest', ...rest }),
      );
      return { ...page, rows: page.rows.map((row) => show(context.caller, row)) };
    }),
    get: api.support.get.handler(async ({ input, context }) =>
      show(context.caller, await own(context.caller, input.conversationId)),
    ),
    messages: api.support.messages.handler(async ({ input, context }) => {
      const row = await own(context.caller, input.conversationId);
      const all = await support.state.talks.messages(input.conversationId);
      return all
        .slice(input.afterSeq, input.afterSeq + input.limit)
        .map((message) => seen(context.caller, row, message));
    }),
    card: api.support.card.handler(async ({ input, context }) => {
      const card = await support.roomSide.card(
        await own(context.caller, input.conversationId),
        context.caller.roomIds,
      );
      return { ...card, earlier: card.earlier.map((row) => show(context.caller, row)) };
    }),
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
    send: api.support.send.handler(async ({ input, context }) => {
      const { caller } = context;
      const row = await own(caller, input.conversationId);
      const by = actorOf(caller);
      const sent = await support.staff.send(row.id, by, input, input.audience, isBoss(caller));
      return seen(caller, row, unwrap(sent));
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
      const row = await own(context.caller, input.conversationId);
      const { mime, bytes, by } = unwrap(await support.uploads.read(input.attachmentId, row.id));
      if (!support.reveals.mayRead(row, context.caller.id, by)) throw errorOf(fault('forbidden', 'masked'));
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
      const { caller } = context;
      const row = await own(caller, input.conversationId);
      return seen(caller, row, unwrap(await support.staff.recall(row.id, input.messageId, actorOf(caller))));
    }),
    translate: api.support.translate.handler(async ({ input, context }) => {
      const row = await own(context.caller, input.conversationId);
      return seen(context.caller, row, unwrap(await support.translating.now(row, input.messageId)));
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
    ...supportStepsRouter(services),
    ...supportGuardRouter(services),
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
