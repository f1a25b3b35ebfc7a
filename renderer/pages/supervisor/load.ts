import type { RoomView } from '../../../shared/api/views.ts';
import type { Flag } from '../../../shared/domain/flag.ts';

/** How a room stands: what waits in it and who works in it. */
export interface RoomLoad {
  readonly view: RoomView;
  readonly open: number;
  /** Open or claimed, and past the time at which it turns red. */
  readonly late: number;
  /** Age of the oldest open flag, ms; null when none is open. */
  readonly oldestMs: number | null;
  readonly workers: readonly { readonly id: string; readonly name: string; readonly claimed: number }[];
}

/** What one controller holds. */
export interface WorkerLoad {
  readonly id: string;
  readonly name: string;
  readonly claimed: number;
  readonly late: number;
  readonly oldestMs: number;
  readonly roomIds: readonly string[];
}

/** Rooms, the one that needs a person first on top. */
export function roomLoads(
  rooms: readonly RoomView[],
  flags: readonly Flag[],
  now: number,
): readonly RoomLoad[] {
  return rooms
    .map((view) =>
      loadOf(
        view,
        flags.filter((flag) => flag.roomId === view.room.id && flag.state !== 'resolved'),
        now,
      ),
    )
    .sort(
      (a, b) =>
        b.late - a.late || a.view.rank - b.view.rank || a.view.room.name.localeCompare(b.view.room.name),
    );
}

/** Controllers with claimed flags, the busiest first. */
export function workerLoads(flags: readonly Flag[], now: number): readonly WorkerLoad[] {
  const byWorker = Map.groupBy(
    flags.filter((flag) => flag.state === 'claimed' && flag.claimedBy !== undefined),
    (flag) => flag.claimedBy?.id ?? '',
  );
  return [...byWorker.entries()]
    .map(([id, held]) => ({
      id,
      name: held[0]?.claimedBy?.name ?? '',
      claimed: held.length,
      late: held.filter((flag) => now > flag.dueAt).length,
      oldestMs: Math.max(0, ...held.map((flag) => now - flag.firstAt)),
      roomIds: [...new Set(held.map((flag) => flag.roomId))],
    }))
    .sort((a, b) => b.claimed - a.claimed || b.oldestMs - a.oldestMs);
}

function loadOf(view: RoomView, flags: readonly Flag[], now: number): RoomLoad {
  const open = flags.filter((flag) => flag.state === 'open');
  return {
    view,
    open: open.length,
    late: flags.filter((flag) => now > flag.dueAt).length,
    oldestMs: open.length === 0 ? null : Math.max(0, now - Math.min(...open.map((flag) => flag.firstAt))),
    workers: workerLoads(flags, now).map(({ id, name, claimed }) => ({ id, name, claimed })),
  };
}
