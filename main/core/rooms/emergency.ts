import type { HubSettings } from '../../../shared/api/settings.ts';
import type { Action } from '../../../shared/domain/action.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Actions } from '../actions/service.ts';
import { auditOf, type Desk } from '../desk.ts';
import type { Rooms } from './service.ts';

/** Emergency mode: room modes at once, and everything put back as it was when it ends. */
export interface Emergency {
  readonly set: (roomId: string, on: boolean, by: Actor) => Promise<Result<readonly Action[]>>;
}

/** The modes it sets are ordinary actions, so their undo puts them back, after a restart too. */
export function createEmergency(deps: {
  readonly desk: Desk;
  readonly rooms: Rooms;
  readonly actions: Actions;
  readonly settings: () => HubSettings;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly onChange: (roomId: string) => void;
}): Emergency {
  const { desk, rooms, actions, clock, ids } = deps;

  for (const action of desk.actions.values()) {
    const runtime = rooms.get(action.roomId);
    if (
      runtime === undefined ||
      action.groupId?.startsWith('emergency-') !== true ||
      action.undoneBy !== undefined ||
      action.state === 'failed'
    )
      continue;
    runtime.modes = {
      ...runtime.modes,
      emergency: { id: action.groupId, since: action.requestedAt, by: action.actor.name },
    };
  }

  const start = async (roomId: string, by: Actor): Promise<Result<readonly Action[]>> => {
    const runtime = rooms.get(roomId);
    if (runtime === undefined) return fail(fault('not_found', roomId));
    if (runtime.modes.emergency !== undefined) return fail(fault('conflict', runtime.modes.emergency.by));
    const wanted = deps.settings().emergency;
    const groupId = `emergency-${ids.next()}`;
    const can = (kind: string): boolean =>
      runtime.capabilities.some((each) => each.action === kind && each.mode === 'api');
    const requests = [
      ...(can('slow_mode') && wanted.slowSec > 0
        ? [{ id: ids.next(), groupId, roomId, kind: 'slow_mode' as const, value: wanted.slowSec }]
        : []),
      ...(can('room_mute') && wanted.roomMute
        ? [{ id: ids.next(), groupId, roomId, kind: 'room_mute' as const, value: 1 }]
        : []),
    ];
    const done = await actions.perform(requests, by);
    if (!done.ok) return done;
    runtime.modes = { ...runtime.modes, emergency: { id: groupId, since: clock.now(), by: by.name } };
    await desk.commit([], [auditOf(clock.now(), by, 'room.emergency', { roomId, detail: 'on' })]);
    deps.onChange(roomId);
    return done;
  };

  const stop = async (roomId: string, by: Actor): Promise<Result<readonly Action[]>> => {
    const runtime = rooms.get(roomId);
    const emergency = runtime?.modes.emergency;
    if (runtime === undefined || emergency === undefined) return fail(fault('not_found', roomId));
    const own = [...desk.actions.values()].filter(
      (action) =>
        action.groupId === emergency.id &&
        action.undoOf === undefined &&
        action.undoneBy === undefined &&
        action.state !== 'failed',
    );
    const outcomes = await actions.undo(
      own.map((action) => action.id),
      own.map(() => ids.next()),
      by,
    );
    const { emergency: _, ...modes } = runtime.modes;
    runtime.modes = modes;
    await desk.commit([], [auditOf(clock.now(), by, 'room.emergency', { roomId, detail: 'off' })]);
    deps.onChange(roomId);
    return ok(outcomes.flatMap((outcome) => outcome.action ?? []));
  };

  return { set: (roomId, on, by) => (on ? start(roomId, by) : stop(roomId, by)) };
}
