import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { WebhookDelivery } from '../../store/records.ts';

/** What another system is told of. */
export type TicketEvent =
  | 'ticket.opened'
  | 'ticket.updated'
  | 'ticket.solved'
  | 'ticket.handed_over'
  | 'ticket.merged'
  | 'ticket.unmerged'
  | 'ticket.split'
  | 'ticket.rated'
  | 'ticket.warning'
  | 'ticket.breached';

/** A system that is told. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** Signs our calls, and the status that comes back. */
  readonly secret: string;
  /** Only tickets of this department; absent means all. */
  readonly department?: string | undefined;
  /** False for a hook that hears nothing of tickets. */
  readonly tickets?: boolean | undefined;
  /** Permits an address of a private network. */
  readonly allowPrivateNetwork?: boolean | undefined;
}

/** Attempts before a delivery is given up. */
export const MAX_ATTEMPTS = 12;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * One row for each hook that wants to hear it, to be stored in the same transaction as the ticket.
 * `after` is the newest `createdAt` given out before: rows are ordered by it, so it must grow.
 */
export function prepareDeliveries(
  hooks: readonly Webhook[],
  event: TicketEvent,
  ticket: Ticket,
  context: { readonly clock: Clock; readonly ids: Ids; readonly after: number },
): readonly WebhookDelivery[] {
  const at = context.clock.now();
  const createdAt = Math.max(at, context.after + 1);
  return hooks
    .filter((hook) => hook.tickets !== false)
    .filter((hook) => hook.department === undefined || hook.department === ticket.department)
    .map((hook) => {
      const id = context.ids.next();
      const body = JSON.stringify({ id, event, at, ticket });
      return {
        id,
        hook: hook.id,
        ticketId: ticket.id,
        event,
        body,
        state: 'waiting',
        attempts: 0,
        nextAt: at,
        createdAt,
      };
    });
}

/** What a hook's queue should do now. */
export type NextStep =
  | { readonly kind: 'send'; readonly row: WebhookDelivery }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'idle' };

/**
 * Picks from one hook's waiting rows. Of each ticket only the oldest may go, so a ticket's events
 * stay in order; a ticket that waits for a retry does not hold up the others.
 */
export function nextStep(rows: Iterable<WebhookDelivery>, now: number): NextStep {
  const heads = new Map<string, WebhookDelivery>();
  for (const row of rows) {
    const key = row.ticketId ?? row.subject ?? row.id;
    const head = heads.get(key);
    if (head === undefined || row.createdAt < head.createdAt) heads.set(key, row);
  }
  let due: WebhookDelivery | null = null;
  let soonest = Number.POSITIVE_INFINITY;
  for (const row of heads.values()) {
    soonest = Math.min(soonest, row.nextAt);
    if (row.nextAt <= now && (due === null || row.createdAt < due.createdAt)) due = row;
  }
  if (due !== null) return { kind: 'send', row: due };
  return soonest === Number.POSITIVE_INFINITY ? { kind: 'idle' } : { kind: 'wait', ms: soonest - now };
}

/**
 * Milliseconds to wait after the given number of failed attempts: 1 s, doubled each time up to one
 * hour, and up to a fifth more or less by chance (`random` in [0, 1)).
 */
export function backOffMs(attempts: number, random: number): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
  return Math.round(wait * (0.8 + 0.4 * random));
}

/** What one attempt came to. */
export type Attempt =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAt?: number | undefined }
  | { readonly kind: 'unreached'; readonly reason: string; readonly final?: boolean | undefined };

/** The row after an attempt: delivered, given up, or waiting for its next turn. */
export function settle(
  row: WebhookDelivery,
  attempt: Attempt,
  context: { readonly now: number; readonly random: number },
): WebhookDelivery {
  const { lastStatus: _, lastError: __, ...rest } = row;
  if (attempt.kind === 'answered' && attempt.status >= 200 && attempt.status < 300)
    return { ...rest, state: 'delivered', lastStatus: attempt.status };
  const seen =
    attempt.kind === 'answered'
      ? { lastStatus: attempt.status, lastError: `status ${attempt.status}` }
      : { lastError: attempt.reason };
  const hopeless = attempt.kind === 'answered' ? !canRetry(attempt.status) : attempt.final === true;
  if (hopeless || row.attempts >= MAX_ATTEMPTS) return { ...rest, ...seen, state: 'failed' };
  const asked = attempt.kind === 'answered' ? (attempt.retryAt ?? 0) : 0;
  const own = context.now + backOffMs(row.attempts, context.random);
  return { ...rest, ...seen, nextAt: Math.max(own, Math.min(asked, context.now + LONGEST_WAIT_MS)) };
}

/** Refusals (4xx) and redirects stay what they are, except those that speak of time or load. */
function canRetry(status: number): boolean {
  return status >= 500 || status === 408 || status === 409 || status === 425 || status === 429;
}
