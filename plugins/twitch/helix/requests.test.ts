import { describe, expect, test } from 'vitest';
import { makeAction } from '../simulator/make-action.ts';
import { requestOf } from './requests.ts';

const ENDS = { broadcasterId: '100', moderatorId: '900' };
const BOTH = { broadcaster_id: '100', moderator_id: '900' };
const BANNED_USERS = 'moderator:manage:banned_users';

describe('the call of each action', () => {
  test.each([
    [
      makeAction('ban', { reason: 'ads' }),
      {
        method: 'POST',
        path: '/moderation/bans',
        query: BOTH,
        body: { data: { user_id: '2001', reason: 'ads' } },
        scope: BANNED_USERS,
        idempotent: true,
      },
    ],
    [
      makeAction('mute', { durationSec: 1_209_600 }),
      {
        method: 'POST',
        path: '/moderation/bans',
        query: BOTH,
        body: { data: { user_id: '2001', duration: 1_209_600 } },
        scope: BANNED_USERS,
        idempotent: false,
      },
    ],
    [
      makeAction('unmute'),
      {
        method: 'DELETE',
        path: '/moderation/bans',
        query: { ...BOTH, user_id: '2001' },
        scope: BANNED_USERS,
        idempotent: true,
      },
    ],
    [
      makeAction('warn', { text: ' 请文明发言 ' }),
      {
        method: 'POST',
        path: '/moderation/warnings',
        query: BOTH,
        body: { data: { user_id: '2001', reason: '请文明发言' } },
        scope: 'moderator:manage:warnings',
        idempotent: false,
      },
    ],
    [
      makeAction('delete', { messageId: 'm-1' }),
      {
        method: 'DELETE',
        path: '/moderation/chat',
        query: { ...BOTH, message_id: 'm-1' },
        scope: 'moderator:manage:chat_messages',
        idempotent: true,
      },
    ],
    [
      makeAction('slow_mode', { value: 30 }),
      {
        method: 'PATCH',
        path: '/chat/settings',
        query: BOTH,
        body: { slow_mode: true, slow_mode_wait_time: 30 },
        scope: 'moderator:manage:chat_settings',
        idempotent: true,
      },
    ],
    [
      makeAction('slow_mode', { value: 0 }),
      {
        method: 'PATCH',
        path: '/chat/settings',
        query: BOTH,
        body: { slow_mode: false },
        scope: 'moderator:manage:chat_settings',
        idempotent: true,
      },
    ],
    [
      makeAction('say', { text: 'hello' }),
      {
        method: 'POST',
        path: '/chat/messages',
        query: {},
        body: { broadcaster_id: '100', sender_id: '900', message: 'hello' },
        scope: 'user:write:chat',
        idempotent: false,
      },
    ],
  ])('$kind', (action, value) => {
    expect(requestOf(action, ENDS)).toEqual({ ok: true, value });
  });
});

describe('refused before anything is sent', () => {
  test.each([
    ['no end', makeAction('mute', { durationSec: null })],
    ['no length', makeAction('mute')],
    ['no time', makeAction('mute', { durationSec: 0 })],
    ['over 14 days', makeAction('mute', { durationSec: 1_209_601 })],
    ['a reason of 501 characters', makeAction('ban', { reason: '理'.repeat(501) })],
    ['a warning without words', makeAction('warn', { text: '  ' })],
    ['a hidden account', makeAction('ban', {}, '')],
    ['a login in place of an id', makeAction('ban', {}, 'someone')],
    ['no message (it would clear the room)', makeAction('delete')],
    ['an empty message id', makeAction('delete', { messageId: '' })],
    ['slow mode of 2 s', makeAction('slow_mode', { value: 2 })],
    ['slow mode of 121 s', makeAction('slow_mode', { value: 121 })],
    ['slow mode without value', makeAction('slow_mode')],
    ['nothing to say', makeAction('say', { text: ' ' })],
    ['501 characters', makeAction('say', { text: '好'.repeat(501) })],
  ])('%s', (_, action) => {
    expect(requestOf(action, ENDS)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
  });

  test('muting the whole room is unsupported', () => {
    expect(requestOf(makeAction('room_mute', { value: 1 }), ENDS)).toMatchObject({
      ok: false,
      fault: { code: 'unsupported' },
    });
  });

  test('500 characters outside the BMP are 500, not 1,000', () => {
    expect(requestOf(makeAction('say', { text: '😀'.repeat(500) }), ENDS).ok).toBe(true);
  });
});
