import type { ActionKind } from '../../../shared/domain/action.ts';
import { type FaultCode, fault } from '../../../shared/domain/fault.ts';
import type { ErrorClass, PerformResult } from '../../../shared/plugin/plugin.ts';

/** What an answer's status and text mean (PROTOCOLS §6). */
export type AnswerClass = 'ok' | 'already' | 'token' | ErrorClass;

/** Reads an answer to an action's call. Texts are those of Twitch's reference; unknown ones stay `invalid`. */
export function classify(kind: ActionKind, status: number, text: string): AnswerClass {
  if (status >= 200 && status < 300) return 'ok';
  switch (status) {
    case 400:
      return classify400(kind, text);
    case 401:
      // A missing right and a foreign id also come as 401: a new token would not help.
      return /scope|client[ -]?id|must match/i.test(text) ? 'forbidden' : 'token';
    case 403:
      return 'forbidden';
    case 404:
      return 'not_found';
    case 409:
      return 'conflict';
    case 429:
      return 'rate_limited';
    default:
      return status >= 500 ? 'transient' : 'invalid';
  }
}

/** Makes the failure, with the platform's own code and text. */
export function failed(
  errorClass: ErrorClass,
  detail?: string,
  more: { readonly native?: string; readonly retryAt?: number } = {},
): PerformResult {
  return { kind: 'failed', errorClass, fault: fault(FAULT_OF[errorClass], detail, more) };
}

const FAULT_OF: Readonly<Record<ErrorClass, FaultCode>> = {
  not_found: 'not_found',
  target_protected: 'target_protected',
  auth_expired: 'auth_expired',
  forbidden: 'forbidden',
  invalid: 'platform_refused',
  conflict: 'conflict',
  rate_limited: 'rate_limited',
  transient: 'unreachable',
  unknown_outcome: 'unknown_outcome',
  unsupported: 'unsupported',
};

function classify400(kind: ActionKind, text: string): AnswerClass {
  if ((kind === 'ban' || kind === 'mute') && /already (?:banned|timed out)/i.test(text)) return 'already';
  if ((kind === 'unban' || kind === 'unmute') && /not (?:banned|timed out)/i.test(text)) return 'already';
  if (/may not be (?:banned|put in a timeout|timed out|warned)/i.test(text)) return 'target_protected';
  if (kind === 'delete' && /moderator|broadcaster/i.test(text) && /may not|cannot|another/i.test(text)) {
    return 'target_protected';
  }
  return 'invalid';
}
