import { z } from 'zod';
import { type HelixState, refuse, type SimAnswer, type SimRequest } from './helix-state.ts';
import { isAnswer, type Route, type RouteContext, strictBody } from './route.ts';

/** Bans, timeouts and warnings. */
export function banRoutes(): Readonly<Record<string, Route>> {
  const base = {
    scope: 'moderator:manage:banned_users',
    who: 'moderator',
    perBroadcaster: true,
  } as const;
  return {
    'POST /moderation/bans': { ...base, query: ['broadcaster_id', 'moderator_id'], answer: ban },
    'DELETE /moderation/bans': {
      ...base,
      query: ['broadcaster_id', 'moderator_id', 'user_id'],
      answer: unban,
    },
    'POST /moderation/warnings': {
      ...base,
      scope: 'moderator:manage:warnings',
      query: ['broadcaster_id', 'moderator_id'],
      answer: warn,
    },
    'GET /moderation/banned': {
      scope: 'moderation:read',
      who: 'anyone',
      query: ['broadcaster_id', 'user_id', 'first'],
      answer: listBans,
    },
  };
}

const UserId = z.string().regex(/^\d{1,20}$/);

const BanBody = z.strictObject({
  data: z.strictObject({
    user_id: UserId,
    duration: z.number().int().min(1).max(1_209_600).optional(),
    reason: z.string().max(500).optional(),
  }),
});

function ban(request: SimRequest, context: RouteContext): SimAnswer {
  const { state, now } = context;
  const body = strictBody(request, BanBody);
  if (isAnswer(body)) return body;
  const { user_id, duration, reason = '' } = body.data;
  if (state.moderators.has(user_id)) {
    const what = duration === undefined ? 'banned' : 'put in a timeout';
    return refuse(400, `The user specified in the user_id field may not be ${what}.`);
  }
  if (inForce(state, user_id, now())?.until === null) {
    return refuse(400, 'The user specified in the user_id field is already banned.');
  }
  const moderator_id = request.query.get('moderator_id') ?? '';
  const at = now();
  // Twitch tells whole seconds.
  const until = duration === undefined ? null : Math.floor(at / 1000 + duration) * 1000;
  state.bans.set(user_id, { until, reason, by: moderator_id });
  tell(context, user_id, duration);
  const end_time = until === null ? null : new Date(until).toISOString();
  const data = { broadcaster_id: state.broadcasterId, moderator_id, user_id, end_time };
  return { status: 200, json: { data: [{ ...data, created_at: new Date(at).toISOString() }] } };
}

/** Says in chat what was done, as Twitch does: no moderator, no reason. */
function tell(
  { state, now, irc, channel }: RouteContext,
  userId: string,
  duration: number | undefined,
): void {
  const login = state.users.get(userId)?.login ?? `user${userId}`;
  const time = duration === undefined ? '' : `ban-duration=${duration};`;
  const tags = `${time}room-id=${state.broadcasterId};target-user-id=${userId};tmi-sent-ts=${now()}`;
  irc(`@${tags} :tmi.twitch.tv CLEARCHAT #${channel} :${login}`);
}

function unban(request: SimRequest, { state, now }: RouteContext): SimAnswer {
  const userId = UserId.safeParse(request.query.get('user_id'));
  if (!userId.success) return refuse(400, 'The query parameter user_id is required.');
  if (inForce(state, userId.data, now()) === null) {
    return refuse(400, 'The user specified in the user_id query parameter is not banned.');
  }
  state.bans.delete(userId.data);
  return { status: 204 };
}

const WarnBody = z.strictObject({
  data: z.strictObject({ user_id: UserId, reason: z.string().min(1).max(500) }),
});

function warn(request: SimRequest, { state }: RouteContext): SimAnswer {
  const body = strictBody(request, WarnBody);
  if (isAnswer(body)) return body;
  const { user_id, reason } = body.data;
  if (state.moderators.has(user_id)) {
    return refuse(400, 'The user specified in the user_id field may not be warned.');
  }
  state.warnings.push({ userId: user_id, reason });
  const data = { broadcaster_id: state.broadcasterId, user_id, reason };
  return { status: 200, json: { data: [{ ...data, moderator_id: request.query.get('moderator_id') }] } };
}

/** Only for the broadcaster's own token. */
function listBans(request: SimRequest, { state, token, now }: RouteContext): SimAnswer {
  if (token.userId !== state.broadcasterId || request.query.get('broadcaster_id') !== token.userId) {
    return refuse(401, 'The ID in broadcaster_id must match the user ID found in the access token.');
  }
  const data = [...state.bans.keys()].flatMap((user_id) => {
    const found = inForce(state, user_id, now());
    if (found === null) return [];
    const expires_at = found.until === null ? '' : new Date(found.until).toISOString();
    return [{ user_id, expires_at, reason: found.reason, moderator_id: found.by }];
  });
  return { status: 200, json: { data, pagination: {} } };
}

function inForce(state: HelixState, userId: string, now: number) {
  const found = state.bans.get(userId);
  if (found === undefined || (found.until !== null && found.until <= now)) return null;
  return found;
}
