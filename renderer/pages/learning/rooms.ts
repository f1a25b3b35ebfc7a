import { exhaustive } from '../../../shared/domain/result.ts';
import type { LearningFrame, LearningView } from '../../../shared/learning/views.ts';

/** What the learning feed told, by room; absent until its first word. */
export type LearningRooms = ReadonlyMap<string, LearningView>;

/** Takes one frame in. */
export function applyLearning(rooms: LearningRooms | undefined, frame: LearningFrame): LearningRooms {
  switch (frame.kind) {
    case 'snapshot':
      return new Map(frame.rooms.map((room) => [room.roomId, room]));
    case 'room':
      return new Map(rooms).set(frame.room.roomId, frame.room);
    case 'room_removed': {
      const next = new Map(rooms);
      next.delete(frame.roomId);
      return next;
    }
    default:
      return exhaustive(frame);
  }
}

/** The rooms by name, so that nothing moves while numbers change. */
export function inOrder(rooms: LearningRooms): readonly LearningView[] {
  return [...rooms.values()].sort(
    (a, b) => a.roomName.localeCompare(b.roomName, 'zh') || a.roomId.localeCompare(b.roomId),
  );
}
