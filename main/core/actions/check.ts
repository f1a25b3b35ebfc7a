import type { ActionRequest } from '../../../shared/api/inputs.ts';
import type { Action } from '../../../shared/domain/action.ts';
import { planUndo } from '../../../shared/domain/action-transitions.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import type { RoomModes } from '../../../shared/domain/room.ts';
import { isStricter, type Sanction } from '../../../shared/domain/sanctions.ts';
import type { Capability } from '../../../shared/plugin/plugin.ts';

/** What is known when an action is asked for. */
export interface ActionContext {
  readonly capabilities: readonly Capability[];
  readonly modes: RoomModes;
  readonly sanctions: readonly Sanction[];
  readonly actor: Actor;
  readonly now: number;
}

/**
 * Makes the record of an action, with its undo plan. A request that the platform would refuse is
 * recorded as `failed` at once and never sent.
 */
export function draftAction(request: ActionRequest, context: ActionContext): Action {
  const capability = context.capabilities.find((each) => each.action === request.kind);
  const problem = problemOf(request, capability, context);
  const undo = planUndo(request.kind, { ...context.modes, reversible: capability?.reversible ?? false });
  const state = problem === undefined ? 'requested' : 'failed';
  const receipt = { state, at: context.now, ...(problem === undefined ? {} : { fault: problem }) } as const;
  return { ...request, actor: context.actor, requestedAt: context.now, state, receipts: [receipt], undo };
}

function problemOf(
  request: ActionRequest,
  capability: Capability | undefined,
  context: ActionContext,
): Fault | undefined {
  if (capability === undefined || capability.mode !== 'api')
    return fault('unsupported', capability?.mode === 'assisted' ? 'assisted' : undefined);
  if (capability.targetNeeds === 'userId') {
    if (request.target === undefined) return fault('invalid', 'target');
    if (!request.target.actionable || request.target.nativeId === null)
      return fault('unsupported', 'masked account');
    if (request.target.roles?.some((role) => role === 'broadcaster' || role === 'mod'))
      return fault('target_protected');
  }
  if (capability.targetNeeds === 'messageId' && request.messageId === undefined)
    return fault('invalid', 'messageId');
  if (request.kind === 'mute') {
    const seconds = request.durationSec;
    if (seconds === undefined) return fault('invalid', 'durationSec');
    if (seconds === null && capability.permanent !== true) return fault('invalid', 'permanent');
    if (
      seconds !== null &&
      (seconds < (capability.minSec ?? 1) || seconds > (capability.maxSec ?? Number.MAX_SAFE_INTEGER))
    ) {
      return fault('invalid', `${capability.minSec ?? 1}–${capability.maxSec ?? '∞'} s`);
    }
  }
  if (
    (request.kind === 'say' || request.kind === 'warn') &&
    (request.text ?? request.reason ?? '').trim() === ''
  )
    return fault('invalid', 'text');
  if ((request.text?.length ?? 0) > (capability.textMax ?? 500))
    return fault('too_large', `${capability.textMax ?? 500}`);
  if (request.kind === 'slow_mode' || request.kind === 'room_mute') {
    if (request.value === undefined) return fault('invalid', 'value');
  }
  return longerElsewhere(request, context);
}

/** A shorter sanction never overwrites somebody else's longer one. */
function longerElsewhere(request: ActionRequest, context: ActionContext): Fault | undefined {
  if (request.kind !== 'mute') return undefined;
  const until = request.durationSec == null ? null : context.now + request.durationSec * 1_000;
  const other = context.sanctions.find(
    (sanction) =>
      !(sanction.ours && sanction.by === context.actor.name) && isStricter(sanction, { kind: 'mute', until }),
  );
  return other === undefined ? undefined : fault('conflict', other.by);
}
