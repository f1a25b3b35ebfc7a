import { expect, it } from 'vitest';
import { RoomSchema } from '../../../shared/domain/room.ts';
import { newRoomId } from './room-id.ts';

it.each([
  ['twitch', [], 'twitch-rs'],
  ['twitch', ['twitch-rs', 'twitch-rs-2'], 'twitch-rs-3'],
  ['坏 名', [], 'room-rs'],
])('names a room of %s', (plugin, taken, expected) => {
  const id = newRoomId(plugin, 1_000, new Set(taken));
  expect([id, RoomSchema.shape.id.safeParse(id).success]).toEqual([expected, true]);
});
