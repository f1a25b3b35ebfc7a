import type { RoomFacts } from '../../../shared/rules/scene.ts';
import type { Store } from '../../store/store.ts';
import type { RoomRuntime } from '../rooms/runtime.ts';

const NOTHING: RoomFacts = { modes: {} };

/** What rules may know of a room: its modes, and when the present sitting began (read once a sitting). */
export function createRoomFacts(deps: {
  readonly store: Pick<Store, 'get'>;
  readonly runtimeOf: (roomId: string) => RoomRuntime | undefined;
}): (roomId: string) => RoomFacts {
  const sittings = new Map<string, { readonly id: string; startedAt: number | undefined }>();
  return (roomId) => {
    const runtime = deps.runtimeOf(roomId);
    if (runtime === undefined) return NOTHING;
    const { modes, streamId } = runtime;
    if (streamId === undefined) return { modes };
    let sitting = sittings.get(roomId);
    if (sitting?.id !== streamId) {
      const fresh = { id: streamId, startedAt: undefined as number | undefined };
      sitting = fresh;
      sittings.set(roomId, fresh);
      void deps.store.get('streams', streamId).then(
        (stream) => {
          fresh.startedAt = stream?.startedAt;
        },
        () => undefined,
      );
    }
    const { startedAt } = sitting;
    return startedAt === undefined ? { modes } : { modes, startedAt };
  };
}
