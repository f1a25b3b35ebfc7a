import { z } from 'zod';
import type { Action, ActionKind } from '../../shared/domain/action.ts';
import type { Clock, Ids } from '../../shared/domain/effects.ts';
import { type FaultCode, fault } from '../../shared/domain/fault.ts';
import type { ErrorClass, PerformResult } from '../../shared/plugin/plugin.ts';
import { signedHeaders } from './signing.ts';

/** How long the platform may take to answer, milliseconds. */
export const CALL_TIMEOUT_MS = 5_000;
/** Bytes of an answer that are read. */
const MAX_ANSWER = 65_536;

/** What a call needs. */
export interface CallOptions {
  readonly url: URL;
  readonly secret: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly timeoutMs: number;
}

/** The body of the call: the action as far as the platform must know it. */
export function callBody(action: Action): string {
  const { id, roomId, kind, target, messageId, durationSec, value, text, reason, actor } = action;
  const person = target && { id: target.nativeId, name: target.name };
  const by = { kind: actor.kind, id: actor.id, name: actor.name };
  return JSON.stringify({
    actionId: id,
    roomId,
    kind,
    target: person,
    messageId,
    durationSec,
    value,
    text,
    reason,
    actor: by,
  });
}

/**
 * Sends one action as a signed POST and says what became of it. A call that may have arrived is
 * `transient` only where a repeat does no harm, else `unknown_outcome`. Never throws.
 */
export async function call(action: Action, options: CallOptions): Promise<PerformResult> {
  const body = callBody(action);
  const headers = {
    ...signedHeaders(options.secret, options.clock.now(), options.ids.next(), body),
    'content-type': 'application/json; charset=utf-8',
    'idempotency-key': action.id,
  };
  try {
    const response = await options.fetch(options.url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    return judge(action.kind, response, await readAnswer(response), options.clock.now());
  } catch (error) {
    const reason = causeOf(error);
    return failed(NEVER_SENT.has(reason) ? 'transient' : lost(action.kind), reason);
  }
}

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
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

function judge(kind: ActionKind, response: Response, answer: unknown, now: number): PerformResult {
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

function failed(
  errorClass: ErrorClass,
  detail: string,
  more: { native?: string; retryAt?: number } = {},
): PerformResult {
  return { kind: 'failed', errorClass, fault: fault(FAULT_OF[errorClass], detail, more) };
}

function lost(kind: ActionKind): ErrorClass {
  return REPEATABLE.has(kind) ? 'transient' : 'unknown_outcome';
}

function retryAt(response: Response, now: number): { retryAt?: number } {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return seconds >= 0 && seconds <= 86_400 ? { retryAt: now + seconds * 1_000 } : {};
}

async function readAnswer(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_ANSWER) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error.name === 'TimeoutError' ? 'timeout' : error.message;
}
