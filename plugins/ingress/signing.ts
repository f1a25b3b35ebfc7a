import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { fault } from '../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';

/** The three headers of a signed request, in both directions. */
export const SIGNATURE_HEADERS = {
  timestamp: 'x-changkong-timestamp',
  nonce: 'x-changkong-nonce',
  signature: 'x-changkong-signature',
} as const;

/** How far a timestamp may be from our clock, milliseconds. */
export const WINDOW_MS = 300_000;

/** What a signed request says about itself, as text: exactly what was signed. */
export interface SignatureParts {
  /** Epoch milliseconds, 13 digits. */
  readonly timestamp: string;
  /** 16..128 of `A-Z a-z 0-9 _ -`; without dots, so that the signed text has one reading. */
  readonly nonce: string;
  /** 64 lower-case hexadecimal digits. */
  readonly signature: string;
}

type HeaderBag = Readonly<Record<string, string | readonly string[] | undefined>>;

/** HMAC-SHA256 of `timestamp.nonce.body`, in lower-case hexadecimal. */
export function sign(secret: string, timestamp: string, nonce: string, body: Uint8Array | string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${nonce}.`).update(body).digest('hex');
}

/** The headers that make a request a signed one. `now` in epoch milliseconds. */
export function signedHeaders(
  secret: string,
  now: number,
  nonce: string,
  body: Uint8Array | string,
): Readonly<Record<string, string>> {
  const timestamp = String(now);
  return {
    [SIGNATURE_HEADERS.timestamp]: timestamp,
    [SIGNATURE_HEADERS.nonce]: nonce,
    [SIGNATURE_HEADERS.signature]: sign(secret, timestamp, nonce, body),
  };
}

/** Reads the three headers; `bad_timestamp` or `bad_signature` where one is missing or malformed. */
export function readSignatureHeaders(headers: HeaderBag): Result<SignatureParts> {
  return readSignature({
    timestamp: headers[SIGNATURE_HEADERS.timestamp],
    nonce: headers[SIGNATURE_HEADERS.nonce],
    signature: headers[SIGNATURE_HEADERS.signature],
  });
}

/** The same for values that came another way (the first frame of a socket). */
export function readSignature(value: {
  readonly timestamp?: unknown;
  readonly nonce?: unknown;
  readonly signature?: unknown;
}): Result<SignatureParts> {
  const { timestamp, nonce, signature } = value;
  if (typeof timestamp !== 'string' || !/^\d{13}$/.test(timestamp))
    return fail(fault('bad_timestamp', 'the timestamp must be epoch milliseconds, 13 digits'));
  if (typeof nonce !== 'string' || !/^[A-Za-z0-9_-]{16,128}$/.test(nonce))
    return fail(fault('bad_signature', 'the nonce must be 16 to 128 of A-Z a-z 0-9 _ -'));
  if (typeof signature !== 'string' || !/^[0-9a-f]{64}$/.test(signature))
    return fail(fault('bad_signature', 'the signature must be 64 lower-case hexadecimal digits'));
  return ok({ timestamp, nonce, signature });
}

/** Refuses a timestamp that is more than {@link WINDOW_MS} from `now`, on either side. */
export function checkFresh(parts: SignatureParts, now: number): Result<SignatureParts> {
  const ahead = Number(parts.timestamp) - now;
  if (Math.abs(ahead) <= WINDOW_MS) return ok(parts);
  const side = ahead > 0 ? 'ahead of' : 'behind';
  return fail(fault('bad_timestamp', `${Math.abs(ahead)} ms ${side} our clock`));
}

/** Compares in constant time. */
export function checkSignature(
  parts: SignatureParts,
  secret: string,
  body: Uint8Array | string,
): Result<SignatureParts> {
  const expected = Buffer.from(sign(secret, parts.timestamp, parts.nonce, body), 'hex');
  const given = Buffer.from(parts.signature, 'hex');
  return timingSafeEqual(expected, given) ? ok(parts) : fail(fault('bad_signature'));
}

/**
 * Under what a nonce is remembered, and until when (epoch ms). The key belongs to the secret and not
 * to the room: a request signed for one room cannot be replayed to another that shares the secret.
 */
export function nonceClaim(
  parts: SignatureParts,
  secret: string,
): { readonly key: string; readonly until: number } {
  const owner = createHash('sha256').update(secret).digest('hex').slice(0, 16);
  return { key: `${owner}:${parts.nonce}`, until: Number(parts.timestamp) + WINDOW_MS + 1 };
}
