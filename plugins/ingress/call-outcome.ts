import { z } from 'zod';
import type { ActionKind } from '../../shared/domain/action.ts';
import { type FaultCode, fault } from '../../shared/domain/fault.ts';
import type { ErrorClass, PerformResult } from '../../shared/plugin/plugin.ts';
import { retryAt } from './read-answer.ts';

const AcceptedSchema = z.object({
  accepted: z.literal(true),
  /** Epoch ms; null where the sanction has no end. */
  expiresAt: z.number().int().nullish(),
  /** It was already so. */
  already: z.boolean().optional(),
  nativeId: z.string().max(256).optional(),
});

const CLASSES = [
  'not_found',
  'target_protected',
  'auth_expired',
  'forbidden',
  'invalid',
  'conflict',
  'rate_limited',
  'transient',
  'unknown_outcome',
  'unsupported',
] as const satisfies readonly ErrorClass[];

const RefusedSchema = z.object({
  error: z.object({ code: z.string().max(128), detail: z.string().max(2_000).optional() }),
});

const STATUS_CLASS: Readonly<Record<number, ErrorClass>> = {
  401: 'auth_expired',
  403: 'forbidden',
  404: 'not_found',
  405: 'unsupported',
  408: 'transient',
  409: 'conflict',
  410: 'not_found',
  425: 'transient',
  429: 'rate_limited',
  501: 'unsupported',
};

const FAULT_OF: Readonly<Record<ErrorClass, FaultCode>> = {
  not_found: 'not_found',
  target_protected: 'target_protected',
  auth_expired: 'auth_expired',
  forbidden: 'platform_refused',
  invalid: 'platform_refused',
  conflict: 'conflict',
  rate_limited: 'rate_limited',
  transient: 'unreachable',
  unknown_outcome: 'unknown_outcome',
  unsupported: 'unsupported',
};

/** Repeating these changes nothing; a mute would start its clock again, a warning or a text come twice. */
const REPEATABLE: ReadonlySet<ActionKind> = new Set([
  'unmute',
  'ban',
  'unban',
  'delete',
  'slow_mode',
  'room_mute',
]);

/** The connection was never made. */
export const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What an answer says became of the action. `answer` is its JSON, undefined where it has none. */
export function judge(kind: ActionKind, response: Response, answer: unknown, now: number): PerformResult {
  const { status } = response;
  if (response.ok) {
    const accepted = AcceptedSchema.safeParse(answer);
    if (!accepted.success) return failed('unknown_outcome', `status ${status} without {"accepted": true}`);
    const { already, nativeId, expiresAt } = accepted.data;
    return {
      kind: 'accepted',
      ...(already === true ? { noop: true } : {}),
      ...(nativeId === undefined ? {} : { nativeId }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    };
  }
  const refused = RefusedSchema.safeParse(answer);
  const native = refused.success ? refused.data.error.code : String(status);
  const detail = refused.success ? (refused.data.error.detail ?? native) : `status ${status}`;
  const more = { native, ...retryAt(response, now) };
  if (status >= 500 && status !== 501) return failed(lost(kind), detail, more);
  const named = CLASSES.find((name) => refused.success && name === refused.data.error.code);
  return failed(named ?? STATUS_CLASS[status] ?? 'invalid', detail, more);
}

/** A failed call, with the fault that fits its class. */
export function failed(
  errorClass: ErrorClass,
  detail: string,
  more: { native?: string; retryAt?: number } = {},
): PerformResult {
  return { kind: 'failed', errorClass, fault: fault(FAULT_OF[errorClass], detail, more) };
}

/** The class of a call that may have arrived. */
export function lost(kind: ActionKind): ErrorClass {
  return REPEATABLE.has(kind) ? 'transient' : 'unknown_outcome';
}
