import type { EventKind } from '../../../shared/domain/event.ts';

/** Numbers under which kinds are stored. They never change; chat is 0 because partial indexes say so. */
export const KIND_CODES: Readonly<Record<EventKind, number>> = {
  chat: 0,
  gift: 1,
  superchat: 2,
  membership: 3,
  enter: 4,
  follow: 5,
  like: 6,
  share: 7,
  raid: 8,
  room_state: 9,
  stream_state: 10,
  mod_action: 11,
  held: 12,
  unban_request: 13,
  system: 14,
  gap: 15,
  unknown: 16,
};
