import { FAULTS, type Fault, type FaultCode } from '../../shared/domain/fault.ts';
import type { PluginHttpResponse } from '../../shared/plugin/plugin.ts';

/** Bounds of the contract. Larger input is refused, never cut. */
export const INGRESS_LIMITS = {
  /** Events in one batch. */
  events: 500,
  /** Bytes of a body or a frame. */
  bytes: 1_048_576,
  /** UTF-16 units of one event, written as JSON. */
  eventChars: 65_536,
  /** Objects and lists inside one another. */
  depth: 16,
} as const;

/** Why one event of a batch was not taken. */
export interface RejectedEvent {
  /** Its place in the list that was sent, from 0. */
  readonly index: number;
  /** Its sequence number, where it had a usable one. */
  readonly seq?: number;
  readonly code: FaultCode;
  readonly detail: string;
}

/** Sequence numbers that never came, both ends inclusive. */
export interface SequenceGap {
  readonly fromSeq: number;
  readonly toSeq: number;
}

/** The answer to a batch: `accepted + duplicate + rejected.length` is what was sent. */
export interface IngressReply {
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: readonly RejectedEvent[];
  readonly gaps: readonly SequenceGap[];
  /** The highest sequence number that need not be sent again; 0 where there is none yet. */
  readonly ack: { readonly seq: number };
}

/** An error as the other side reads it. */
export interface IngressError {
  readonly code: FaultCode;
  readonly text: { readonly zh: string; readonly en: string };
  readonly detail?: string;
}

/** The fault in both languages. */
export function errorOf(fault: Fault): IngressError {
  const [zh, en] = FAULTS[fault.code];
  return {
    code: fault.code,
    text: { zh, en },
    ...(fault.detail === undefined ? {} : { detail: fault.detail }),
  };
}

/** The HTTP status of a fault that the contract can give. */
export function statusOf(fault: Fault): number {
  switch (fault.code) {
    case 'bad_signature':
    case 'bad_timestamp':
    case 'nonce_replayed':
      return 401;
    case 'not_found':
      return 404;
    case 'too_large':
      return 413;
    case 'overloaded':
    case 'rate_limited':
      return 429;
    case 'unreachable':
    case 'store_failed':
      return 503;
    default:
      return 400;
  }
}

/** A refusal; `retry-after` (seconds) goes with 429 and 503. The hub uses it for unknown rooms, too. */
export function refuse(
  fault: Fault,
  status: number = statusOf(fault),
  headers: Readonly<Record<string, string>> = {},
): PluginHttpResponse {
  const retry: Readonly<Record<string, string>> =
    status === 429 || status === 503 ? { 'retry-after': String(RETRY_AFTER_SEC) } : {};
  return answer(status, { error: errorOf(fault) }, { ...retry, ...headers });
}

/** A JSON answer. */
export function answer(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): PluginHttpResponse {
  const fixed = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers: { ...fixed, ...headers }, body: JSON.stringify(value) };
}

/** How long a sender that was told to slow down should wait, seconds. */
export const RETRY_AFTER_SEC = 1;
