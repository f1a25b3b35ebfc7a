import { z } from 'zod';
import { readJson } from '../http.ts';

export const AccountSchema = z.object({
  v: z.literal(1),
  accessToken: z.string().min(1).max(512),
  /** Null for a pasted token. */
  refreshToken: z.string().max(512).nullable(),
  /** The application that the token was given to; Helix wants it beside the token. */
  clientId: z.string().min(1).max(128),
  userId: z.string().regex(/^\d{1,20}$/),
  login: z.string().min(1).max(64),
  scopes: z.array(z.string()),
  /** Epoch ms; null where the token has no end. */
  expiresAt: z.number().nullable(),
});
/** A signed-in account, as it is kept in the secret store. Never logged, never sent to a page. */
export type Account = Readonly<z.infer<typeof AccountSchema>>;

/** Rights asked for at sign-in: what the actions of this plugin need (PROTOCOLS §1.2), no more. */
export const WANTED_SCOPES = [
  'moderator:manage:banned_users',
  'moderator:manage:warnings',
  'moderator:manage:chat_messages',
  'moderator:manage:chat_settings',
  'user:write:chat',
] as const;
export type WantedScope = (typeof WANTED_SCOPES)[number];

/** Writes an account for the secret store. */
export function writeAccount(account: Account): string {
  return JSON.stringify(account);
}

/** Reads it back; null where it is no account. */
export function readAccount(text: string): Account | null {
  const parsed = AccountSchema.safeParse(readJson(text));
  return parsed.success ? parsed.data : null;
}

/** Rights that are missing for some action. */
export function missingScopes(scopes: readonly string[]): readonly string[] {
  return WANTED_SCOPES.filter((scope) => !scopes.includes(scope));
}
