import type { TicketLink } from '../../../../shared/domain/ticket.ts';
import { linkKey } from '../../../../shared/domain/ticket-links.ts';

/** Something chosen to be linked. */
export type Pick = Readonly<{ kind: TicketLink['kind']; id: string }>;

/** Links made in one go at most. */
export const MOST_PICKS = 50;

/** The picks with one more, or without it. */
export function toggled(picks: readonly Pick[], pick: Pick): readonly Pick[] {
  const key = linkKey(pick);
  const others = picks.filter((one) => linkKey(one) !== key);
  if (others.length < picks.length) return others;
  return picks.length >= MOST_PICKS ? picks : [...picks, { kind: pick.kind, id: pick.id }];
}

/** Whether it is among them. */
export function isPicked(picks: readonly Pick[], pick: Pick): boolean {
  return picks.some((one) => linkKey(one) === linkKey(pick));
}

/** The place that a key leads to from a place in a list; undefined where the key is none of the list's. */
export function placeAfter(key: string, place: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return Math.min(place + 1, count - 1);
    case 'ArrowUp':
      return place <= 0 ? -1 : place - 1;
    case 'Home':
      return place < 0 ? undefined : 0;
    case 'End':
      return place < 0 ? undefined : count - 1;
    default:
      return undefined;
  }
}
