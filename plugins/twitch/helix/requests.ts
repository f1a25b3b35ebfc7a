import type { Action } from '../../../shared/domain/action.ts';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import { exhaustive, fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { WantedScope } from '../account/account.ts';

/** One call to Helix (PROTOCOLS §1.2). */
export interface HelixRequest {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'PATCH';
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly scope?: WantedScope;
  /** May be sent again when nobody knows whether it was done. */
  readonly idempotent: boolean;
}

/** Who acts, and where. */
export interface Ends {
  readonly broadcasterId: string;
  readonly moderatorId: string;
}

export const LIMITS = {
  timeoutSec: { min: 1, max: 1_209_600 },
  slowSec: { min: 3, max: 120 },
  reason: 500,
  message: 500,
} as const;

/** Makes the call of an action, or says what is wrong with it before anything is sent. */
export function requestOf(action: Action, ends: Ends): Result<HelixRequest> {
  switch (action.kind) {
    case 'ban':
      return banRequest(action, ends, undefined);
    case 'mute':
      return muteRequest(action, ends);
    case 'unban':
    case 'unmute':
      return withUser(action, (user_id) =>
        ok({
          method: 'DELETE',
          path: '/moderation/bans',
          query: { ...both(ends), user_id },
          scope: 'moderator:manage:banned_users',
          idempotent: true,
        }),
      );
    case 'warn':
      return warnRequest(action, ends);
    case 'delete':
      return deleteRequest(action, ends);
    case 'slow_mode':
      return slowRequest(action, ends);
    case 'say':
      return sayRequest(action, ends);
    case 'room_mute':
      return fail(fault('unsupported', 'Twitch has no mute of a whole room'));
    default:
      return exhaustive(action.kind);
  }
}

function muteRequest(action: Action, ends: Ends): Result<HelixRequest> {
  const seconds = action.durationSec;
  if (seconds === null) return invalid('a timeout without end does not exist on Twitch; use a ban');
  const { min, max } = LIMITS.timeoutSec;
  if (seconds === undefined || seconds < min || seconds > max) {
    return invalid(`a timeout lasts ${min} to ${max} seconds`);
  }
  return banRequest(action, ends, seconds);
}

function banRequest(action: Action, ends: Ends, duration: number | undefined): Result<HelixRequest> {
  const wrong = tooLong(action.reason, LIMITS.reason, 'the reason');
  if (wrong !== null) return fail(wrong);
  return withUser(action, (user_id) => {
    const data = {
      user_id,
      ...(duration === undefined ? {} : { duration }),
      ...(action.reason ? { reason: action.reason } : {}),
    };
    return ok({
      method: 'POST',
      path: '/moderation/bans',
      query: both(ends),
      body: { data },
      scope: 'moderator:manage:banned_users',
      // Sending a timeout again would start its clock anew.
      idempotent: duration === undefined,
    });
  });
}

function warnRequest(action: Action, ends: Ends): Result<HelixRequest> {
  const reason = action.text?.trim() || action.reason?.trim() || '';
  if (reason === '') return invalid('a warning needs words');
  const wrong = tooLong(reason, LIMITS.reason, 'the warning');
  if (wrong !== null) return fail(wrong);
  return withUser(action, (user_id) =>
    ok({
      method: 'POST',
      path: '/moderation/warnings',
      query: both(ends),
      body: { data: { user_id, reason } },
      scope: 'moderator:manage:warnings',
      idempotent: false,
    }),
  );
}

function deleteRequest(action: Action, ends: Ends): Result<HelixRequest> {
  // Without a message id the call would clear the whole room.
  const message_id = action.messageId ?? '';
  if (!/^[\w-]{1,128}$/.test(message_id)) return invalid('no message to delete is named');
  return ok({
    method: 'DELETE',
    path: '/moderation/chat',
    query: { ...both(ends), message_id },
    scope: 'moderator:manage:chat_messages',
    idempotent: true,
  });
}

function slowRequest(action: Action, ends: Ends): Result<HelixRequest> {
  const seconds = action.value;
  const { min, max } = LIMITS.slowSec;
  if (seconds === undefined || (seconds !== 0 && (seconds < min || seconds > max))) {
    return invalid(`slow mode is ${min} to ${max} seconds, or 0 for off`);
  }
  return ok({
    method: 'PATCH',
    path: '/chat/settings',
    query: both(ends),
    body: seconds === 0 ? { slow_mode: false } : { slow_mode: true, slow_mode_wait_time: seconds },
    scope: 'moderator:manage:chat_settings',
    idempotent: true,
  });
}

function sayRequest(action: Action, ends: Ends): Result<HelixRequest> {
  const message = action.text?.trim() ?? '';
  if (message === '') return invalid('there is nothing to say');
  const wrong = tooLong(message, LIMITS.message, 'the message');
  if (wrong !== null) return fail(wrong);
  return ok({
    method: 'POST',
    path: '/chat/messages',
    query: {},
    body: { broadcaster_id: ends.broadcasterId, sender_id: ends.moderatorId, message },
    scope: 'user:write:chat',
    idempotent: false,
  });
}

function both(ends: Ends): Readonly<Record<string, string>> {
  return { broadcaster_id: ends.broadcasterId, moderator_id: ends.moderatorId };
}

function withUser(action: Action, make: (userId: string) => Result<HelixRequest>): Result<HelixRequest> {
  const id = action.target?.nativeId ?? '';
  return /^\d{1,20}$/.test(id)
    ? make(id)
    : invalid('the account id is not known, so Twitch cannot act on it');
}

function tooLong(text: string | undefined, most: number, what: string): Fault | null {
  const length = [...(text ?? '')].length;
  return length > most ? fault('invalid', `${what} has ${length} characters, ${most} at most`) : null;
}

function invalid(detail: string): Result<HelixRequest> {
  return fail(fault('invalid', detail));
}
