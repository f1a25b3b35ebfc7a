import { z } from 'zod';
import { decodeJson, readBytes } from '../../../plugins/ingress/batch-body.ts';
import { hostileContent } from '../../../plugins/ingress/inspect.ts';
import { answer, refuse } from '../../../plugins/ingress/protocol.ts';
import {
  checkFresh,
  checkSignature,
  nonceClaim,
  readSignatureHeaders,
} from '../../../plugins/ingress/signing.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { type TicketState, TicketStateSchema } from '../../../shared/domain/ticket.ts';
import type { PluginHttpRequest, PluginHttpResponse } from '../../../shared/plugin/plugin.ts';

/** What another system says of a ticket. One of the two ids is there. */
export interface StatusCallback {
  readonly ticketId?: string | undefined;
  readonly externalId?: string | undefined;
  /** In the other system's words. */
  readonly status: string;
  /** Our state, where the status is the name of one. */
  readonly state?: TicketState | undefined;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
}

/** What reading a callback needs. */
export interface CallbackDeps {
  /** The hook's secret; null for a hook that is not there. */
  readonly secretOf: (hook: string) => string | null;
  readonly clock: Clock;
  /** Claims a nonce until a time (epoch ms); false when it was used. */
  readonly takeNonce: (key: string, expiresAt: number) => Promise<boolean>;
}

/**
 * Reads `POST /ingress/v1/hooks/{hook}`: `not_found`, `bad_signature`, `bad_timestamp`,
 * `nonce_replayed`, `too_large` or `invalid` where it is not to be believed.
 */
export async function parseStatusCallback(
  hook: string,
  request: Pick<PluginHttpRequest, 'headers' | 'body'>,
  deps: CallbackDeps,
): Promise<Result<StatusCallback>> {
  const secret = deps.secretOf(hook);
  if (secret === null) return fail(fault('not_found', `hook ${hook}`));
  const parts = readSignatureHeaders(request.headers);
  if (!parts.ok) return parts;
  const fresh = checkFresh(parts.value, deps.clock.now());
  if (!fresh.ok) return fresh;
  const bytes = await readBytes(request.body);
  if (!bytes.ok) return bytes;
  const signed = checkSignature(parts.value, secret, bytes.value);
  if (!signed.ok) return signed;
  const claim = nonceClaim(parts.value, secret);
  if (!(await deps.takeNonce(claim.key, claim.until))) return fail(fault('nonce_replayed'));
  const json = decodeJson(bytes.value);
  return json.ok ? readCallback(json.value) : json;
}

/** Answers the callback over HTTP; `apply` changes the ticket. */
export async function serveStatusCallback(
  hook: string,
  request: PluginHttpRequest,
  deps: CallbackDeps & { readonly apply: (callback: StatusCallback) => Promise<Result<unknown>> },
): Promise<PluginHttpResponse> {
  if (request.method !== 'POST') return refuse(fault('invalid', 'only POST'), 405, { allow: 'POST' });
  const callback = await parseStatusCallback(hook, request, deps);
  if (!callback.ok) return refuse(callback.fault);
  const applied = await deps.apply(callback.value);
  return applied.ok ? answer(200, { accepted: true }) : refuse(applied.fault);
}

const CallbackSchema = z
  .object({
    ticketId: z.string().min(1).max(64).optional(),
    externalId: z.string().min(1).max(256).optional(),
    status: z.string().min(1).max(64),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
    note: z.string().max(4_000).optional(),
  })
  .refine((value) => value.ticketId !== undefined || value.externalId !== undefined, {
    message: 'ticketId or externalId is needed',
  });

function readCallback(value: unknown): Result<StatusCallback> {
  const hostile = hostileContent(value);
  if (hostile !== null) return fail(hostile);
  const parsed = CallbackSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fail(fault('invalid', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? ''}`));
  }
  const state = TicketStateSchema.safeParse(parsed.data.status);
  return ok({ ...parsed.data, ...(state.success ? { state: state.data } : {}) });
}
