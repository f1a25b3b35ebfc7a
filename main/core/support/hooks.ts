import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Trace, TraceKind } from '../../../shared/support/trace.ts';
import type { WebhookDelivery } from '../../store/records.ts';
import type { Webhook } from '../webhooks/deliveries.ts';
import { isPrivate, withoutWords } from './reveals.ts';

/** What another system may be told of. */
const TOLD: ReadonlySet<TraceKind> = new Set<TraceKind>([
  'opened',
  'queued',
  'assigned',
  'accepted',
  'transferred',
  'first_reply',
  'bot_handover',
  'escalated',
  'ticket',
  'lifted',
  'closed',
  'abandoned',
  'reopened',
  'rated',
]);
export const SUPPORT_HOOK = 'support';

/** Signed calls for what happens in conversations. */
export interface SupportHooks {
  readonly hooks: () => readonly Webhook[];
  /** Rows for the same transaction as the conversation; hand them to the sender after the commit. */
  readonly prepare: (conversation: Conversation, traces: readonly Trace[]) => readonly WebhookDelivery[];
}

/** Rows of one conversation go in order: they share its id as their subject. */
export function createSupportHooks(deps: {
  readonly config: () => SupportConfig;
  readonly clock: Clock;
  readonly ids: Ids;
}): SupportHooks {
  let last = 0;
  return {
    hooks() {
      const { webhook } = deps.config();
      return webhook === null || webhook.url === ''
        ? []
        : [{ id: SUPPORT_HOOK, url: webhook.url, secret: webhook.secret, tickets: false }];
    },
    prepare(conversation, traces) {
      if (deps.config().webhook === null) return [];
      // Other systems gave no reason to read what the viewer wrote, and mood is the desk’s own guess.
      const { mood: _mood, addressHash: _address, ...plain } = conversation;
      const told = isPrivate(conversation, deps.config()) ? withoutWords(plain) : plain;
      return traces
        .filter((trace) => TOLD.has(trace.kind))
        .map((trace): WebhookDelivery => {
          const at = deps.clock.now();
          last = Math.max(at, last + 1);
          const id = deps.ids.next();
          const event = `support.${trace.kind}`;
          return {
            id,
            hook: SUPPORT_HOOK,
            subject: conversation.id,
            event,
            body: JSON.stringify({ id, event, at, conversation: told, trace }),
            state: 'waiting',
            attempts: 0,
            nextAt: at,
            createdAt: last,
          };
        });
    },
  };
}
