import { foldText } from '../../../shared/detect/fold.ts';
import type { RoomMemory } from '../../../shared/detect/types.ts';
import type { RoomMemories } from '../flags/memory.ts';

/** Who and what is always allowed in a room. */
export interface Allowed {
  /** Whether the person is, or some allowed text is in this one. */
  readonly is: (roomId: string, personId: string | undefined, text: string) => boolean;
}

interface Room {
  readonly persons: ReadonlySet<string>;
  /** Folded; none is empty. */
  readonly texts: readonly string[];
}

/** Keeps what each room is taught ready to be asked. */
export function createAllowed(memories: RoomMemories): Allowed {
  const rooms = new Map<string, Room>();
  memories.onLearn((roomId, memory) => void rooms.set(roomId, roomOf(memory)));
  return {
    is(roomId, personId, text) {
      let held = rooms.get(roomId);
      if (held === undefined) {
        held = roomOf(memories.of(roomId));
        rooms.set(roomId, held);
      }
      if (personId !== undefined && held.persons.has(personId)) return true;
      if (held.texts.length === 0 || text === '') return false;
      const folded = foldText(text);
      return held.texts.some((each) => folded.includes(each));
    },
  };
}

function roomOf({ allowedPersons, allowedTexts }: RoomMemory): Room {
  const texts = allowedTexts.map((each) => foldText(each).trim()).filter((each) => each !== '');
  return { persons: new Set(allowedPersons), texts };
}
