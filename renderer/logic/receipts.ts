import type { Action, ActionKind, ReceiptState } from '../../shared/domain/action.ts';
import type { Fault } from '../../shared/domain/fault.ts';

/** One or many actions asked for together, as the strip shows them. */
export interface ReceiptGroup {
  /** Group id, or the action's own. */
  readonly id: string;
  readonly roomId: string;
  readonly kind: ActionKind;
  readonly actions: readonly Action[];
  readonly at: number;
  /** The worst of the actions' states: what failed is never hidden behind what worked. */
  readonly state: ReceiptState;
  /** How many are in that state. */
  readonly inState: number;
  /** The first fault of an action in that state. */
  readonly fault?: Fault | undefined;
  /** Actions that can still be taken back. */
  readonly undoable: readonly Action[];
  readonly undone: number;
}

const WORST: readonly ReceiptState[] = [
  'failed',
  'contradicted',
  'unconfirmed',
  'requested',
  'accepted',
  'confirmed',
];

/** Actions grouped by what was asked together, newest first. */
export function groupReceipts(actions: Iterable<Action>): readonly ReceiptGroup[] {
  const groups = Map.groupBy(actions, (action) => action.groupId ?? action.id);
  return [...groups]
    .map(([id, members]) => groupOf(id, members))
    .filter((group) => group !== null)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** Whether a state says that it did not take effect. */
export function isBad(state: ReceiptState): boolean {
  return state === 'failed' || state === 'contradicted';
}

/** Milliseconds during which a receipt offers its undo in the strip; later it is in the history. */
export const UNDO_MS = 10_000;

/** How long something that did not take effect stays in front of newer receipts, ms. */
const INSIST_MS = 120_000;

/** What the strip shows: what lately did not take effect first, then the newest. */
export function stripOrder(
  groups: readonly ReceiptGroup[],
  now: number,
  most: number,
): readonly ReceiptGroup[] {
  const insists = (group: ReceiptGroup) => isBad(group.state) && now - group.at <= INSIST_MS;
  return [...groups.filter(insists), ...groups.filter((group) => !insists(group))].slice(0, most);
}

/** What `z` takes back: the newest of this person's own that is still within the ten seconds. */
export function undoTarget(
  groups: readonly ReceiptGroup[],
  memberId: string,
  now: number,
): ReceiptGroup | undefined {
  return groups.find(
    (group) =>
      group.undoable.length > 0 &&
      now - group.at <= UNDO_MS &&
      group.actions.every((action) => action.actor.id === memberId),
  );
}

/** This person's sanctions without a reason: groups that still need one. */
export function withoutReason(groups: readonly ReceiptGroup[], memberId: string): readonly ReceiptGroup[] {
  return groups.filter(
    (group) =>
      (group.kind === 'mute' || group.kind === 'ban') &&
      !isBad(group.state) &&
      group.undone < group.actions.length &&
      group.actions.some((action) => action.actor.id === memberId && (action.reason ?? '') === ''),
  );
}

function groupOf(id: string, members: readonly Action[]): ReceiptGroup | null {
  const first = members[0];
  if (first === undefined) return null;
  const state = WORST.find((each) => members.some((action) => action.state === each)) ?? first.state;
  const inState = members.filter((action) => action.state === state);
  const fault = inState.flatMap((action) => action.receipts.findLast((r) => r.fault)?.fault ?? [])[0];
  return {
    id,
    roomId: first.roomId,
    kind: first.kind,
    actions: members,
    at: Math.max(...members.map((action) => action.requestedAt)),
    state,
    inState: inState.length,
    ...(fault === undefined ? {} : { fault }),
    undoable: members.filter(isUndoable),
    undone: members.filter((action) => action.undoneBy !== undefined).length,
  };
}

function isUndoable(action: Action): boolean {
  return (
    action.undo.possible &&
    action.undoneBy === undefined &&
    action.undoOf === undefined &&
    action.state !== 'failed'
  );
}
