import type { LiveEvent } from '../../../shared/domain/event.ts';
import type { RoomModes } from '../../../shared/domain/room.ts';
import type { Store } from '../../store/store.ts';

/** The room's modes after an event, as the history tells them; what was never told stays unknown. */
export function modesAfter(modes: RoomModes, event: LiveEvent): RoomModes {
  switch (event.kind) {
    case 'room_state': {
      const told = Object.entries(event.body).filter(([, value]) => value !== undefined);
      return { ...modes, ...(Object.fromEntries(told) as Partial<RoomModes>) };
    }
    case 'stream_state':
      return { ...modes, live: event.body.live };
    case 'mod_action': {
      const { action, value } = event.body;
      if (value === undefined) return modes;
      if (action === 'slow_mode') return { ...modes, slowSec: value };
      return action === 'room_mute' ? { ...modes, roomMute: value > 0 } : modes;
    }
    default:
      return modes;
  }
}

/** When the room's sittings before `to` began, oldest first; the newest 1,000. */
export async function startsOf(
  store: Pick<Store, 'list'>,
  roomId: string,
  to: number,
): Promise<readonly number[]> {
  const page = await store.list({ table: 'streams', where: { roomId }, to, order: 'newest', limit: 1_000 });
  return page.rows.map((stream) => stream.startedAt).toReversed();
}
