import { describe, expect, test } from 'vitest';
import { classify } from './classify.ts';

describe('what an answer means', () => {
  test.each([
    ['ban', 200, '', 'ok'],
    ['unban', 204, '', 'ok'],
    ['ban', 400, 'The user specified in the user_id field is already banned.', 'already'],
    ['mute', 400, 'The user specified in the user_id field is already banned.', 'already'],
    ['unmute', 400, 'The user specified in the user_id query parameter is not banned.', 'already'],
    ['ban', 400, 'The user specified in the user_id field may not be banned.', 'target_protected'],
    ['mute', 400, 'The user specified in the user_id field may not be put in a timeout.', 'target_protected'],
    ['warn', 400, 'The user specified in the user_id field may not be warned.', 'target_protected'],
    ['delete', 400, "You may not delete another moderator's messages.", 'target_protected'],
    ['delete', 400, "You may not delete the broadcaster's messages.", 'target_protected'],
    ['ban', 400, 'The text in the reason field is too long.', 'invalid'],
    ['ban', 401, 'Invalid OAuth token', 'token'],
    ['ban', 401, 'Missing scope: moderator:manage:banned_users', 'forbidden'],
    ['ban', 401, 'Client ID and OAuth token do not match', 'forbidden'],
    ['ban', 401, 'The ID in moderator_id must match the user ID found in the access token.', 'forbidden'],
    ['ban', 403, "The user in moderator_id is not one of the broadcaster's moderators.", 'forbidden'],
    ['delete', 404, 'not found or older than 6 hours', 'not_found'],
    ['ban', 409, 'somebody else is updating', 'conflict'],
    ['say', 422, 'The message is too large', 'invalid'],
    ['ban', 429, 'requests it may make per minute for this broadcaster', 'rate_limited'],
    ['ban', 500, '', 'transient'],
    ['ban', 503, '', 'transient'],
    ['ban', 418, '', 'invalid'],
  ] as const)('%s %i %s → %s', (kind, status, text, expected) => {
    expect(classify(kind, status, text)).toBe(expected);
  });
});
