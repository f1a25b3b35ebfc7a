import type { Action } from '../../../shared/domain/action.ts';

/** An action as the core hands it over, for tests: on the viewer with this id, or without target. */
export function makeAction(kind: Action['kind'], more: Partial<Action> = {}, nativeId = '2001'): Action {
  return {
    id: `action-${kind}`,
    roomId: 'room1',
    kind,
    ...(NO_TARGET.has(kind)
      ? {}
      : { target: { id: `twitch:${nativeId}`, nativeId, name: 'viewer', actionable: true } }),
    actor: { kind: 'person', id: 'm1', name: 'Ming' },
    requestedAt: 1_700_000_000_000,
    state: 'requested',
    receipts: [],
    undo: { possible: false },
    ...more,
  };
}

const NO_TARGET: ReadonlySet<Action['kind']> = new Set(['delete', 'slow_mode', 'room_mute', 'say']);
