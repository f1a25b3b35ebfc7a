import type { DeskNotice } from '../domain/notice.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Department } from '../domain/ticket-desk.ts';

/** A department's queue in numbers. */
export interface DepartmentView {
  readonly name: string;
  readonly department?: Department | undefined;
  /** Unfinished: new, open or pending. */
  readonly unfinished: number;
  readonly unassigned: number;
  /** Unfinished with a running target that was missed, or is close to it. */
  readonly breached: number;
  readonly warned: number;
  /** The soonest due, epoch ms. */
  readonly nextDueAt?: number | undefined;
  /** Missed and warned since the hub started. */
  readonly breaches: number;
  readonly warnings: number;
}

/** What the tickets' feed says; positions as in the desk's feed. */
export type TicketFrame =
  | {
      readonly kind: 'snapshot';
      readonly position: { readonly epoch: string; readonly offset: number };
      /** All not closed, and those closed in the last hour. */
      readonly tickets: readonly Ticket[];
      /** Mine that are unread. */
      readonly notices: readonly DeskNotice[];
    }
  | {
      readonly kind: 'batch';
      readonly position: { readonly epoch: string; readonly offset: number };
      readonly tickets: readonly Ticket[];
      readonly notices: readonly DeskNotice[];
    };
