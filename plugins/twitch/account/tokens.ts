import type { Clock } from '../../../shared/domain/effects.ts';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Secrets } from '../../../shared/plugin/secrets.ts';
import type { HttpFetch } from '../../../shared/plugin/sign-in.ts';
import { secretName, type TwitchSettings } from '../settings.ts';
import { type Account, readAccount, writeAccount } from './account.ts';
import { type OauthServer, refreshTokens, validateToken } from './oauth.ts';

/** The acting account's token: read, checked hourly, renewed once when it fails, then parked. */
export interface Tokens {
  /** The account to act with, checked within the last hour. */
  readonly current: () => Promise<Result<Account>>;
  /** After a 401: renews the token. Where that fails nothing is sent until another sign-in. */
  readonly renew: () => Promise<Result<Account>>;
  /** After a 401 with a token that was just renewed: waits for another sign-in. */
  readonly park: (why: Fault) => void;
  /** Whether the token was refused and another sign-in is awaited. */
  readonly isParked: () => boolean;
}

export interface TokensDeps {
  readonly settings: TwitchSettings;
  readonly secrets: Secrets;
  readonly fetch: HttpFetch;
  readonly clock: Clock;
  /** Told when the operator is needed (a fault), and when it works again (null). */
  readonly onState: (trouble: Fault | null) => void;
}

/** Twitch asks clients to validate every hour. */
export const VALIDATE_EVERY_MS = 3_600_000;

/** Renewed this long before its end. */
const EARLY_MS = 60_000;

/** Reads the secret anew each time, so that a new sign-in is found without a reconnect. */
export function createTokens(deps: TokensDeps): Tokens {
  const name = secretName(deps.settings);
  const server: OauthServer = { fetch: deps.fetch, idUrl: deps.settings.idUrl, now: deps.clock.now };
  /** The secret that was refused, and why; another secret lifts it. */
  let parked: { readonly secret: string; readonly why: Fault } | null = null;
  let checked: { readonly secret: string; readonly at: number } | null = null;
  let renewing: Promise<Result<Account>> | null = null;

  const load = async (): Promise<Result<{ secret: string; account: Account }>> => {
    const secret = await deps.secrets.get(name);
    if (secret === null) return fail(fault('auth_expired', `no account is signed in for ${name}`));
    if (parked !== null && parked.secret === secret) return fail(parked.why);
    const account = readAccount(secret);
    if (account === null)
      return fail(fault('auth_expired', 'the stored sign-in cannot be read; sign in again'));
    return ok({ secret, account });
  };

  /** Writes the account back, unless somebody signed in anew since it was read. */
  const store = async (account: Account, readAs: string): Promise<Result<Account>> => {
    if ((await deps.secrets.get(name)) !== readAs) return ok(account);
    const secret = writeAccount(account);
    if (secret !== readAs) await deps.secrets.set(name, secret);
    checked = { secret, at: deps.clock.now() };
    parked = null;
    deps.onState(null);
    return ok(account);
  };

  const park = (secret: string, why: Fault) => {
    parked = { secret, why };
    deps.onState(why);
  };

  const renewNow = async (): Promise<Result<Account>> => {
    const loaded = await load();
    if (!loaded.ok) return loaded;
    const { secret, account } = loaded.value;
    const pair = await refreshTokens(server, account);
    if (!pair.ok) {
      if (pair.fault.code === 'auth_expired') park(secret, pair.fault);
      return pair;
    }
    // Stored before it is checked: the old refresh token is used up.
    const renewed = writeAccount({ ...account, ...pair.value });
    await deps.secrets.set(name, renewed);
    const valid = await validateToken(server, pair.value.accessToken, pair.value.refreshToken);
    if (valid.ok) return store(valid.value, renewed);
    if (valid.fault.code === 'auth_expired') park(renewed, valid.fault);
    return valid;
  };

  const renew = () => {
    renewing ??= renewNow().finally(() => {
      renewing = null;
    });
    return renewing;
  };

  const current = async (): Promise<Result<Account>> => {
    const loaded = await load();
    if (!loaded.ok) {
      deps.onState(loaded.fault);
      return loaded;
    }
    const { secret, account } = loaded.value;
    const now = deps.clock.now();
    if (account.expiresAt !== null && account.expiresAt - EARLY_MS <= now && account.refreshToken !== null) {
      return renew();
    }
    if (checked !== null && checked.secret === secret && now - checked.at < VALIDATE_EVERY_MS)
      return ok(account);
    const valid = await validateToken(server, account.accessToken, account.refreshToken);
    if (valid.ok) return store(valid.value, secret);
    if (valid.fault.code === 'auth_expired') return renew();
    // Nobody answered: the token may well be good, and Helix will say so.
    return ok(account);
  };

  return {
    current,
    renew,
    isParked: () => parked !== null,
    park: (why) => {
      if (checked !== null) park(checked.secret, why);
    },
  };
}
