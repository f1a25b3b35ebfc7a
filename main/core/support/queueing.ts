import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { fillText, toldRange, waitText } from '../../../shared/support/fill.ts';
import { hoursText, isOpenAt } from '../../../shared/support/hours.ts';
import type { Message } from '../../../shared/support/message.ts';
import { notice } from '../../../shared/support/notices.ts';
import { placeFor } from '../../../shared/support/opening.ts';
import { nextConversation } from '../../../shared/support/transitions.ts';
import type { Routing } from './routing.ts';
import type { MessageDraft, SupportChangeSet, SupportState, TraceDraft } from './state.ts';

/** Into the line for a person. */
export interface Queueing {
  /** The change that queues it; the line about the hand-over is part of it, so it always arrives. */
  readonly queue: (
    now: Conversation,
    code: 'queued' | 'handed_over',
    traces: readonly TraceDraft[],
  ) => Result<SupportChangeSet & { readonly add: readonly MessageDraft[] }>;
  /** Remembers the estimate that was given, to measure it later, and says so where the wait is long. */
  readonly promise: (id: string) => Promise<void>;
}

/** Queues conversations. */
export function createQueueing(deps: {
  readonly state: SupportState;
  readonly config: () => SupportConfig;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly routing: Routing;
}): Queueing {
  const { state, clock, ids, routing } = deps;
  return {
    queue(now, code, traces) {
      const config = deps.config();
      const at = clock.now();
      // What it is about may have become clear since it began.
      const { groupId, skills } = placeFor(config, now.topic);
      const place = now.groupId === groupId ? now : { ...now, skills };
      const next = nextConversation(place, { kind: 'queue', groupId }, at);
      if (!next.ok) return next;
      const ahead = routing.expected(next.value).place - 1;
      const add: MessageDraft[] = [notice(ids.next(), code, { ahead: String(ahead) })];
      if (!isOpenAt(config.hours, at)) {
        const today = hoursText(config.hours, at);
        const said = fillText(config.auto.offline[now.viewer.language], { hours: today }).text;
        const text = today === '' ? said.replace(/\s?[（(][）)]/, '') : said;
        add.push(autoMessage(ids.next(), 'offline', text));
      }
      return ok({
        conversation: next.value,
        add,
        traces: [...traces, { kind: 'queued', by: actorOfViewer(now) }],
      });
    },
    async promise(id) {
      const estimate = routing.estimateOf(id);
      if (estimate === undefined) return;
      const { auto, hours } = deps.config();
      await state.change(id, (now) => {
        if (now.state !== 'queued') return fail(fault('conflict'));
        // What is measured later is what she was told.
        const conversation: Conversation = { ...now, promise: { ...estimate, ...toldRange(estimate) } };
        const isLong = (estimate.lowMs ?? 0) > auto.busyOverSec * 1_000 && isOpenAt(hours, clock.now());
        if (!isLong || now.auto.last.busy !== undefined) return ok({ conversation });
        const { language } = now.viewer;
        const text = fillText(auto.busy[language], {
          ahead: String(estimate.place - 1),
          wait: waitText(estimate)[language],
        }).text;
        return ok({
          conversation: {
            ...conversation,
            auto: { ...now.auto, last: { ...now.auto.last, busy: clock.now() } },
          },
          add: [autoMessage(ids.next(), 'busy', text)],
        });
      });
    },
  };
}

/** The viewer as an actor. */
export function actorOfViewer(row: Conversation): Actor {
  return { kind: 'person', id: row.viewer.id.slice(0, 128), name: row.viewer.name };
}

/** A message that no person wrote. */
export function autoMessage(id: string, auto: NonNullable<Message['auto']>, text: string): MessageDraft {
  return {
    id,
    from: { kind: 'system', id: 'system', name: 'Changkong' },
    body: { kind: 'text', text },
    audience: 'all',
    auto,
  };
}
