import type { TicketDesk } from '../../../../shared/domain/ticket-desk.ts';

/** What each part of the desk's setting gets: the draft, and how to change it. */
export interface DeskPart {
  readonly desk: TicketDesk;
  readonly change: (change: Partial<TicketDesk>) => void;
  readonly departments: readonly string[];
  readonly locked: boolean;
}

/** Whether a part that rests on these of the desk may stay as it is: a letter typed in one draws no other anew. */
export function restsOn<P extends DeskPart>(
  ...names: readonly (keyof TicketDesk)[]
): (before: P, after: P) => boolean {
  return (before, after) => {
    const { desk: was, ...others } = before;
    const { desk: is, ...now } = after;
    return (
      names.every((name) => was[name] === is[name]) &&
      Object.entries(others).every(([name, value]) => Reflect.get(now, name) === value)
    );
  };
}
