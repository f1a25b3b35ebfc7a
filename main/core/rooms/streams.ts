import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import type { Room, Stream } from '../../../shared/domain/room.ts';
import type { Store } from '../../store/store.ts';
import type { RoomRuntime } from './runtime.ts';

/** Sittings of rooms: a pause of half an hour ends one. */
export interface Streams {
  /** Begins or goes on with a sitting; tells since when nothing was read, if it goes on. */
  readonly begin: (runtime: RoomRuntime) => Promise<number | null>;
  /** Writes how many events there are so far; `over` ends the sitting. */
  readonly save: (runtime: RoomRuntime, over: boolean) => Promise<void>;
}

const PAUSE_MS = 1_800_000;

/** Keeps one record per sitting in the store. */
export function createStreams(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}): Streams {
  const { store, clock, ids } = deps;
  const current = new Map<string, Stream & { readonly base: number }>();

  const write = (stream: Stream): Promise<unknown> =>
    store.write([{ op: 'put', table: 'streams', row: stream }]);
  return {
    async begin(runtime) {
      const now = clock.now();
      const last = (
        await store.list({ table: 'streams', where: { roomId: runtime.room.id }, order: 'newest', limit: 1 })
      ).rows[0];
      const goesOn = last !== undefined && now - (last.endedAt ?? last.startedAt) < PAUSE_MS;
      const stream: Stream = goesOn ? unended(last) : fresh(ids.next(), runtime.room, now);
      current.set(runtime.room.id, { ...stream, base: stream.events - runtime.received });
      runtime.streamId = stream.id;
      await write(stream);
      if (!goesOn) return null;
      const newest = (await store.events({ roomId: runtime.room.id, order: 'newest', limit: 1 })).rows[0];
      return newest === undefined ? null : newest.event.receivedAt;
    },
    async save(runtime, over) {
      const held = current.get(runtime.room.id);
      if (held === undefined) return;
      const { base, ...stream } = held;
      const next: Stream = { ...stream, events: base + runtime.received, endedAt: clock.now() };
      current.set(runtime.room.id, { ...next, base });
      if (over) current.delete(runtime.room.id);
      await write(next);
    },
  };
}

function fresh(id: string, room: Room, now: number): Stream {
  return { id, roomId: room.id, roomName: room.name, startedAt: now, events: 0 };
}

function unended(stream: Stream): Stream {
  const { endedAt: _, ...rest } = stream;
  return rest;
}
