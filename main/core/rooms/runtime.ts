import type { RoomView } from '../../../shared/api/views.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import type { Room, RoomModes, SourceStatus } from '../../../shared/domain/room.ts';
import type { Capability, Connection } from '../../../shared/plugin/plugin.ts';
import { createRateMeter, type RateMeter } from '../stats/latency.ts';

/** A room as it runs: its connection, how it stands, its modes and counts. */
export interface RoomRuntime {
  room: Room;
  status: SourceStatus;
  modes: RoomModes;
  connection: Connection | null;
  capabilities: readonly Capability[];
  streamId: string | undefined;
  received: number;
  missing: number;
  readonly counters: Map<string, number>;
  readonly rate: RateMeter;
}

/** A room that is not connected yet. */
export function createRuntime(room: Room, now: number): RoomRuntime {
  return {
    room,
    status: { state: 'idle', since: now },
    modes: {},
    connection: null,
    capabilities: [],
    streamId: undefined,
    received: 0,
    missing: 0,
    counters: new Map(),
    rate: createRateMeter(),
  };
}

/** Follows what an event says of the room itself. */
export function observeRoom(runtime: RoomRuntime, event: LiveEvent, now: number): void {
  runtime.received += 1;
  switch (event.kind) {
    case 'chat':
      runtime.rate.add(now, 1);
      return;
    case 'gap':
      runtime.missing += event.body.estimate ?? 0;
      return;
    case 'unknown':
      bump(runtime, `unknown:${event.body.nativeKind}`, 1);
      return;
    case 'room_state':
      runtime.modes = { ...runtime.modes, ...definedOf(event.body) };
      return;
    case 'stream_state':
      runtime.modes = { ...runtime.modes, live: event.body.live };
      return;
    case 'mod_action':
      if (event.body.action === 'slow_mode' && event.body.value !== undefined)
        runtime.modes = { ...runtime.modes, slowSec: event.body.value };
      if (event.body.action === 'room_mute' && event.body.value !== undefined)
        runtime.modes = { ...runtime.modes, roomMute: event.body.value > 0 };
      return;
    default:
      return;
  }
}

/** Adds to a counter that the page shows; at most 200 names, the rest under `other`. */
export function bump(runtime: RoomRuntime, what: string, n: number): void {
  const key = runtime.counters.has(what) || runtime.counters.size < 200 ? what : 'other';
  runtime.counters.set(key, (runtime.counters.get(key) ?? 0) + n);
}

/** What a room tab shows. */
export function viewOf(
  runtime: RoomRuntime,
  openFlags: number,
  rank: number,
  why: RoomView['why'],
  now: number,
): RoomView {
  const control = runtime.connection?.control;
  const replay = control?.({ kind: 'position' });
  const total = runtime.received + runtime.missing;
  return {
    room: runtime.room,
    status: runtime.status,
    modes: runtime.modes,
    capabilities: runtime.capabilities,
    rate: runtime.rate.rate(now),
    spark: runtime.rate.spark(now),
    openFlags,
    rank,
    ...(why === undefined ? {} : { why }),
    coverage: total === 0 ? 1 : runtime.received / total,
    counters: Object.fromEntries(runtime.counters),
    ...(runtime.streamId === undefined ? {} : { streamId: runtime.streamId }),
    ...(replay?.ok ? { replay: replay.value } : {}),
  };
}

function definedOf<T extends object>(body: T): Partial<T> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<T>;
}
