import { countedMoney, textOf, timeOf } from '../../../shared/domain/event.ts';
import { personIdOf } from '../../../shared/domain/person.ts';
import type { TicketContext, TicketLine } from '../../../shared/domain/ticket.ts';
import type { Store, StoredEvent } from '../../store/store.ts';
import type { Desk } from '../desk.ts';

/** How much of the room a ticket carries on each side of its anchor, ms. */
export const AROUND_MS = 60_000;

/** What a ticket is about. */
export interface TicketAnchor {
  readonly roomId: string;
  readonly at: number;
  readonly eventId?: string | undefined;
  readonly personId?: string | undefined;
}

/**
 * Gathers 60 s before and after, the person's gifts, totals, flags and actions. `completeAt` is
 * set while the "after" part is still to come.
 */
export async function gatherContext(
  store: Store,
  desk: Desk,
  anchor: TicketAnchor,
  now: number,
): Promise<TicketContext> {
  const { roomId, at, personId } = anchor;
  const around = await store.events({
    roomId,
    from: at - AROUND_MS,
    to: at + AROUND_MS,
    order: 'oldest',
    limit: 1_000,
  });
  const gifts =
    personId === undefined
      ? []
      : (
          await store.events({
            roomId,
            personId,
            kinds: ['gift', 'superchat', 'membership'],
            order: 'newest',
            limit: 200,
          })
        ).rows.toReversed();
  const summary = personId === undefined ? null : await store.person(personId, roomId);
  return {
    lines: around.rows.map(lineOf),
    ...(anchor.eventId === undefined ? {} : { anchorEventId: anchor.eventId }),
    ...(now < at + AROUND_MS ? { completeAt: at + AROUND_MS + 2_000 } : {}),
    gifts: gifts.map(lineOf),
    totals: summary === null ? [] : [...summary.totals],
    messages: summary?.messages ?? 0,
    ...(summary?.firstSeenAt === undefined ? {} : { firstSeenAt: summary.firstSeenAt }),
    flagIds: [...desk.flags.values()]
      .filter((flag) => flag.roomId === roomId && concerns(flag, personId))
      .map((flag) => flag.id),
    actionIds: [...desk.actions.values()]
      .filter(
        (action) => action.roomId === roomId && personId !== undefined && action.target?.id === personId,
      )
      .map((action) => action.id),
  };
}

function concerns(
  flag: {
    readonly person?: { readonly id: string } | undefined;
    readonly members: readonly { readonly id: string }[];
  },
  personId: string | undefined,
): boolean {
  if (personId === undefined) return false;
  return flag.person?.id === personId || flag.members.some((member) => member.id === personId);
}

function lineOf(stored: StoredEvent): TicketLine {
  const { event } = stored;
  const money = countedMoney(event);
  const text =
    event.kind === 'gift'
      ? `${event.body.name} ×${event.body.count}`
      : event.kind === 'gap'
        ? event.body.reason
        : textOf(event);
  return {
    eventId: event.eventId,
    at: timeOf(event),
    kind: event.kind,
    ...(event.actor === undefined ? {} : { personId: personIdOf(event.platform, event.actor) }),
    name: event.actor?.name ?? '',
    text,
    ...(money === undefined ? {} : { money }),
  };
}
