import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../../shared/domain/effects.ts';
import { exhaustive } from '../../../shared/domain/result.ts';
import { checkFresh, checkSignature, readSignatureHeaders } from '../signing.ts';
import type { ShortEvent } from './sender.ts';

/** What the platform does with the next call. */
export type PlatformAnswer =
  | { readonly kind: 'accept'; readonly expiresAt?: number | null; readonly already?: boolean }
  | {
      readonly kind: 'refuse';
      readonly status: number;
      readonly code?: string;
      readonly detail?: string;
      readonly retryAfterSec?: number;
    }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Cuts the connection after reading the call. */
  | { readonly kind: 'cut' }
  /** Answers 200 with something else. */
  | { readonly kind: 'garbage' };

/** A call that was signed properly. */
export interface PlatformCall {
  readonly actionId: string;
  readonly kind: string;
  readonly target?: { readonly id: string | null; readonly name: string };
  readonly messageId?: string;
  readonly durationSec?: number | null;
  readonly value?: number;
  readonly text?: string;
  readonly reason?: string;
}

/** A small platform that takes signed calls, strictly. */
export interface Platform {
  readonly callbackUrl: string;
  /** Calls in the order they came, without repeats of the same action. */
  readonly calls: readonly PlatformCall[];
  /** How often a known action was sent again. */
  readonly repeats: () => number;
  /** Why calls were turned away. */
  readonly refusals: readonly string[];
  /** Answers to come, in order; after them every call is accepted. */
  readonly script: (answers: readonly PlatformAnswer[]) => void;
  readonly close: () => Promise<void>;
}

/** Starts the platform on a free loopback port. */
export async function startPlatform(options: {
  readonly callbackSecret: string;
  readonly clock: Clock;
  /** Hears each accepted call, for instance to send the confirming event. */
  readonly onAction?: (call: PlatformCall) => void;
}): Promise<Platform> {
  const calls: PlatformCall[] = [];
  const refusals: string[] = [];
  const nonces = new Set<string>();
  const answered = new Map<string, string>();
  let answers: readonly PlatformAnswer[] = [];
  let repeats = 0;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const reason = refusal(request, body);
    if (reason !== null) {
      refusals.push(reason);
      return reply(response, 401, { error: { code: 'auth_expired', detail: reason } });
    }
    const call = JSON.parse(body.toString('utf8')) as PlatformCall;
    const before = answered.get(call.actionId);
    if (before !== undefined) {
      repeats += 1;
      return reply(response, 200, JSON.parse(before));
    }
    const [answer = { kind: 'accept' }, ...rest] = answers;
    answers = rest;
    act(call, answer, response);
  }

  function refusal(request: IncomingMessage, body: Buffer): string | null {
    if (request.method !== 'POST') return 'method';
    const parts = readSignatureHeaders(request.headers);
    if (!parts.ok) return parts.fault.code;
    const fresh = checkFresh(parts.value, options.clock.now());
    if (!fresh.ok) return fresh.fault.code;
    const signed = checkSignature(parts.value, options.callbackSecret, body);
    if (!signed.ok) return signed.fault.code;
    if (nonces.has(parts.value.nonce)) return 'nonce_replayed';
    nonces.add(parts.value.nonce);
    const { actionId } = JSON.parse(body.toString('utf8')) as Partial<PlatformCall>;
    return actionId !== undefined && request.headers['idempotency-key'] === actionId
      ? null
      : 'idempotency-key';
  }

  function act(call: PlatformCall, answer: PlatformAnswer, response: ServerResponse): void {
    switch (answer.kind) {
      case 'accept': {
        const { kind: _, ...more } = answer;
        const result = { accepted: true, ...more };
        calls.push(call);
        answered.set(call.actionId, JSON.stringify(result));
        reply(response, 200, result);
        options.onAction?.(call);
        return;
      }
      case 'refuse': {
        const { status, code, detail, retryAfterSec } = answer;
        if (retryAfterSec !== undefined) response.setHeader('retry-after', String(retryAfterSec));
        reply(response, status, code === undefined ? null : { error: { code, detail } });
        return;
      }
      case 'hang':
        calls.push(call);
        return;
      case 'cut':
        calls.push(call);
        response.destroy();
        return;
      case 'garbage':
        reply(response, 200, { fine: 'yes' });
        return;
      default:
        exhaustive(answer);
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    callbackUrl: `http://127.0.0.1:${port}/live/actions`,
    calls,
    refusals,
    repeats: () => repeats,
    script(next) {
      answers = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The event by which the platform confirms a call (without its sequence number). */
export function confirmation(call: PlatformCall, id: string, at: number): ShortEvent {
  const { target, durationSec, messageId, value, reason } = call;
  return {
    kind: 'mod_action',
    id,
    at,
    ...(target === undefined ? {} : { target }),
    mod: {
      action: call.kind,
      origin: 'self',
      correlationId: call.actionId,
      ...(typeof durationSec === 'number' ? { durationSec } : {}),
      ...(messageId === undefined ? {} : { messageId }),
      ...(value === undefined ? {} : { value }),
      ...(reason === undefined ? {} : { reason }),
    },
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
