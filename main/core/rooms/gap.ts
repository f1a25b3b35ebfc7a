import type { EventOf, Platform } from '../../../shared/domain/event.ts';
import type { Room } from '../../../shared/domain/room.ts';

/** A gap that the core itself caused: the source was disconnected, or the core was not running. */
export function gapBetween(
  room: Room,
  platform: Platform,
  fromAt: number,
  toAt: number,
  id: string,
): EventOf<'gap'> {
  return {
    v: 1,
    eventId: `${platform}:${room.id}:gap:${id}`,
    platform,
    source: 'core',
    session: id,
    seq: 0,
    roomId: room.id,
    occurredAt: toAt,
    tsPrecision: 'ms',
    receivedAt: toAt,
    historical: false,
    raw: { encoding: 'none', data: '' },
    parserVersion: 'core@1',
    kind: 'gap',
    body: { fromAt, toAt, reason: 'not connected', estimate: null },
  };
}
