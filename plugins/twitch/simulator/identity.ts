import { type HelixState, refuse, type SimAnswer, type SimRequest } from './helix-state.ts';

/** The part of id.twitch.tv that this project uses. */
export interface IdentityContext {
  readonly state: HelixState;
  readonly now: () => number;
  readonly newId: () => string;
  readonly clientId: string;
  readonly tokenLifeSec: number;
  readonly deviceIntervalSec: number;
  readonly selfUrl: () => string;
}

/** Answers `/oauth2/device`, `/oauth2/token` and `/oauth2/validate`; null for other paths. */
export function identityAnswer(request: SimRequest, context: IdentityContext): SimAnswer | null {
  switch (`${request.method} ${request.path}`) {
    case 'POST /oauth2/device':
      return device(request, context);
    case 'POST /oauth2/token':
      return token(request, context);
    case 'GET /oauth2/validate':
      return validate(request, context);
    default:
      return null;
  }
}

/** Makes a token pair for an account. */
export function grant(context: IdentityContext, userId: string, scopes: readonly string[], clientId: string) {
  const { state } = context;
  const access = `tok${context.newId().replaceAll('-', '')}`;
  const refresh = `ref${context.newId().replaceAll('-', '')}`;
  const expiresAt = context.now() + context.tokenLifeSec * 1000;
  state.tokens.set(access, { userId, clientId, scopes, expiresAt });
  state.refresh.set(refresh, { userId, clientId, scopes });
  return { access, refresh };
}

function device(request: SimRequest, context: IdentityContext): SimAnswer {
  const form = formOf(request);
  if (form === null) return refuse(400, 'missing form');
  if (form.get('client_id') !== context.clientId) return refuse(400, 'invalid client');
  const scopes = (form.get('scopes') ?? '').split(' ').filter(Boolean);
  if (scopes.length === 0) return refuse(400, 'missing scopes');
  const code = context.newId();
  const userCode = context.newId().slice(0, 8).toUpperCase();
  const expiresAt = context.now() + 1_800_000;
  context.state.devices.set(code, {
    clientId: context.clientId,
    scopes,
    userCode,
    expiresAt,
    allowedBy: null,
  });
  return {
    status: 200,
    json: {
      device_code: code,
      expires_in: 1800,
      interval: context.deviceIntervalSec,
      user_code: userCode,
      verification_uri: `${context.selfUrl()}/activate?public=true&device-code=${userCode}`,
    },
  };
}

function token(request: SimRequest, context: IdentityContext): SimAnswer {
  const form = formOf(request);
  if (form === null) return refuse(400, 'missing form');
  if (form.get('client_id') !== context.clientId) return refuse(403, 'invalid client');
  switch (form.get('grant_type')) {
    case 'urn:ietf:params:oauth:grant-type:device_code':
      return byDevice(form, context);
    case 'refresh_token':
      return byRefresh(form, context);
    default:
      return refuse(400, 'invalid grant type');
  }
}

function byDevice(form: URLSearchParams, context: IdentityContext): SimAnswer {
  const code = form.get('device_code') ?? '';
  const found = context.state.devices.get(code);
  if (found === undefined || found.expiresAt <= context.now()) return refuse(400, 'invalid device code');
  if (found.allowedBy === null) return refuse(400, 'authorization_pending');
  context.state.devices.delete(code);
  return pair(context, found.allowedBy, found.scopes, found.clientId);
}

/** A public client's refresh token works once. */
function byRefresh(form: URLSearchParams, context: IdentityContext): SimAnswer {
  const refresh = form.get('refresh_token') ?? '';
  const found = context.state.refresh.get(refresh);
  if (found === undefined) return refuse(400, 'Invalid refresh token');
  context.state.refresh.delete(refresh);
  return pair(context, found.userId, found.scopes, found.clientId);
}

function pair(
  context: IdentityContext,
  userId: string,
  scopes: readonly string[],
  clientId: string,
): SimAnswer {
  const { access, refresh } = grant(context, userId, scopes, clientId);
  return {
    status: 200,
    json: {
      access_token: access,
      refresh_token: refresh,
      expires_in: context.tokenLifeSec,
      scope: scopes,
      token_type: 'bearer',
    },
  };
}

function validate(request: SimRequest, context: IdentityContext): SimAnswer {
  const given = /^OAuth (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const found = context.state.tokens.get(given);
  if (found === undefined || found.expiresAt <= context.now()) return refuse(401, 'invalid access token');
  const login = context.state.users.get(found.userId)?.login ?? '';
  return {
    status: 200,
    json: {
      client_id: found.clientId,
      login,
      scopes: found.scopes,
      user_id: found.userId,
      expires_in: Math.floor((found.expiresAt - context.now()) / 1000),
    },
  };
}

function formOf(request: SimRequest): URLSearchParams | null {
  const type = request.headers['content-type'] ?? '';
  return type.startsWith('application/x-www-form-urlencoded') ? new URLSearchParams(request.body) : null;
}
