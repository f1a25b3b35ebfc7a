import { z } from 'zod';
import type { HubSettings } from '../../../shared/api/settings.ts';
import type { Action } from '../../../shared/domain/action.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Store } from '../../store/store.ts';
import type { Actions } from '../actions/service.ts';
import { auditOf, type Desk, newest } from '../desk.ts';
import { createTurns } from '../turns.ts';
import type { RoomRuntime } from './runtime.ts';
import type { Rooms } from './service.ts';

/** Emergency mode: room modes at once, and everything put back as it was when it ends. */
export interface Emergency {
  readonly set: (roomId: string, on: boolean, by: Actor) => Promise<Result<readonly Action[]>>;
}

const Kept = z.object({ id: z.string(), since: z.number(), by: z.string(), actionIds: z.array(z.string()) });
/** What is kept of an emergency while it lasts. */
type Kept = z.infer<typeof Kept>;

const keyOf = (roomId: string): string => `emergency:${roomId}`;

/**
 * The modes it sets are ordinary actions, so their undo puts them back. Which actions those are is kept
 * in the store until then: after a restart, and however many actions came between.
 */
export async function createEmergency(deps: {
  readonly store: Pick<Store, 'get'>;
  readonly desk: Desk;
  readonly rooms: Rooms;
  readonly actions: Actions;
  readonly settings: () => HubSettings;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly onChange: (roomId: string) => void;
}): Promise<Emergency> {
  const { store, desk, rooms, actions, clock, ids } = deps;
  const turns = createTurns();
  const kept = new Map<string, Kept>();

  const show = (runtime: RoomRuntime, shown: Kept | undefined): void => {
    const { emergency: _, ...modes } = runtime.modes;
    runtime.modes =
      shown === undefined
        ? modes
        : { ...modes, emergency: { id: shown.id, since: shown.since, by: shown.by } };
    deps.onChange(runtime.room.id);
  };
  for (const runtime of rooms.all()) {
    const row = Kept.safeParse((await store.get('settings', keyOf(runtime.room.id)))?.value);
    if (!row.success) continue;
    kept.set(runtime.room.id, row.data);
    show(runtime, row.data);
  }

  const start = async (runtime: RoomRuntime, by: Actor): Promise<Result<readonly Action[]>> => {
    const roomId = runtime.room.id;
    const before = kept.get(roomId);
    if (before !== undefined) return fail(fault('conflict', before.by));
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
    const begun: Kept = {
      id: groupId,
      since: clock.now(),
      by: by.name,
      actionIds: requests.map((request) => request.id),
    };
    // Written before anything is sent: what is on can be put back, whatever happens next.
    const saved = await desk.commit(
      [],
      [auditOf(clock.now(), by, 'room.emergency', { roomId, detail: 'on' })],
      [{ op: 'put', table: 'settings', row: { id: keyOf(roomId), value: begun, updatedAt: clock.now() } }],
    );
    if (!saved.ok) return saved;
    kept.set(roomId, begun);
    show(runtime, begun);
    return actions.perform(requests, by);
  };

  const stop = async (runtime: RoomRuntime, by: Actor): Promise<Result<readonly Action[]>> => {
    const roomId = runtime.room.id;
    const emergency = kept.get(roomId);
    if (emergency === undefined) return fail(fault('not_found', roomId));
    const own: Action[] = [];
    for (const id of emergency.actionIds) {
      const found = newest(desk.actions, await desk.getAction(id));
      if (found.ok && found.value.undoneBy === undefined && found.value.state !== 'failed')
        own.push(found.value);
    }
    const outcomes = await actions.undo(
      own.map((action) => action.id),
      own.map(() => ids.next()),
      by,
    );
    const stuck = outcomes.find((outcome) => outcome.fault !== undefined);
    if (stuck?.fault !== undefined) return fail(stuck.fault);
    const saved = await desk.commit(
      [],
      [auditOf(clock.now(), by, 'room.emergency', { roomId, detail: 'off' })],
      [{ op: 'delete', table: 'settings', id: keyOf(roomId) }],
    );
    if (!saved.ok) return saved;
    kept.delete(roomId);
    show(runtime, undefined);
    return ok(outcomes.flatMap((outcome) => outcome.action ?? []));
  };

  return {
    set: (roomId, on, by) =>
      turns.take(roomId, async () => {
        const runtime = rooms.get(roomId);
        if (runtime === undefined) return fail(fault('not_found', roomId));
        return on ? start(runtime, by) : stop(runtime, by);
      }),
  };
}
