import { z } from 'zod';
import { checkCallbackUrl } from '../../../plugins/ingress/callback-url.ts';
import { causeOf, readAnswer, retryAt } from '../../../plugins/ingress/read-answer.ts';
import { signedHeaders } from '../../../plugins/ingress/signing.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import type { WebhookDelivery } from '../../store/records.ts';
import type { Attempt, Webhook } from './deliveries.ts';

/** Milliseconds another system may take to answer. */
export const ATTEMPT_TIMEOUT_MS = 10_000;

/** What a system may say in its answer. */
export interface HookAnswer {
  readonly externalId?: string | undefined;
  readonly url?: string | undefined;
  readonly status?: string | undefined;
}

/** What an attempt needs. */
export interface AttemptDeps {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly timeoutMs: number;
  /** Ends a call early when the core stops. */
  readonly signal: AbortSignal;
}

/**
 * Sends a delivery once, signed anew. The delivery's id goes along as `idempotency-key`: after a
 * restart the same delivery may come twice. Never throws for expected failures.
 */
export async function attemptDelivery(
  row: WebhookDelivery,
  hook: Webhook,
  deps: AttemptDeps,
): Promise<{ readonly attempt: Attempt; readonly answer: HookAnswer }> {
  const url = checkCallbackUrl(hook.url, hook.allowPrivateNetwork === true);
  if (!url.ok)
    return {
      attempt: { kind: 'unreached', reason: url.fault.detail ?? url.fault.code, final: true },
      answer: {},
    };
  const headers = {
    ...signedHeaders(hook.secret, deps.clock.now(), deps.ids.next(), row.body),
    'content-type': 'application/json; charset=utf-8',
    'idempotency-key': row.id,
    'x-changkong-event': row.event,
    'x-changkong-hook': row.hook,
  };
  const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(deps.timeoutMs)]);
  try {
    const response = await deps.fetch(url.value, {
      method: 'POST',
      headers,
      body: row.body,
      redirect: 'manual',
      signal,
    });
    const { status } = response;
    const answer = AnswerSchema.safeParse(await readAnswer(response));
    const attempt: Attempt = { kind: 'answered', status, ...retryAt(response, deps.clock.now()) };
    return { attempt, answer: response.ok && answer.success ? answer.data : {} };
  } catch (error) {
    return { attempt: { kind: 'unreached', reason: causeOf(error) }, answer: {} };
  }
}

const AnswerSchema = z.object({
  externalId: z.string().max(256).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
  status: z.string().max(64).optional(),
});
