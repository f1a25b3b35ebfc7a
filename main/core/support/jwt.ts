import { createHmac, timingSafeEqual } from 'node:crypto';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';

const MAX_TOKEN = 4_000;
const HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');

/** Signs claims as a compact JWT (RFC 7519) with HS256. */
export function signJwt(claims: Readonly<Record<string, unknown>>, secret: string): string {
  const body = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${body}.${signature(body, secret)}`;
}

/**
 * The claims of a token that one of the secrets signed. Only HS256 is taken, whatever the header
 * says. Faults: `bad_signature`, `bad_timestamp` (expired, not yet valid, or without an expiry).
 */
export function readJwt(
  token: string,
  secrets: readonly string[],
  now: number,
): Result<{ readonly claims: Readonly<Record<string, unknown>>; readonly key: number }> {
  const parts = token.length > MAX_TOKEN ? [] : token.split('.');
  const [head = '', payload = '', given = ''] = parts;
  const header = parts.length === 3 ? objectOf(head) : null;
  if (header === null || header.alg !== 'HS256') return fail(fault('bad_signature', 'HS256'));
  const key = secrets.findIndex((secret) => isSame(given, signature(`${head}.${payload}`, secret)));
  if (key < 0) return fail(fault('bad_signature'));
  const claims = objectOf(payload);
  if (claims === null) return fail(fault('bad_signature', 'payload'));
  const { exp, nbf } = claims;
  if (typeof exp !== 'number' || exp * 1_000 <= now) return fail(fault('bad_timestamp', 'exp'));
  if (typeof nbf === 'number' && nbf * 1_000 > now + 60_000) return fail(fault('bad_timestamp', 'nbf'));
  return ok({ claims, key });
}

function signature(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64url');
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function objectOf(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
