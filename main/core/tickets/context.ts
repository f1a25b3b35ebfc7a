import { countedMoney, textOf, timeOf } from '../../../shared/domain/event.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import { personIdOf } from '../../../shared/domain/person.ts';
import type { TicketContext, TicketLine } from '../../../shared/domain/ticket.ts';
import { whyLine } from '../../../shared/view/why-line.ts';
import type { Store, StoredEvent } from '../../store/store.ts';
import type { Desk } from '../desk.ts';

/** How much of the room a ticket carries on each side of its anchor, ms. */
export const AROUND_MS = 60_000;
/** Lines on each side at most, those nearest to the anchor. */
const SIDE_ROWS = 500;
/** Flags and actions of the person that are linked at most. */
const LINKED = 100;
/** Flags whose reasons are kept with the ticket at most, the newest. */
const WHYS = 20;

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
  const [before, after] = await Promise.all([
    store.events({ roomId, from: at - AROUND_MS, to: at, order: 'newest', limit: SIDE_ROWS }),
    store.events({ roomId, from: at, to: at + AROUND_MS, order: 'oldest', limit: SIDE_ROWS }),
  ]);
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
  const earlier = await linkedTo(store, roomId, personId);
  const live = [...desk.flags.values()].filter((flag) => flag.roomId === roomId && concerns(flag, personId));
  const flags = [...new Map([...earlier.flags, ...live].map((flag) => [flag.id, flag])).values()];
  const summary = personId === undefined ? null : await store.person(personId, roomId);
  return {
    lines: [...before.rows.toReversed(), ...after.rows].map(lineOf),
    ...(anchor.eventId === undefined ? {} : { anchorEventId: anchor.eventId }),
    ...(now < at + AROUND_MS ? { completeAt: at + AROUND_MS + 2_000 } : {}),
    gifts: gifts.map(lineOf),
    totals: summary === null ? [] : [...summary.totals],
    messages: summary?.messages ?? 0,
    ...(summary?.firstSeenAt === undefined ? {} : { firstSeenAt: summary.firstSeenAt }),
    flagIds: flags.map((flag) => flag.id),
    actionIds: earlier.actions,
    whys: flags
      .toSorted((left, right) => right.lastAt - left.lastAt)
      .slice(0, WHYS)
      .map((flag) => ({ flagId: flag.id, ...whyLine(flag.reasons) })),
  };
}

/** The person's flags and actions here, however old. */
async function linkedTo(
  store: Store,
  roomId: string,
  personId: string | undefined,
): Promise<{ readonly flags: readonly Flag[]; readonly actions: readonly string[] }> {
  if (personId === undefined) return { flags: [], actions: [] };
  const where = { roomId, personId };
  const [flags, actions] = await Promise.all([
    store.list({ table: 'flags', where, order: 'newest', limit: LINKED }),
    store.list({ table: 'actions', where, order: 'newest', limit: LINKED }),
  ]);
  return { flags: flags.rows, actions: actions.rows.map((row) => row.id) };
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
