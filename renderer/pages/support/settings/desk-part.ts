import type { TicketDesk } from '../../../../shared/domain/ticket-desk.ts';

/** What each part of the desk's setting gets: the draft, and how to change it. */
export interface DeskPart {
  readonly desk: TicketDesk;
  readonly change: (change: Partial<TicketDesk>) => void;
  readonly departments: readonly string[];
  readonly locked: boolean;
}
