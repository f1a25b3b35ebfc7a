import type { RoomMemory } from '../../../shared/detect/types.ts';
import type { MemoryEntry } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { allRows } from '../all-rows.ts';

/** What each room was taught. */
export interface RoomMemories {
  readonly of: (roomId: string) => RoomMemory;
  readonly learn: (entries: readonly MemoryEntry[]) => void;
  readonly onLearn: (listener: (roomId: string, memory: RoomMemory) => void) => () => void;
}

const MAX_PER_ROOM = 2_000;

/** Loads what was taught from the store; the newest 2,000 lessons a room count. */
export async function createMemories(store: Store): Promise<RoomMemories> {
  const entries = new Map<string, MemoryEntry[]>();
  const listeners = new Set<(roomId: string, memory: RoomMemory) => void>();
  const add = (entry: MemoryEntry): void => {
    const list = entries.get(entry.roomId) ?? [];
    list.unshift(entry);
    entries.set(entry.roomId, list.slice(0, MAX_PER_ROOM));
  };
  for (const entry of await allRows(store, { table: 'memory', order: 'oldest' })) add(entry);

  const of = (roomId: string): RoomMemory => {
    const list = entries.get(roomId) ?? [];
    const values = (...kinds: readonly MemoryEntry['kind'][]): string[] =>
      list.filter((entry) => kinds.includes(entry.kind)).map((entry) => entry.value);
    return {
      hype: values('hype', 'joke', 'wrong'),
      allowedPersons: values('allow_person'),
      allowedTexts: values('allow_text'),
    };
  };
  return {
    of,
    learn(taught) {
      for (const entry of taught) add(entry);
      for (const roomId of new Set(taught.map((entry) => entry.roomId)))
        for (const listener of listeners) listener(roomId, of(roomId));
    },
    onLearn(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
