import type { RoomView } from '../../../shared/api/views.ts';

/** Rooms by how much they need a person. */
export function roomsByNeed(rooms: Iterable<RoomView>): readonly RoomView[] {
  return [...rooms].sort((a, b) => a.rank - b.rank || (a.room.name < b.room.name ? -1 : 1));
}
