import { createHash, randomBytes } from 'node:crypto';

/** A new secret: 24 random bytes, base64url. Only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** SHA-256 in hex: what the store keeps of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
