import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { TargetCause } from '../../../shared/domain/ticket-targets.ts';
import type { TicketEvent } from '../webhooks/deliveries.ts';

/** One ticket's part of a change. */
export interface TicketStep {
  /** Null for a new one. */
  readonly before: Ticket | null;
  /** Its version is one more than before. */
  readonly after: Ticket;
  readonly cause?: TargetCause | undefined;
  /** For the audit and the history. */
  readonly what: string;
  readonly detail: string;
  readonly tell?: TicketEvent | undefined;
  /** Member ids that a note of it names. */
  readonly mentions?: readonly string[] | undefined;
  /** False for what is no person's deed and has no place in the audit. */
  readonly audited?: boolean | undefined;
}
