import { createDetector } from '../../../shared/detect/detector.ts';
import type { Streams } from '../../../shared/detect/streams.ts';
import type { Detector } from '../../../shared/detect/types.ts';
import type { RoomMemories } from '../flags/memory.ts';
import type { Learning } from '../learning/service.ts';
import type { Settings } from '../settings/settings.ts';
import type { Rooms } from './service.ts';

/**
 * Gives every room that connects its detector, made from what was learnt, and tells running ones of
 * changed settings and lessons.
 */
export function keepDetectors(deps: {
  readonly detectors: Map<string, Detector>;
  readonly rooms: Rooms;
  readonly learning: Learning;
  readonly settings: Settings;
  readonly memories: RoomMemories;
  /** One for all rooms: they read one message after the other. */
  readonly reading: Streams;
}): void {
  const { detectors, rooms, learning, settings, memories, reading } = deps;
  rooms.onConnecting(async (room) => {
    // A room that comes back goes on with its detector, and with the raid that is under way.
    if (detectors.has(room.id)) return;
    const { budget, learnt } = await learning.prepare(room);
    const { detection } = settings.current();
    const detector = createDetector(
      {
        roomId: room.id,
        budgetPerThousand: budget.perThousand,
        budget,
        blockedTerms: detection.blockedTerms,
        allowedHosts: detection.allowedHosts,
        memory: memories.of(room.id),
        learnt,
        adapts: true,
      },
      reading,
    );
    detectors.set(room.id, detector);
    learning.watch(room.id);
  });
  settings.onChange(({ detection }) => {
    for (const [roomId, detector] of detectors)
      detector.change({
        budget: learning.budgetOf(roomId),
        blockedTerms: detection.blockedTerms,
        allowedHosts: detection.allowedHosts,
      });
  });
  memories.onLearn((roomId, memory) => detectors.get(roomId)?.teach(memory));
}
