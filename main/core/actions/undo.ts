import type { ActionRequest } from '../../../shared/api/inputs.ts';
import type { Action } from '../../../shared/domain/action.ts';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import type { PersonRef } from '../../../shared/domain/person.ts';
import { wouldAlsoLift } from '../../../shared/domain/sanctions.ts';
import type { SanctionLedger } from './ledger.ts';

/** Why an action cannot be taken back now, or undefined if it can. */
export function undoProblem(action: Action, ledger: SanctionLedger, now: number): Fault | undefined {
  if (!action.undo.possible) return fault('undo_impossible', action.undo.note?.zh);
  if (action.undoneBy !== undefined) return fault('conflict', 'undone');
  if (action.state === 'failed') return fault('undo_impossible', 'failed');
  const lifts = action.undo.inverse === 'unmute' || action.undo.inverse === 'unban';
  if (!lifts || action.target === undefined) return undefined;
  const other = wouldAlsoLift(ledger.of(action.target.id), action.id, now);
  return other === undefined ? undefined : fault('undo_would_lift_other', other.by);
}

/** What is asked of the platform to take an action back; null where nothing would. */
export function inverseOf(action: Action, id: string): ActionRequest | null {
  const kind = action.undo.inverse;
  if (kind === undefined) return null;
  const target: PersonRef | undefined = action.target;
  return {
    id,
    roomId: action.roomId,
    kind,
    ...(target === undefined
      ? {}
      : { target: { ...target, roles: target.roles === undefined ? undefined : [...target.roles] } }),
    ...(action.undo.value == null ? {} : { value: action.undo.value }),
    ...(action.groupId === undefined ? {} : { groupId: `undo-${action.groupId}`.slice(0, 64) }),
  };
}

/** The action as it was before an undo that came to nothing, so that it can be undone again. */
export function withoutUndo(action: Action): Action {
  const { undoneBy: _, ...rest } = action;
  return rest;
}
