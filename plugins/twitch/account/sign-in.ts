import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type {
  DeviceCode,
  SignedIn,
  SignIn,
  SignInDeps,
  SignInProgress,
} from '../../../shared/plugin/sign-in.ts';
import { readJson } from '../http.ts';
import { secretName, type TwitchSettings } from '../settings.ts';
import { type Account, missingScopes, WANTED_SCOPES, writeAccount } from './account.ts';
import { DeviceAnswerSchema, TokenAnswerSchema } from './oauth.external.ts';
import { messageOf, type OauthServer, postForm, unexpected, validateToken } from './oauth.ts';

/** Begins the device code flow (dev.twitch.tv/docs/authentication/getting-tokens-oauth, DCF). */
export async function startDeviceSignIn(
  settings: TwitchSettings,
  deps: SignInDeps,
): Promise<Result<DeviceCode>> {
  if (settings.clientId === '') {
    return fail(fault('invalid', 'Client ID: register an application at dev.twitch.tv, or paste a token'));
  }
  const outcome = await postForm(serverOf(settings, deps), '/device', {
    client_id: settings.clientId,
    scopes: WANTED_SCOPES.join(' '),
  });
  if (outcome.kind !== 'answer') return fail(fault('unreachable', outcome.why));
  if (outcome.status !== 200) return fail(unexpected(outcome));
  const parsed = DeviceAnswerSchema.safeParse(readJson(outcome.text));
  if (!parsed.success) return fail(fault('platform_refused', 'the answer to /device has another shape'));
  return ok({
    deviceCode: parsed.data.device_code,
    userCode: parsed.data.user_code,
    verificationUri: parsed.data.verification_uri,
    expiresAt: deps.clock.now() + parsed.data.expires_in * 1000,
    intervalSec: parsed.data.interval,
  });
}

/** Asks once whether the person has allowed it; stores the token when they have. */
export async function pollDeviceSignIn(
  settings: TwitchSettings,
  deviceCode: string,
  deps: SignInDeps,
): Promise<Result<SignInProgress<TwitchSettings>>> {
  const server = serverOf(settings, deps);
  const outcome = await postForm(server, '/token', {
    client_id: settings.clientId,
    scopes: WANTED_SCOPES.join(' '),
    device_code: deviceCode,
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
  });
  if (outcome.kind !== 'answer') return fail(fault('unreachable', outcome.why));
  if (outcome.status === 400) return notYet(messageOf(outcome.text));
  const parsed = TokenAnswerSchema.safeParse(readJson(outcome.text));
  if (outcome.status !== 200 || !parsed.success) return fail(unexpected(outcome));
  const account = await validateToken(server, parsed.data.access_token, parsed.data.refresh_token ?? null);
  if (!account.ok) return account;
  return ok({ kind: 'done', account: await keep(account.value, deps) });
}

/** Checks a pasted token (`oauth:` in front is fine): whose it is, for which rights, until when. */
export async function checkToken(
  settings: TwitchSettings,
  token: string,
  deps: SignInDeps,
): Promise<Result<Account>> {
  const bare = token.trim().replace(/^(?:oauth:|bearer\s+|oauth\s+)/i, '');
  if (!/^[\w-]{10,512}$/.test(bare)) return fail(fault('invalid', 'this does not look like a Twitch token'));
  return validateToken(serverOf(settings, deps), bare, null);
}

/** The plugin's ways to sign in. */
export const signIn: SignIn<TwitchSettings> = {
  start: startDeviceSignIn,
  poll: pollDeviceSignIn,
  paste: async (settings, token, deps) => {
    const account = await checkToken(settings, token, deps);
    return account.ok ? ok(await keep(account.value, deps)) : account;
  },
  forget: async (settings, deps) => {
    await deps.secrets.set(secretName(settings), null);
    return ok(null);
  },
};

async function keep(account: Account, deps: SignInDeps): Promise<SignedIn<TwitchSettings>> {
  const settings = { account: account.login };
  await deps.secrets.set(secretName({ account: account.login, channel: '' }), writeAccount(account));
  return {
    userId: account.userId,
    login: account.login,
    scopes: account.scopes,
    missingScopes: missingScopes(account.scopes),
    expiresAt: account.expiresAt,
    settings,
  };
}

function notYet(message: string): Result<SignInProgress<TwitchSettings>> {
  if (/authorization_pending|slow_down/i.test(message)) return ok({ kind: 'pending' });
  if (/invalid device code|expired/i.test(message)) {
    return fail(fault('not_found', 'the code is used up or too old; ask for a new one', { native: '400' }));
  }
  return fail(fault('platform_refused', message, { native: '400' }));
}

function serverOf(settings: TwitchSettings, deps: SignInDeps): OauthServer {
  return { fetch: deps.fetch, idUrl: settings.idUrl, now: deps.clock.now };
}
