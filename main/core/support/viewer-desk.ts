import type { Outgoing } from '../../../shared/api/support.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import type { Conversation, ConversationContext, Topic } from '../../../shared/support/conversation.ts';
import { fillText, waitText } from '../../../shared/support/fill.ts';
import { isOpenAt } from '../../../shared/support/hours.ts';
import type { Message } from '../../../shared/support/message.ts';
import { notice } from '../../../shared/support/notices.ts';
import { newConversation } from '../../../shared/support/opening.ts';
import { afterViewer, marked } from '../../../shared/support/saying.ts';
import type { Rating } from '../../../shared/support/trace.ts';
import { nextConversation } from '../../../shared/support/transitions.ts';
import type { ViewerStatus } from '../../../shared/support/views.ts';
import type { Store } from '../../store/store.ts';
import type { Blocks } from './blocks.ts';
import { bodyOf, takeBack } from './bodies.ts';
import type { Doors } from './doors.ts';
import { endingOf } from './ending.ts';
import type { Escalating } from './escalating.ts';
import type { Listening } from './listening.ts';
import type { ManagerAsks } from './managers.ts';
import { actorOfViewer, autoMessage, type Queueing } from './queueing.ts';
import { PRIVATE_DAYS } from './retention.ts';
import type { Routing } from './routing.ts';
import type { SupportState, TraceDraft } from './state.ts';
import type { Typing } from './typing.ts';
import type { Uploads } from './uploads.ts';
import type { ViewerCaller } from './viewers.ts';

/** What viewers do. Every call is checked to be about the viewer's own conversation. */
export interface ViewerDesk {
  readonly own: (caller: ViewerCaller, id: string) => Promise<Result<Conversation>>;
  /** Why this viewer may not write now, if so; counted. */
  readonly refusal: (caller: ViewerCaller) => Fault | undefined;
  readonly openOne: (caller: ViewerCaller) => Conversation | undefined;
  readonly status: (row: Conversation) => ViewerStatus;
  readonly start: (
    caller: ViewerCaller,
    input: {
      readonly id: string;
      readonly topic: Topic;
      readonly context?: Omit<ConversationContext, 'text' | 'verified'> | undefined;
      readonly person: boolean;
    },
  ) => Promise<Result<Conversation>>;
  readonly send: (caller: ViewerCaller, id: string, message: Outgoing) => Promise<Result<Message>>;
  readonly typing: (caller: ViewerCaller, id: string) => Promise<Result<null>>;
  readonly read: (caller: ViewerCaller, id: string, seq: number, isRead: boolean) => Promise<Result<null>>;
  readonly recall: (caller: ViewerCaller, id: string, messageId: string) => Promise<Result<Message>>;
  readonly person: (caller: ViewerCaller, id: string) => Promise<Result<Conversation>>;
  readonly manager: (
    caller: ViewerCaller,
    id: string,
    escalationId: string,
    text: string,
  ) => Promise<Result<Conversation>>;
  readonly helped: (
    caller: ViewerCaller,
    id: string,
    messageId: string,
    helped: boolean,
  ) => Promise<Result<Conversation>>;
  readonly rate: (caller: ViewerCaller, id: string, score: number, text?: string) => Promise<Result<null>>;
  /** The viewer's conversations in this room, newest first, at most 50. */
  readonly history: (caller: ViewerCaller) => Promise<readonly Conversation[]>;
  readonly close: (caller: ViewerCaller, id: string) => Promise<Result<Conversation>>;
}

const MAX_MESSAGES = 2_000;

/** Viewers' side of conversations. */
export function createViewerDesk(deps: {
  readonly store: Store;
  readonly state: SupportState;
  readonly config: () => SupportConfig;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly routing: Routing;
  readonly queueing: Queueing;
  readonly typing: Typing;
  readonly uploads: Uploads;
  readonly escalating: Escalating;
  readonly listening: Listening;
  readonly managers: ManagerAsks;
  readonly doors: Pick<Doors, 'count'>;
  readonly blocks: Pick<Blocks, 'of' | 'refuse'>;
  readonly isPrivate: (row: Conversation) => boolean;
  readonly roomName: (roomId: string) => string;
  readonly appealed: (row: Conversation) => Promise<void>;
  /** What the hub knows of where the viewer came from. */
  readonly contextOf: (caller: ViewerCaller, context: ConversationContext) => Promise<ConversationContext>;
}): ViewerDesk {
  const { state, clock, ids, routing, queueing } = deps;

  const own: ViewerDesk['own'] = async (caller, id) => {
    const found = await state.get(id);
    const isOwn =
      found.ok && found.value.viewer.id === caller.viewer.id && found.value.roomId === caller.roomId;
    return isOwn ? found : fail(fault('not_found', 'conversation'));
  };
  const openOne = (caller: ViewerCaller): Conversation | undefined =>
    [...state.conversations.values()].find(
      (row) => row.viewer.id === caller.viewer.id && row.roomId === caller.roomId && row.state !== 'closed',
    );

  return {
    own,
    async history(caller) {
      const page = await deps.store.list({
        table: 'conversations',
        where: { personId: caller.viewer.id },
        limit: 50,
      });
      return page.rows.filter((row) => row.roomId === caller.roomId);
    },
    refusal(caller) {
      const block = deps.blocks.of(caller.viewer.id, caller.addressHash);
      if (block === undefined) return undefined;
      deps.blocks.refuse(block);
      deps.doors.count('blockedRefused');
      return fault('blocked', block.reason, block.until === undefined ? {} : { retryAt: block.until });
    },
    openOne,
    status(row) {
      const estimate = row.state === 'queued' ? routing.estimateOf(row.id) : undefined;
      const typingUntil = deps.typing.until(row.id, 'staff');
      const managerLeft = deps.managers.left(row.viewer.id);
      const isOver = row.state === 'closed' || row.state === 'wrapping';
      return {
        id: row.id,
        number: row.number,
        state: row.state,
        ...(estimate === undefined ? {} : { estimate }),
        ...(row.agent !== undefined && row.state === 'active'
          ? { with: { kind: 'agent' as const, name: row.agent.name } }
          : {}),
        ...(row.state === 'bot' ? { with: { kind: 'bot' as const, name: '小助手' } } : {}),
        ...(typingUntil === undefined ? {} : { typingUntil }),
        isOpenNow: isOpenAt(deps.config().hours, clock.now()),
        staffReadSeq: row.staffReadSeq,
        canRate:
          isOver && row.ratedAt === undefined && (row.firstReplyAt !== undefined || row.bot.answers > 0),
        rated: row.ratedAt !== undefined,
        managerLeft,
      };
    },
    async start(caller, input) {
      const taken = await state.get(input.id);
      if (taken.ok) return own(caller, input.id);
      const open = openOne(caller);
      if (open !== undefined) return ok(open);
      const config = deps.config();
      const at = clock.now();
      const context = input.context === undefined ? undefined : await deps.contextOf(caller, input.context);
      const fresh = newConversation(
        {
          id: input.id,
          number: state.nextNumber(),
          roomId: caller.roomId,
          viewer: caller.viewer,
          topic: input.topic,
          context,
        },
        config,
        at,
      );
      const row = seenFrom(fresh, caller);
      const withBot = config.bot.enabled && !input.person;
      const language = caller.viewer.language;
      const welcome = fillText(config.auto.welcome[language], {
        room: deps.roomName(caller.roomId),
        days: String(
          deps.isPrivate(row) ? Math.min(config.retentionDays, PRIVATE_DAYS) : config.retentionDays,
        ),
        wait: waitText(routing.expected(row), withBot)[language],
        viewer: caller.viewer.name,
      }).text;
      const opened: TraceDraft = {
        kind: 'opened',
        by: actorOfViewer(row),
        ...(context?.actionId === undefined ? {} : { value: context.actionId }),
      };
      const hello = [notice(ids.next(), 'opened'), autoMessage(ids.next(), 'welcome', welcome)];
      const bot = withBot ? nextConversation(row, { kind: 'to_bot' }, at) : null;
      const set =
        bot === null
          ? queueing.queue(row, 'queued', [opened])
          : bot.ok
            ? ok({ conversation: bot.value, add: [], traces: [opened] })
            : bot;
      if (!set.ok) return set;
      const made = await state.create({ ...set.value, add: [...hello, ...set.value.add] });
      if (!made.ok) return made.fault.code === 'conflict' ? own(caller, input.id) : made;
      await deps.appealed(row);
      if (!withBot) await queueing.promise(row.id);
      void routing.run();
      return state.get(row.id);
    },
    async send(caller, id, message) {
      const mine = await own(caller, id);
      if (!mine.ok) return mine;
      const body = await bodyOf(deps.uploads, message, id, caller.viewer.id);
      if (!body.ok) return body;
      const known = { found: undefined as Message | undefined };
      const changed = await state.change(id, (now, messages) => {
        known.found = messages.find((each) => each.id === message.id);
        if (known.found !== undefined) return fail(fault('conflict', 'known'));
        const at = clock.now();
        const lately = messages.filter((each) => each.from.kind === 'viewer' && each.at > at - 60_000).length;
        if (lately >= deps.config().doors.messagesPerMinute) {
          deps.doors.count('messagesRefused');
          return fail(fault('rate_limited', undefined, { retryAt: at + 10_000 }));
        }
        if (messages.length >= MAX_MESSAGES) return fail(fault('too_large', `${MAX_MESSAGES}`));
        const next = afterViewer(now, at);
        if (!next.ok) return next;
        const from = { kind: 'viewer' as const, id: now.viewer.id, name: now.viewer.name };
        const isReopened = next.value.reopened > now.reopened;
        const heard = deps.listening.heard(next.value, body.value, messages);
        return ok({
          conversation: seenFrom(heard.row, caller),
          add: [
            ...(isReopened ? [notice(ids.next(), 'reopened')] : []),
            {
              id: message.id,
              from,
              body: body.value,
              audience: 'all' as const,
              ...(heard.language === undefined ? {} : { language: heard.language }),
            },
          ],
          traces: isReopened ? [{ kind: 'reopened', by: actorOfViewer(now) }] : [],
        });
      });
      if (known.found !== undefined)
        return known.found.from.id === caller.viewer.id ? ok(known.found) : fail(fault('conflict', 'id'));
      if (!changed.ok) return changed;
      deps.typing.clear(id, 'viewer');
      if (changed.value.conversation.state === 'queued') void routing.run();
      const sent = changed.value.messages.find((each) => each.id === message.id);
      return sent === undefined ? fail(fault('not_found')) : ok(sent);
    },
    async typing(caller, id) {
      const mine = await own(caller, id);
      if (!mine.ok) return mine;
      deps.typing.set(id, 'viewer');
      return ok(null);
    },
    async read(caller, id, seq, isRead) {
      const mine = await own(caller, id);
      if (!mine.ok) return mine;
      const changed = await state.change(id, (now, messages) => {
        const edit = marked(messages, 'viewer', seq, isRead, clock.now());
        if (edit.length === 0) return fail(fault('conflict', 'nothing'));
        const conversation = isRead
          ? { ...now, viewerReadSeq: Math.max(now.viewerReadSeq, Math.min(seq, now.seq)) }
          : now;
        return ok({ conversation, edit });
      });
      return changed.ok || changed.fault.detail === 'nothing' ? ok(null) : changed;
    },
    async recall(caller, id, messageId) {
      const mine = await own(caller, id);
      if (!mine.ok) return mine;
      return takeBack(deps, id, messageId, caller.viewer.id);
    },
    async person(caller, id) {
      const mine = await own(caller, id);
      if (!mine.ok) return mine;
      const changed = await state.change(id, (now) =>
        now.state === 'bot'
          ? queueing.queue({ ...now, bot: { ...now.bot, handover: 'asked' } }, 'handed_over', [
              { kind: 'bot_handover', by: actorOfViewer(now), value: 'asked' },
            ])
          : fail(fault('conflict', 'with a person')),
      );
      if (changed.ok) {
        await queueing.promise(id);
        void routing.run();
      }
      return state.get(id);
    },
    async manager(caller, id, escalationId, text) {
      const mine = await own(caller, id);
      if (!mine.ok) return mine;
      if (mine.value.escalationIds.includes(escalationId)) return mine;
      const taken = deps.managers.take(caller.viewer.id, caller.addressHash);
      if (taken !== true) {
        deps.doors.count('managerRefused');
        const limit = deps.config().escalation.managerPerDay;
        return fail(fault('rate_limited', `${limit} / 24 h`, { retryAt: taken }));
      }
      const up = await deps.escalating.up(
        id,
        {
          id: escalationId,
          reason: deps.isPrivate(mine.value) ? '观众要求找主管' : `观众要求找主管：${text}`.slice(0, 500),
          urgent: false,
        },
        actorOfViewer(mine.value),
      );
      return up.ok ? ok(up.value.conversation) : up;
    },
    async helped(caller, id, messageId, helped) {
      const mine = await own(caller, id);
      if (!mine.ok) return mine;
      const changed = await state.change(id, (now, messages) => {
        const message = messages.find((each) => each.id === messageId && each.auto === 'answer');
        if (message === undefined) return fail(fault('not_found', 'message'));
        const trace: TraceDraft = {
          kind: helped ? 'helped' : 'not_helped',
          by: actorOfViewer(now),
          value: message.sources?.[0]?.articleId ?? '',
        };
        const edit = [{ ...message, helped }];
        if (helped || now.state !== 'bot') return ok({ conversation: now, edit, traces: [trace] });
        const handed = queueing.queue(
          { ...now, bot: { ...now.bot, handover: 'not_helped' } },
          'handed_over',
          [trace, { kind: 'bot_handover', by: actorOfViewer(now), value: 'not_helped' }],
        );
        return handed.ok ? ok({ ...handed.value, edit }) : handed;
      });
      if (!changed.ok) return changed;
      if (changed.value.conversation.state === 'queued') {
        await queueing.promise(id);
        void routing.run();
      }
      return ok(changed.value.conversation);
    },
    async rate(caller, id, score, text) {
      const mine = await own(caller, id);
      if (!mine.ok) return mine;
      const changed = await state.change(id, (now) => {
        if (now.ratedAt !== undefined) return fail(fault('conflict', 'rated'));
        if (now.state !== 'closed' && now.state !== 'wrapping') return fail(fault('invalid', now.state));
        const at = clock.now();
        const row: Rating = {
          id,
          at,
          roomId: now.roomId,
          topic: now.topic,
          ...(now.agent === undefined ? {} : { agentId: now.agent.id }),
          score,
          ...(text === undefined || text === '' ? {} : { text }),
        };
        return ok({
          conversation: { ...now, ratedAt: at, updatedAt: at, version: now.version + 1 },
          add: [notice(ids.next(), 'rated')],
          traces: [{ kind: 'rated', by: actorOfViewer(now), value: String(score) }],
          ops: [{ op: 'put', table: 'ratings', row }],
        });
      });
      return changed.ok ? ok(null) : changed;
    },
    async close(caller, id) {
      const mine = await own(caller, id);
      if (!mine.ok) return mine;
      const by = actorOfViewer(mine.value);
      const changed = await state.change(id, (now) => {
        const isUnanswered = now.state === 'queued' && now.firstReplyAt === undefined;
        const next = nextConversation(
          now,
          { kind: 'close', by, reason: isUnanswered ? 'abandoned' : 'viewer_left' },
          clock.now(),
        );
        if (!next.ok) return next;
        const { add, alter } = endingOf(now, deps.config(), 'viewer', { ids, at: clock.now() });
        return ok({
          conversation: { ...next.value, ...alter },
          add,
          traces: [{ kind: isUnanswered ? 'abandoned' : 'closed', by }],
        });
      });
      if (!changed.ok) return changed;
      void routing.run();
      return ok(changed.value.conversation);
    },
  };
}

/** Remembers where the viewer came from last, as a keyed hash. */
function seenFrom(row: Conversation, caller: ViewerCaller): Conversation {
  return caller.addressHash === undefined ? row : { ...row, addressHash: caller.addressHash };
}
