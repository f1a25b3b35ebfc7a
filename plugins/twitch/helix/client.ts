import type { HttpFetch } from '../../../shared/plugin/sign-in.ts';
import type { Account } from '../account/account.ts';
import { type HttpOutcome, send } from '../http.ts';
import type { HelixRequest } from './requests.ts';

/** Sends one call with the account's token and its application's id. */
export function callHelix(
  deps: { readonly fetch: HttpFetch; readonly helixUrl: string; readonly timeoutMs: number },
  account: Account,
  request: HelixRequest,
): Promise<HttpOutcome> {
  const query = new URLSearchParams(request.query).toString();
  const headers: Record<string, string> = {
    authorization: `Bearer ${account.accessToken}`,
    'client-id': account.clientId,
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const init = {
    method: request.method,
    headers,
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  };
  return send(deps.fetch, `${deps.helixUrl}${request.path}${query ? `?${query}` : ''}`, init, deps.timeoutMs);
}
