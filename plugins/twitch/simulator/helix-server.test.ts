import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTwitchSimulator, type TwitchSimulator } from './twitch.ts';

/** The fake must be at least as strict as Twitch, or passing against it says nothing. */
let sim: TwitchSimulator;
let token = '';
let outsider = '';

beforeAll(async () => {
  sim = await startTwitchSimulator();
  sim.helix.state.users.set('555', { id: '555', login: 'outsider' });
  const scopes = ['moderator:manage:banned_users', 'moderator:manage:chat_settings', 'user:write:chat'];
  token = sim.helix.grant('900', scopes).access;
  outsider = sim.helix.grant('555', scopes).access;
});
afterAll(() => sim.close());

interface Call {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
const ENDS = 'broadcaster_id=100&moderator_id=900';
const ban = (data: unknown): Call => ({ method: 'POST', path: `/moderation/bans?${ENDS}`, body: { data } });

async function statusOf(call: Call): Promise<number> {
  const headers = {
    authorization: `Bearer ${token}`,
    'client-id': sim.helix.clientId,
    'content-type': 'application/json',
    ...call.headers,
  };
  const body = call.body === undefined ? {} : { body: JSON.stringify(call.body) };
  const answer = await fetch(sim.helix.helixUrl + call.path, {
    method: call.method ?? 'GET',
    headers,
    ...body,
  });
  return answer.status;
}

describe('the fake Helix is strict', () => {
  test.each<readonly [string, Call, number]>([
    ['an unknown path', { path: '/moderation/nothing' }, 404],
    ['no token', { path: '/users', headers: { authorization: '' } }, 401],
    ['another client id', { path: '/users', headers: { 'client-id': 'other' } }, 401],
    ['a missing scope', { method: 'POST', path: `/moderation/warnings?${ENDS}`, body: {} }, 401],
    [
      'not a moderator',
      {
        ...ban({ user_id: '1' }),
        path: '/moderation/bans?broadcaster_id=100&moderator_id=555',
        headers: { authorization: 'OUTSIDER' },
      },
      403,
    ],
    [
      'somebody else’s moderator id',
      { ...ban({ user_id: '1' }), path: '/moderation/bans?broadcaster_id=100&moderator_id=1' },
      401,
    ],
    ['no broadcaster', { ...ban({ user_id: '1' }), path: '/moderation/bans?moderator_id=900' }, 400],
    ['an unknown query', { ...ban({ user_id: '1' }), path: `/moderation/bans?${ENDS}&x=1` }, 400],
    ['no content type', { ...ban({ user_id: '1' }), headers: { 'content-type': 'text/plain' } }, 400],
    ['a number as id', ban({ user_id: 1 }), 400],
    ['a time of 0', ban({ user_id: '1', duration: 0 }), 400],
    ['a time over 14 days', ban({ user_id: '1', duration: 1_209_601 }), 400],
    ['half a second', ban({ user_id: '1', duration: 0.5 }), 400],
    ['a reason of 501', ban({ user_id: '1', reason: 'x'.repeat(501) }), 400],
    ['an unknown field', ban({ user_id: '1', seconds: 5 }), 400],
    ['a body without data', { ...ban({}), body: { user_id: '1' } }, 400],
    ['a moderator', ban({ user_id: '900' }), 400],
    ['unban without a user', { method: 'DELETE', path: `/moderation/bans?${ENDS}` }, 400],
    [
      'slow mode of 2',
      { method: 'PATCH', path: `/chat/settings?${ENDS}`, body: { slow_mode: true, slow_mode_wait_time: 2 } },
      400,
    ],
    [
      'speaking as somebody else',
      {
        method: 'POST',
        path: '/chat/messages',
        body: { broadcaster_id: '100', sender_id: '1', message: 'x' },
      },
      400,
    ],
    [
      'saying nothing',
      {
        method: 'POST',
        path: '/chat/messages',
        body: { broadcaster_id: '100', sender_id: '900', message: '' },
      },
      400,
    ],
    ['a good ban', ban({ user_id: '77', reason: 'ads' }), 200],
    ['the same again', ban({ user_id: '77' }), 400],
    ['a ban into a timeout', ban({ user_id: '77', duration: 60 }), 400],
  ])('%s', async (_, call, status) => {
    const headers =
      call.headers?.authorization === 'OUTSIDER' ? { authorization: `Bearer ${outsider}` } : call.headers;
    expect(await statusOf(headers === undefined ? call : { ...call, headers })).toBe(status);
  });
});
