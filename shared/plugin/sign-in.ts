import type { Clock } from '../domain/effects.ts';
import type { Result } from '../domain/result.ts';
import type { Secrets } from './secrets.ts';

/** How an account signs in to a platform: by a code typed on another page, or by a pasted token. */
export interface SignIn<S> {
  /** Asks for a code that a person types on the platform's own page. */
  readonly start: (settings: S, deps: SignInDeps) => Promise<Result<DeviceCode>>;
  /** Asks whether the person is done. Call no faster than `intervalSec`. Stores the secret when done. */
  readonly poll: (settings: S, deviceCode: string, deps: SignInDeps) => Promise<Result<SignInProgress<S>>>;
  /** Checks a pasted token and stores it. */
  readonly paste: (settings: S, token: string, deps: SignInDeps) => Promise<Result<SignedIn<S>>>;
  /** Forgets the account's secret. */
  readonly forget: (settings: S, deps: SignInDeps) => Promise<Result<null>>;
}

/** What a sign-in may use. The secret goes only into `secrets`, never into an answer or a log. */
export interface SignInDeps {
  readonly fetch: HttpFetch;
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** The part of the global `fetch` that plugins use; the global one fits. */
export type HttpFetch = (url: string, init?: HttpInit) => Promise<HttpAnswer>;

export interface HttpInit {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** Tokens must not follow a redirect to another host. */
  readonly redirect?: 'error';
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly text: () => Promise<string>;
}

/** What to show to the person who signs in. */
export interface DeviceCode {
  /** Handed back to `poll`; not shown. */
  readonly deviceCode: string;
  /** Typed on the page at `verificationUri`. */
  readonly userCode: string;
  readonly verificationUri: string;
  /** Epoch ms after which the code is of no use. */
  readonly expiresAt: number;
  readonly intervalSec: number;
}

export type SignInProgress<S> =
  | { readonly kind: 'pending' }
  | { readonly kind: 'done'; readonly account: SignedIn<S> };

/** Who is signed in, without the secret itself. */
export interface SignedIn<S> {
  readonly userId: string;
  readonly login: string;
  readonly scopes: readonly string[];
  /** Rights that some actions need and that were not given. */
  readonly missingScopes: readonly string[];
  /** Epoch ms; null where the token has no end. */
  readonly expiresAt: number | null;
  /** Settings of the room to change, so that its connection finds the secret. */
  readonly settings: Partial<S>;
}
