import type { PersonFacts } from '../../../shared/detect/types.ts';
import { type LiveEvent, timeOf } from '../../../shared/domain/event.ts';
import { personIdOf } from '../../../shared/domain/person.ts';
import { createNewestMap } from './newest-map.ts';

/** The last mute or ban that the platform's own moderators gave somebody, and how many there were. */
export interface PlatformSanctions {
  /** Takes note of a mute, a ban, and what lifts them; what this console did itself is told elsewhere. */
  readonly observe: (event: LiveEvent) => void;
  /** Undefined where none is known since the hub started. */
  readonly of: (roomId: string, personId: string) => PlatformSanction | undefined;
}

export interface PlatformSanction {
  readonly count: number;
  /** Absent once it was lifted. */
  readonly last?: NonNullable<PersonFacts['lastSanction']> | undefined;
}

/** Remembers at most `capacity` people, those heard of last. */
export function createPlatformSanctions(capacity = 5_000): PlatformSanctions {
  const held = createNewestMap<PlatformSanction>(capacity);
  return {
    observe(event) {
      if (event.kind !== 'mod_action' || event.target === undefined || event.body.origin === 'self') return;
      const { action, moderator, durationSec } = event.body;
      const key = `${event.roomId}|${personIdOf(event.platform, event.target)}`;
      const count = held.get(key)?.count ?? 0;
      if (action === 'unmute' || action === 'unban') {
        if (count > 0) held.set(key, { count });
        return;
      }
      if (action !== 'mute' && action !== 'ban') return;
      const last = {
        at: timeOf(event),
        kind: action,
        by: moderator?.name ?? '',
        durationSec: durationSec ?? null,
      };
      held.set(key, { count: count + 1, last });
    },
    of: (roomId, personId) => held.get(`${roomId}|${personId}`),
  };
}
