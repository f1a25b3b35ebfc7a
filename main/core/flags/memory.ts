import type { RoomMemory } from '../../../shared/detect/types.ts';
import type { MemoryEntry } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { allRows } from '../all-rows.ts';

/** What each room was taught. */
export interface RoomMemories {
  readonly of: (roomId: string) => RoomMemory;
  /** Newest first. */
  readonly entries: (roomId: string) => readonly MemoryEntry[];
  readonly learn: (entries: readonly MemoryEntry[]) => void;
  /** Forgets entries by id; the store is the caller's to change. */
  readonly forget: (roomId: string, ids: ReadonlySet<string>) => void;
  readonly onLearn: (listener: (roomId: string, memory: RoomMemory) => void) => () => void;
}

const MAX_PER_ROOM = 2_000;

/** Loads what was taught from the store; the newest 2,000 lessons a room count. */
export async function createMemories(store: Store): Promise<RoomMemories> {
  const entries = new Map<string, readonly MemoryEntry[]>();
  const listeners = new Set<(roomId: string, memory: RoomMemory) => void>();
  const add = (entry: MemoryEntry): void => {
    const list = entries.get(entry.roomId) ?? [];
    entries.set(entry.roomId, [entry, ...list.filter((each) => each.id !== entry.id)].slice(0, MAX_PER_ROOM));
  };
  for (const entry of await allRows(store, { table: 'memory', order: 'oldest' })) add(entry);

  const of = (roomId: string): RoomMemory => {
    const list = entries.get(roomId) ?? [];
    const values = (...kinds: readonly MemoryEntry['kind'][]): string[] =>
      list.filter((entry) => kinds.includes(entry.kind)).map((entry) => entry.value);
    const confirmed = (category: string): string[] =>
      list
        .filter((entry) => entry.kind === 'confirmed' && entry.category === category)
        .map((entry) => entry.value);
    return {
      hype: values('hype', 'joke', 'wrong'),
      confirmed: confirmed('abuse'),
      confirmedAds: confirmed('ad'),
      allowedPersons: values('allow_person'),
      allowedTexts: values('allow_text'),
    };
  };
  const tell = (roomId: string): void => {
    for (const listener of listeners) listener(roomId, of(roomId));
  };
  return {
    of,
    entries: (roomId) => entries.get(roomId) ?? [],
    learn(taught) {
      for (const entry of taught) add(entry);
      for (const roomId of new Set(taught.map((entry) => entry.roomId))) tell(roomId);
    },
    forget(roomId, ids) {
      entries.set(
        roomId,
        (entries.get(roomId) ?? []).filter((entry) => !ids.has(entry.id)),
      );
      tell(roomId);
    },
    onLearn(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
