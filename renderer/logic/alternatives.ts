import type { Action, ActionKind } from '../../shared/domain/action.ts';
import type { Capability } from '../../shared/plugin/plugin.ts';

/** Another way when an action did not take effect. */
export type Alternative =
  | { readonly kind: 'retry' }
  | { readonly kind: 'instead'; readonly action: ActionKind }
  /** By hand, on the platform's own page. */
  | { readonly kind: 'by_hand' }
  | { readonly kind: 'escalate'; readonly flagId: string }
  | { readonly kind: 'ticket' };

const INSTEAD: Readonly<Partial<Record<ActionKind, readonly ActionKind[]>>> = {
  mute: ['ban', 'delete', 'slow_mode'],
  ban: ['mute', 'delete'],
  delete: ['mute'],
  warn: ['mute', 'say'],
  unmute: ['unban'],
  slow_mode: ['room_mute'],
  room_mute: ['slow_mode'],
};

/** What can be done instead, the nearest first. Retrying is left out where it cannot help. */
export function alternatives(action: Action, capabilities: readonly Capability[]): readonly Alternative[] {
  const fault = action.receipts.findLast((receipt) => receipt.fault !== undefined)?.fault;
  const hopeless = ['unsupported', 'target_protected', 'invalid', 'too_large', 'unknown_outcome'];
  const offered = capabilities.filter((each) => each.mode === 'api').map((each) => each.action);
  const others = (INSTEAD[action.kind] ?? []).filter(
    (kind) => offered.includes(kind) && (kind !== 'delete' || action.messageId !== undefined),
  );
  return [
    ...(fault !== undefined && hopeless.includes(fault.code) ? [] : [{ kind: 'retry' } as const]),
    ...others.map((kind) => ({ kind: 'instead', action: kind }) as const),
    { kind: 'by_hand' },
    ...(action.flagId === undefined ? [] : [{ kind: 'escalate', flagId: action.flagId } as const]),
    ...(action.target === undefined ? [] : [{ kind: 'ticket' } as const]),
  ];
}
