import { expect, it } from 'vitest';
import type { EventBodies } from '../../../shared/domain/event.ts';
import { anyEvent, TEST_TIME, testUser } from '../../../shared/testing/events.ts';
import { createPlatformSanctions } from './platform-sanctions.ts';

type Deed = EventBodies['mod_action'];

it('knows the last mute or ban by others, and that it was lifted', () => {
  const sanctions = createPlatformSanctions();
  const happens = (user: string, body: Deed) => {
    sanctions.observe(anyEvent('mod_action', body, { base: { target: testUser(user) } }));
    return sanctions.of('room', `demo:${user}`);
  };
  const mute: Deed = { action: 'mute', origin: 'other_mod', moderator: testUser('mod'), durationSec: 600 };
  const last = { at: TEST_TIME, kind: 'mute', by: testUser('mod').name, durationSec: 600 };
  expect([
    happens('a', mute),
    happens('a', { action: 'ban', origin: 'automod' }),
    happens('a', { action: 'unban', origin: 'other_mod' }),
    happens('b', { ...mute, origin: 'self' }),
    happens('c', { action: 'unmute', origin: 'other_mod' }),
    happens('d', { action: 'delete', origin: 'other_mod' }),
    sanctions.of('other', 'demo:a'),
  ]).toEqual([
    { count: 1, last },
    { count: 2, last: { at: TEST_TIME, kind: 'ban', by: '', durationSec: null } },
    { count: 2 },
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
