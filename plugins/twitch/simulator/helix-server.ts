import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Bucket, createBuckets } from './buckets.ts';
import { ROUTES } from './helix-routes.ts';
import { type HelixState, OPEN_CHAT, refuse, type SimAnswer, type SimRequest } from './helix-state.ts';
import { grant, type IdentityContext, identityAnswer } from './identity.ts';

/** What goes wrong with a coming Helix call. */
export interface Trouble {
  /** A status to answer with, a hang, or a connection cut without an answer. */
  readonly what:
    | { readonly status: number; readonly message?: string; readonly headers?: Record<string, string> }
    | 'hang'
    | 'cut';
  /** How many calls; default 1. */
  readonly times?: number;
  /** Does it all the same, and only spoils the answer. */
  readonly afterDoing?: boolean;
  /** Only for this method and path, as `POST /moderation/bans`; default: any. */
  readonly on?: string;
}

/** A strict fake of api.twitch.tv and id.twitch.tv, on loopback. */
export interface HelixSimulator {
  readonly helixUrl: string;
  readonly idUrl: string;
  readonly clientId: string;
  readonly state: HelixState;
  /** Every Helix call, as `METHOD /path?query body`, with the status it got (0: none). */
  readonly calls: readonly { readonly call: string; readonly status: number }[];
  readonly trouble: (trouble: Trouble) => void;
  /** Makes a token as if somebody had signed in. */
  readonly grant: (userId: string, scopes: readonly string[]) => { access: string; refresh: string };
  /** What a person does who types the code: true if it exists. */
  readonly allow: (userCode: string, userId: string) => boolean;
  /** Makes all access tokens invalid; refresh tokens too where `forGood`. */
  readonly expireTokens: (forGood?: boolean) => void;
  /** Most Helix calls that were in progress at once. */
  readonly mostAtOnce: () => number;
  readonly close: () => Promise<void>;
}

export interface HelixOptions {
  readonly channel: string;
  readonly broadcasterId: string;
  /** Beside the broadcaster. */
  readonly moderators: readonly { readonly id: string; readonly login: string }[];
  readonly irc: (line: string) => void;
  readonly bucket?: Partial<Bucket>;
  readonly clientId?: string;
  readonly tokenLifeSec?: number;
  readonly deviceIntervalSec?: number;
  /** Milliseconds before each answer. */
  readonly delayMs?: number;
  readonly now?: () => number;
}

/** Starts it. */
export async function startHelixSimulator(options: HelixOptions): Promise<HelixSimulator> {
  const now = options.now ?? Date.now;
  const clientId = options.clientId ?? 'simclient0000000000000000000000';
  const state = freshState(options);
  const calls: { call: string; status: number }[] = [];
  let troubles: Trouble[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  let url = '';
  const buckets = createBuckets(options.bucket ?? {}, now);
  const identity: IdentityContext = {
    state,
    now,
    newId: randomUUID,
    clientId,
    tokenLifeSec: options.tokenLifeSec ?? 14_400,
    deviceIntervalSec: options.deviceIntervalSec ?? 5,
    selfUrl: () => url,
  };

  const helixAnswer = (request: SimRequest): SimAnswer => {
    const path = request.path.replace(/^\/helix/, '');
    const route = ROUTES[`${request.method} ${path}`];
    if (route === undefined) return refuse(404, 'The endpoint does not exist.');
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer === undefined ? undefined : state.tokens.get(bearer);
    if (token === undefined || token.expiresAt <= now()) return refuse(401, 'Invalid OAuth token');
    if (request.headers['client-id'] !== token.clientId) {
      return refuse(401, 'Client ID and OAuth token do not match');
    }
    const limited = buckets.take(token, route.perBroadcaster === true);
    if (limited !== null) return limited;
    const headers = buckets.headers(token);
    const wrong = wrongCaller(request, route, state, token);
    if (wrong !== null) return { ...wrong, headers };
    const context = { state, token, now, newId: randomUUID, irc: options.irc, channel: options.channel };
    return { ...route.answer(request, context), headers };
  };

  const takeTrouble = (request: SimRequest): Trouble | null => {
    const key = `${request.method} ${request.path.replace(/^\/helix/, '')}`;
    const found = troubles.find((trouble) => trouble.on === undefined || trouble.on === key);
    if (found === undefined) return null;
    const left = (found.times ?? 1) - 1;
    troubles = troubles.flatMap((one) => (one !== found ? [one] : left > 0 ? [{ ...one, times: left }] : []));
    return found;
  };

  const onHelix = async (request: SimRequest, raw: SimRaw) => {
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    if (options.delayMs) await new Promise((resolve) => setTimeout(resolve, options.delayMs));
    const trouble = takeTrouble(request);
    const done = trouble === null || trouble.afterDoing === true ? helixAnswer(request) : null;
    const text = `${request.method} ${raw.url}${request.body === '' ? '' : ` ${request.body}`}`;
    atOnce -= 1;
    if (trouble?.what === 'hang') return void calls.push({ call: text, status: 0 });
    if (trouble?.what === 'cut') {
      calls.push({ call: text, status: 0 });
      return void raw.response.destroy();
    }
    const answer =
      trouble === null
        ? done
        : refuse(trouble.what.status, trouble.what.message ?? 'as ordered', trouble.what.headers);
    calls.push({ call: text, status: answer?.status ?? 0 });
    if (answer !== null) reply(raw.response, answer);
  };

  const server = createServer((message, response) => {
    readRequest(message)
      .then(async (request) => {
        if (request.path.startsWith('/helix/')) {
          await onHelix(request, { url: (message.url ?? '').replace(/^\/helix/, ''), response });
        } else {
          reply(response, identityAnswer(request, identity) ?? refuse(404, 'not found'));
        }
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    helixUrl: `${url}/helix`,
    idUrl: `${url}/oauth2`,
    clientId,
    state,
    calls,
    trouble: (trouble) => {
      troubles = [...troubles, trouble];
    },
    grant: (userId, scopes) => grant(identity, userId, scopes, clientId),
    allow: (userCode, userId) => {
      const found = [...state.devices.values()].find((device) => device.userCode === userCode);
      if (found !== undefined) found.allowedBy = userId;
      return found !== undefined;
    },
    expireTokens: (forGood = false) => {
      state.tokens.clear();
      if (forGood) state.refresh.clear();
    },
    mostAtOnce: () => mostAtOnce,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface SimRaw {
  readonly url: string;
  readonly response: ServerResponse;
}

function freshState(options: HelixOptions): HelixState {
  const { channel, broadcasterId, moderators } = options;
  const people = [{ id: broadcasterId, login: channel }, ...moderators];
  return {
    users: new Map(people.map((user) => [user.id, user])),
    tokens: new Map(),
    refresh: new Map(),
    devices: new Map(),
    bans: new Map(),
    warnings: [],
    messages: new Map(),
    deleted: new Set(),
    said: [],
    settings: OPEN_CHAT,
    moderators: new Set(people.map((user) => user.id)),
    broadcasterId,
  };
}

type Caller = { readonly userId: string; readonly scopes: readonly string[] };

function wrongCaller(
  request: SimRequest,
  route: { readonly scope: string | null; readonly who: string; readonly query: readonly string[] },
  state: HelixState,
  token: Caller,
): SimAnswer | null {
  if (route.scope !== null && !token.scopes.includes(route.scope)) {
    return refuse(401, `Missing scope: ${route.scope}`);
  }
  for (const name of request.query.keys()) {
    if (!route.query.includes(name)) return refuse(400, `The query parameter ${name} is not known.`);
  }
  if (route.who !== 'moderator') return null;
  const moderator = request.query.get('moderator_id');
  const broadcaster = request.query.get('broadcaster_id');
  if (broadcaster === null || moderator === null) {
    return refuse(400, 'The query parameters broadcaster_id and moderator_id are required.');
  }
  if (moderator !== token.userId) {
    return refuse(401, 'The ID in moderator_id must match the user ID found in the access token.');
  }
  if (broadcaster !== state.broadcasterId || !state.moderators.has(moderator)) {
    return refuse(403, "The user in moderator_id is not one of the broadcaster's moderators.");
  }
  return null;
}

async function readRequest(message: IncomingMessage): Promise<SimRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const url = new URL(message.url ?? '/', 'http://sim');
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  const body = Buffer.concat(chunks).toString('utf8');
  return { method: message.method ?? '', path: url.pathname, query: url.searchParams, headers, body };
}

function reply(response: ServerResponse, answer: SimAnswer): void {
  const body = answer.json === undefined ? '' : JSON.stringify(answer.json);
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.status === 204 ? undefined : body);
}
