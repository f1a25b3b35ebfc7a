import type { RoomMemories } from '../flags/memory.ts';

/** Who is allowed everything in a room ("always allow"). */
export interface Allowed {
  readonly is: (roomId: string, personId: string) => boolean;
}

/** Keeps a set for each room in step with what the room is taught. */
export function createAllowed(memories: RoomMemories): Allowed {
  const rooms = new Map<string, ReadonlySet<string>>();
  memories.onLearn((roomId, memory) => void rooms.set(roomId, new Set(memory.allowedPersons)));
  return {
    is(roomId, personId) {
      let held = rooms.get(roomId);
      if (held === undefined) {
        held = new Set(memories.of(roomId).allowedPersons);
        rooms.set(roomId, held);
      }
      return held.has(personId);
    },
  };
}
