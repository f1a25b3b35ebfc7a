import type { Outgoing } from '../../../shared/api/support.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import type { Conversation, Topic } from '../../../shared/support/conversation.ts';
import type { Message } from '../../../shared/support/message.ts';
import { notice } from '../../../shared/support/notices.ts';
import { placeFor } from '../../../shared/support/opening.ts';
import { afterAgent, marked } from '../../../shared/support/saying.ts';
import { type ConversationStep, nextConversation, without } from '../../../shared/support/transitions.ts';
import { auditOf } from '../desk.ts';
import { bodyOf, takeBack } from './bodies.ts';
import { endingOf } from './ending.ts';
import type { Routing } from './routing.ts';
import type { MessageDraft, SupportState, TraceDraft } from './state.ts';
import type { Typing } from './typing.ts';
import type { Uploads } from './uploads.ts';

/** What agents and supervisors do with one conversation. */
export interface StaffDesk {
  readonly claim: (id: string, by: Actor) => Promise<Result<Conversation>>;
  readonly accept: (id: string, by: Actor) => Promise<Result<Conversation>>;
  readonly refuse: (id: string, by: Actor, note?: string) => Promise<Result<Conversation>>;
  readonly release: (id: string, by: Actor, note?: string) => Promise<Result<Conversation>>;
  readonly takeOver: (id: string, by: Actor) => Promise<Result<Conversation>>;
  readonly guest: (id: string, by: Actor, mode: 'watch' | 'join' | null) => Promise<Result<Conversation>>;
  readonly send: (
    id: string,
    by: Actor,
    message: Outgoing,
    audience: Message['audience'],
    isBoss: boolean,
  ) => Promise<Result<Message>>;
  readonly typing: (id: string) => void;
  readonly read: (id: string, by: Actor, seq: number) => Promise<Result<null>>;
  readonly recall: (id: string, messageId: string, by: Actor) => Promise<Result<Message>>;
  readonly edit: (
    id: string,
    by: Actor,
    change: {
      readonly topic?: Topic | undefined;
      readonly priority?: Conversation['priority'] | undefined;
      readonly skills?: readonly string[] | undefined;
      readonly translate?: boolean | null | undefined;
      readonly language?: string | undefined;
    },
  ) => Promise<Result<Conversation>>;
  readonly close: (
    id: string,
    by: Actor,
    reason: NonNullable<Conversation['closeReason']>,
    topic?: Topic,
  ) => Promise<Result<Conversation>>;
  readonly reopen: (id: string, by: Actor) => Promise<Result<Conversation>>;
}

/** The desk's side of conversations; who may call what is checked by the router. */
export function createStaffDesk(deps: {
  readonly state: SupportState;
  readonly config: () => SupportConfig;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly routing: Routing;
  readonly typing: Typing;
  readonly uploads: Uploads;
  readonly languageOf: (text: string) => string | undefined;
}): StaffDesk {
  const { state, clock, ids, routing } = deps;

  const step = async (
    id: string,
    by: Actor,
    next: ConversationStep | ((now: Conversation) => Result<ConversationStep>),
    write: (before: Conversation) => {
      readonly add?: readonly MessageDraft[];
      readonly traces?: readonly TraceDraft[];
      readonly alter?: Partial<Conversation>;
    },
    audit?: string,
  ): Promise<Result<Conversation>> => {
    const changed = await state.change(id, (now) => {
      const asked = typeof next === 'function' ? next(now) : ok(next);
      if (!asked.ok) return asked;
      const after = nextConversation(now, asked.value, clock.now());
      if (!after.ok) return after;
      const { alter = {}, ...rest } = write(now);
      const entry = auditOf(clock.now(), by, audit ?? '', { roomId: now.roomId, subject: now.id });
      return ok({
        conversation: { ...after.value, ...alter },
        ...rest,
        ...(audit === undefined ? {} : { audit: [entry] }),
      });
    });
    if (!changed.ok) return changed;
    void routing.run();
    return ok(changed.value.conversation);
  };
  const hasPlace = (by: Actor, row: Conversation): boolean => {
    const agent = state.agents.get(by.id);
    return agent === undefined || !routing.isFull(agent, row.channel ?? 'text');
  };
  const staffNote = (by: Actor, text: string | undefined): readonly MessageDraft[] =>
    text === undefined || text === ''
      ? []
      : [
          {
            id: ids.next(),
            from: { kind: 'agent', id: by.id, name: by.name },
            body: { kind: 'text', text },
            audience: 'staff',
          },
        ];

  return {
    claim: (id, by) =>
      step(
        id,
        by,
        (now) => {
          if (now.state === 'active') return fail(fault('conflict', now.agent?.name));
          if (now.offer !== undefined && now.offer.to.id !== by.id)
            return fail(fault('conflict', now.offer.to.name));
          return hasPlace(by, now) ? ok({ kind: 'assign', to: by }) : fail(fault('overloaded', 'capacity'));
        },
        (now) => ({
          add: [notice(ids.next(), 'assigned', { name: by.name })],
          traces: [
            {
              kind: 'assigned',
              by,
              agentId: by.id,
              reasons: [{ code: 'manual', zh: '客服手动接入', en: 'picked up by hand' }],
              overtook: routing.passedOver(now, 'manual'),
            },
          ],
        }),
      ),
    accept: (id, by) =>
      step(id, by, { kind: 'accept', by }, (now) => ({
        add: [
          notice(ids.next(), now.offer?.kind === 'transfer' ? 'transferred' : 'assigned', { name: by.name }),
        ],
        traces: [{ kind: now.offer?.kind === 'transfer' ? 'transferred' : 'accepted', by, agentId: by.id }],
      })),
    refuse: (id, by, note) =>
      step(id, by, { kind: 'refuse', by }, () => ({
        add: staffNote(by, note),
        traces: [
          {
            kind: 'refused',
            by,
            agentId: by.id,
            ...(note === undefined ? {} : { value: note.slice(0, 400) }),
          },
        ],
      })),
    async release(id, by, note) {
      if (note !== undefined && note !== '')
        await state.change(id, (now) => ok({ conversation: now, add: staffNote(by, note) }));
      const done = await routing.requeue(id, 'given_back', by);
      void routing.run();
      return done;
    },
    takeOver: (id, by) =>
      step(
        id,
        by,
        { kind: 'take_over', by },
        (now) => ({
          add: [notice(ids.next(), 'taken_over', { name: by.name })],
          traces: [
            {
              kind: 'taken_over',
              by,
              agentId: by.id,
              ...(now.agent === undefined ? {} : { value: now.agent.id }),
              ...(now.state === 'queued' || now.state === 'bot'
                ? { overtook: routing.passedOver(now, 'taken_over') }
                : {}),
            },
          ],
        }),
        'support.take_over',
      ),
    async guest(id, by, mode) {
      const changed = await state.change(id, (now) => {
        const others = now.guests.filter((guest) => guest.who.id !== by.id);
        const guests = mode === null ? others : [...others, { who: by, mode }];
        const isNews =
          mode !== null && !now.guests.some((guest) => guest.who.id === by.id && guest.mode === mode);
        return ok({
          conversation: { ...now, guests, updatedAt: clock.now(), version: now.version + 1 },
          add: isNews && mode === 'join' ? [notice(ids.next(), 'joined', { name: by.name })] : [],
          traces: isNews ? [{ kind: mode === 'join' ? 'joined' : 'watched', by }] : [],
          audit: isNews
            ? [auditOf(clock.now(), by, `support.${mode}`, { roomId: now.roomId, subject: now.id })]
            : [],
        });
      });
      return changed.ok ? ok(changed.value.conversation) : changed;
    },
    async send(id, by, message, audience, isBoss) {
      const found = await state.get(id);
      if (!found.ok) return found;
      const body = await bodyOf(deps.uploads, message, id, by.id, true);
      if (!body.ok) return body;
      const written = body.value.kind === 'text' ? deps.languageOf(body.value.text) : undefined;
      const known = { found: undefined as Message | undefined };
      const changed = await state.change(id, (now, messages) => {
        known.found = messages.find((each) => each.id === message.id);
        if (known.found !== undefined) return fail(fault('conflict', 'known'));
        const isOwner = now.agent?.id === by.id && (now.state === 'active' || now.state === 'wrapping');
        const isGuest = now.guests.some((guest) => guest.who.id === by.id && guest.mode === 'join');
        // One speaker at a time: whoever does not own it claims or joins first. Notes are free.
        if (audience === 'all' && !isOwner && !(isGuest && isBoss))
          return fail(fault('conflict', now.agent?.name ?? now.state));
        const draft: MessageDraft = {
          id: message.id,
          from: { kind: 'agent', id: by.id, name: by.name },
          body: body.value,
          audience,
          ...(written === undefined ? {} : { language: written }),
        };
        if (audience === 'staff') return ok({ conversation: now, add: [draft] });
        const isFirst = now.firstReplyAt === undefined;
        return ok({
          conversation: afterAgent(now, clock.now()),
          add: [draft],
          traces: isFirst ? [{ kind: 'first_reply', by, agentId: by.id }] : [],
        });
      });
      if (known.found !== undefined)
        return known.found.from.id === by.id ? ok(known.found) : fail(fault('conflict', 'id'));
      if (!changed.ok) return changed;
      deps.typing.clear(id, 'staff');
      const sent = changed.value.messages.find((each) => each.id === message.id);
      return sent === undefined ? fail(fault('not_found')) : ok(sent);
    },
    typing: (id) => deps.typing.set(id, 'staff'),
    async read(id, by, seq) {
      const changed = await state.change(id, (now, messages) => {
        if (now.agent?.id !== by.id) return fail(fault('conflict', 'nothing'));
        const edit = marked(messages, 'staff', seq, true, clock.now());
        if (edit.length === 0) return fail(fault('conflict', 'nothing'));
        return ok({
          conversation: { ...now, staffReadSeq: Math.max(now.staffReadSeq, Math.min(seq, now.seq)) },
          edit,
        });
      });
      return changed.ok || changed.fault.detail === 'nothing' ? ok(null) : changed;
    },
    recall: (id, messageId, by) => takeBack(deps, id, messageId, by.id),
    async edit(id, by, change) {
      const changed = await state.change(id, (now) => {
        const topic = change.topic ?? now.topic;
        const moved =
          change.topic === undefined || change.topic === now.topic || now.state !== 'queued'
            ? {}
            : placeFor(deps.config(), topic);
        return ok({
          conversation: {
            ...(change.translate === null ? without(now, 'translate') : now),
            topic,
            ...moved,
            priority: change.priority ?? now.priority,
            ...(change.skills === undefined ? {} : { skills: change.skills }),
            ...(typeof change.translate === 'boolean' ? { translate: change.translate } : {}),
            ...(change.language === undefined ? {} : { language: change.language }),
            updatedAt: clock.now(),
            version: now.version + 1,
          },
          audit: [
            auditOf(clock.now(), by, 'support.change', {
              roomId: now.roomId,
              subject: now.id,
              detail: Object.keys(change).join(' '),
            }),
          ],
        });
      });
      if (!changed.ok) return changed;
      void routing.run();
      return ok(changed.value.conversation);
    },
    close: (id, by, reason, topic) =>
      step(id, by, { kind: 'close', by, reason }, (now) => {
        const { add, alter } = endingOf(now, deps.config(), 'desk', { ids, at: clock.now() });
        return {
          add,
          traces: [{ kind: 'closed', by, value: reason }],
          alter: { ...alter, ...(topic === undefined ? {} : { topic }) },
        };
      }),
    reopen: (id, by) =>
      step(id, by, { kind: 'reopen' }, () => ({
        add: [notice(ids.next(), 'reopened')],
        traces: [{ kind: 'reopened', by }],
      })),
  };
}
