import type { Action } from '../../shared/domain/action.ts';
import type { Clock, Ids } from '../../shared/domain/effects.ts';
import type { PerformResult } from '../../shared/plugin/plugin.ts';
import { failed, judge, lost, NEVER_SENT } from './call-outcome.ts';
import { causeOf, readAnswer } from './read-answer.ts';
import { signedHeaders } from './signing.ts';

/** How long the platform may take to answer, milliseconds. */
export const CALL_TIMEOUT_MS = 5_000;

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
