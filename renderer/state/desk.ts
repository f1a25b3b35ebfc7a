import type { DeskChange, DeskFrame, FeedPosition, Gauges, RoomView } from '../../shared/api/views.ts';
import type { Action } from '../../shared/domain/action.ts';
import type { Escalation } from '../../shared/domain/escalation.ts';
import type { Flag } from '../../shared/domain/flag.ts';
import { exhaustive } from '../../shared/domain/result.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';

/** Everything the desk feed told, by id. Maps are replaced, never changed in place. */
export interface DeskState {
  /** Absent until the first snapshot. */
  readonly position?: FeedPosition | undefined;
  readonly rooms: ReadonlyMap<string, RoomView>;
  readonly flags: ReadonlyMap<string, Flag>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly escalations: ReadonlyMap<string, Escalation>;
  readonly gauges?: Gauges | undefined;
}

/** Nothing told yet. */
export const EMPTY_DESK: DeskState = {
  rooms: new Map(),
  flags: new Map(),
  actions: new Map(),
  tickets: new Map(),
  escalations: new Map(),
};

/**
 * Takes in one frame. Frames from before change nothing, older versions never replace newer ones.
 * `resync` means the frame does not continue what is known: ask again without a position.
 */
export function applyDesk(state: DeskState, frame: DeskFrame): DeskState | 'resync' {
  switch (frame.kind) {
    case 'snapshot':
      return {
        position: frame.position,
        rooms: byId(frame.rooms, (view) => view.room.id),
        flags: byId(frame.flags, (flag) => flag.id),
        actions: byId(frame.actions, (action) => action.id),
        tickets: byId(frame.tickets, (ticket) => ticket.id),
        escalations: byId(frame.escalations, (escalation) => escalation.id),
        gauges: frame.gauges,
      };
    case 'batch': {
      if (state.position === undefined || state.position.epoch !== frame.position.epoch) return 'resync';
      // Equal positions are new: what grew since waits, and the position with it.
      if (frame.position.offset < state.position.offset) return state;
      return { ...applyChanges(state, frame.changes), position: frame.position };
    }
    default:
      return exhaustive(frame);
  }
}

/** Takes in changes from a call's own answer, which may come before or after the feed's. */
export function applyChanges(state: DeskState, changes: readonly DeskChange[]): DeskState {
  const next = {
    rooms: new Map(state.rooms),
    flags: new Map(state.flags),
    actions: new Map(state.actions),
    tickets: new Map(state.tickets),
    escalations: new Map(state.escalations),
  };
  let gauges = state.gauges;
  for (const change of changes) {
    switch (change.kind) {
      case 'flag':
        putVersion(next.flags, change.flag);
        break;
      case 'action':
        putAction(next.actions, change.action);
        break;
      case 'ticket':
        putVersion(next.tickets, change.ticket);
        break;
      case 'escalation':
        putVersion(next.escalations, change.escalation);
        break;
      case 'room':
        next.rooms.set(change.room.room.id, change.room);
        break;
      case 'room_removed':
        next.rooms.delete(change.roomId);
        break;
      case 'gauges':
        gauges = change.gauges;
        break;
      case 'notice':
        // Told to one person, and kept by the tickets' own page.
        break;
      default:
        exhaustive(change);
    }
  }
  return { position: state.position, gauges, ...keepUntouched(state, next, changes) };
}

type Tables = Pick<DeskState, 'rooms' | 'flags' | 'actions' | 'tickets' | 'escalations'>;

const TABLE_OF = {
  flag: 'flags',
  action: 'actions',
  ticket: 'tickets',
  escalation: 'escalations',
  room: 'rooms',
  room_removed: 'rooms',
} as const;

/** Tables no change was about keep their identity, so that what shows them does not render again. */
function keepUntouched(before: DeskState, next: Tables, changes: readonly DeskChange[]): Tables {
  const touched = new Set<keyof Tables>();
  for (const change of changes)
    if (change.kind !== 'gauges' && change.kind !== 'notice') touched.add(TABLE_OF[change.kind]);
  return {
    rooms: touched.has('rooms') ? next.rooms : before.rooms,
    flags: touched.has('flags') ? next.flags : before.flags,
    actions: touched.has('actions') ? next.actions : before.actions,
    tickets: touched.has('tickets') ? next.tickets : before.tickets,
    escalations: touched.has('escalations') ? next.escalations : before.escalations,
  };
}

function putVersion<T extends { readonly id: string; readonly version: number }>(
  table: Map<string, T>,
  item: T,
): void {
  const before = table.get(item.id);
  if (before === undefined || before.version <= item.version) table.set(item.id, item);
}

/** An action's receipts only grow, so the longer history is the newer one. */
function putAction(table: Map<string, Action>, item: Action): void {
  const before = table.get(item.id);
  if (before === undefined || before.receipts.length <= item.receipts.length) table.set(item.id, item);
}

function byId<T>(items: readonly T[], id: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [id(item), item]));
}
