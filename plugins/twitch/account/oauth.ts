import { type Fault, fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { HttpFetch } from '../../../shared/plugin/sign-in.ts';
import { type HttpOutcome, readJson, send } from '../http.ts';
import type { Account } from './account.ts';
import { MessageAnswerSchema, TokenAnswerSchema, ValidateAnswerSchema } from './oauth.external.ts';

/** Where identity lives, and how to reach it. */
export interface OauthServer {
  readonly fetch: HttpFetch;
  /** `https://id.twitch.tv/oauth2`, without a slash at the end. */
  readonly idUrl: string;
  /** Epoch ms. */
  readonly now: () => number;
}

const TIMEOUT_MS = 10_000;

/** Sends a form and gives the raw outcome. */
export function postForm(
  server: OauthServer,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<HttpOutcome> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  };
  return send(server.fetch, `${server.idUrl}${path}`, init, TIMEOUT_MS);
}

/**
 * Asks whose token this is. `auth_expired` where it is of no use any more, `unreachable` where nobody
 * answered.
 */
export async function validateToken(
  server: OauthServer,
  accessToken: string,
  refreshToken: string | null,
): Promise<Result<Account>> {
  const init = { headers: { authorization: `OAuth ${accessToken}` } };
  const outcome = await send(server.fetch, `${server.idUrl}/validate`, init, TIMEOUT_MS);
  if (outcome.kind !== 'answer') return fail(fault('unreachable', outcome.why));
  if (outcome.status === 401) return fail(fault('auth_expired', undefined, { native: '401' }));
  if (outcome.status !== 200) return fail(unexpected(outcome));
  const parsed = ValidateAnswerSchema.safeParse(readJson(outcome.text));
  if (!parsed.success) return fail(fault('platform_refused', 'the answer to /validate has another shape'));
  const { client_id, user_id, login, scopes, expires_in } = parsed.data;
  return ok({
    v: 1,
    accessToken,
    refreshToken,
    clientId: client_id,
    userId: user_id,
    login: login.toLowerCase(),
    scopes: scopes ?? [],
    expiresAt: expires_in === 0 ? null : server.now() + expires_in * 1000,
  });
}

/**
 * Changes a refresh token for a new pair. Twitch takes a public client's refresh token once only, so the
 * new one must be stored at once. `auth_expired` where it was refused.
 */
export async function refreshTokens(
  server: OauthServer,
  account: Account,
): Promise<Result<{ readonly accessToken: string; readonly refreshToken: string | null }>> {
  if (account.refreshToken === null) {
    return fail(fault('auth_expired', 'a pasted token cannot be renewed; sign in again'));
  }
  const outcome = await postForm(server, '/token', {
    client_id: account.clientId,
    grant_type: 'refresh_token',
    refresh_token: account.refreshToken,
  });
  if (outcome.kind !== 'answer') return fail(fault('unreachable', outcome.why));
  if (outcome.status === 400 || outcome.status === 401) {
    return fail(fault('auth_expired', messageOf(outcome.text), { native: String(outcome.status) }));
  }
  const parsed = TokenAnswerSchema.safeParse(readJson(outcome.text));
  if (outcome.status !== 200 || !parsed.success) return fail(unexpected(outcome));
  return ok({
    accessToken: parsed.data.access_token,
    refreshToken: parsed.data.refresh_token ?? account.refreshToken,
  });
}

/** The platform's own words, shortened. */
export function messageOf(text: string): string {
  const parsed = MessageAnswerSchema.safeParse(readJson(text));
  return (parsed.success && parsed.data.message !== '' ? parsed.data.message : text).slice(0, 300);
}

/** An answer that this call should not give. */
export function unexpected(answer: { readonly status: number; readonly text: string }): Fault {
  const code =
    answer.status >= 500 ? 'unreachable' : answer.status === 429 ? 'rate_limited' : 'platform_refused';
  return fault(code, messageOf(answer.text), { native: String(answer.status) });
}
