import { z } from 'zod';
import { banRoutes } from './ban-routes.ts';
import { type HelixState, refuse, type SimAnswer, type SimRequest } from './helix-state.ts';
import { isAnswer, type Route, type RouteContext, strictBody } from './route.ts';

export const ROUTES: Readonly<Record<string, Route>> = {
  ...banRoutes(),
  'GET /users': {
    scope: null,
    who: 'anyone',
    query: ['login', 'id'],
    answer: (request, { state, token }) => {
      const login = request.query.get('login');
      const id = request.query.get('id') ?? (login === null ? token.userId : null);
      const data = [...state.users.values()].filter((user) => user.login === login || user.id === id);
      return { status: 200, json: { data } };
    },
  },
  'DELETE /moderation/chat': {
    scope: 'moderator:manage:chat_messages',
    who: 'moderator',
    query: ['broadcaster_id', 'moderator_id', 'message_id'],
    answer: deleteMessage,
  },
  'GET /chat/settings': {
    scope: null,
    who: 'anyone',
    query: ['broadcaster_id', 'moderator_id'],
    answer: (_, { state }) => ({ status: 200, json: { data: [settingsOf(state)] } }),
  },
  'PATCH /chat/settings': {
    scope: 'moderator:manage:chat_settings',
    who: 'moderator',
    query: ['broadcaster_id', 'moderator_id'],
    answer: changeSettings,
  },
  'POST /chat/messages': { scope: 'user:write:chat', who: 'anyone', query: [], answer: say },
};

const SIX_HOURS_MS = 21_600_000;

function deleteMessage(request: SimRequest, { state, now, irc, channel }: RouteContext): SimAnswer {
  const id = request.query.get('message_id');
  if (id === null) {
    irc(`@room-id=${state.broadcasterId};tmi-sent-ts=${now()} :tmi.twitch.tv CLEARCHAT #${channel}`);
    return { status: 204 };
  }
  const message = state.messages.get(id);
  if (message === undefined || state.deleted.has(id) || now() - message.at > SIX_HOURS_MS) {
    return refuse(
      404,
      'The ID in message_id was not found or the message was created more than 6 hours ago.',
    );
  }
  if (message.userId === state.broadcasterId) {
    return refuse(400, "You may not delete the broadcaster's messages.");
  }
  if (state.moderators.has(message.userId) && message.userId !== request.query.get('moderator_id')) {
    return refuse(400, "You may not delete another moderator's messages.");
  }
  state.deleted.add(id);
  const login = state.users.get(message.userId)?.login ?? `user${message.userId}`;
  irc(
    `@login=${login};room-id=;target-msg-id=${id};tmi-sent-ts=${now()} :tmi.twitch.tv CLEARMSG #${channel} :-`,
  );
  return { status: 204 };
}

const SettingsBody = z.strictObject({
  slow_mode: z.boolean().optional(),
  slow_mode_wait_time: z.number().int().min(3).max(120).optional(),
  follower_mode: z.boolean().optional(),
  follower_mode_duration: z.number().int().min(0).max(129_600).optional(),
  subscriber_mode: z.boolean().optional(),
  emote_mode: z.boolean().optional(),
  unique_chat_mode: z.boolean().optional(),
});

function changeSettings(request: SimRequest, { state, irc, channel }: RouteContext): SimAnswer {
  const body = strictBody(request, SettingsBody);
  if (isAnswer(body)) return body;
  if (body.slow_mode === false && body.slow_mode_wait_time !== undefined) {
    return refuse(400, 'slow_mode_wait_time needs slow_mode to be true.');
  }
  const before = state.settings;
  const slow = body.slow_mode ?? before.slow_mode;
  const wait = slow ? (body.slow_mode_wait_time ?? before.slow_mode_wait_time ?? 30) : null;
  state.settings = {
    slow_mode: slow,
    slow_mode_wait_time: wait,
    follower_mode: body.follower_mode ?? before.follower_mode,
    subscriber_mode: body.subscriber_mode ?? before.subscriber_mode,
    emote_mode: body.emote_mode ?? before.emote_mode,
    unique_chat_mode: body.unique_chat_mode ?? before.unique_chat_mode,
  };
  if (wait !== before.slow_mode_wait_time) {
    irc(`@room-id=${state.broadcasterId};slow=${wait ?? 0} :tmi.twitch.tv ROOMSTATE #${channel}`);
  }
  return { status: 200, json: { data: [settingsOf(state)] } };
}

function settingsOf(state: HelixState) {
  return { broadcaster_id: state.broadcasterId, ...state.settings };
}

const SayBody = z.strictObject({
  broadcaster_id: z.string().regex(/^\d+$/),
  sender_id: z.string().regex(/^\d+$/),
  message: z.string().min(1).max(500),
  reply_parent_message_id: z.string().optional(),
});

/** Twitch drops a repeat of the same words within 30 s, and says so in a 200. */
function say(request: SimRequest, { state, token, now, newId, irc, channel }: RouteContext): SimAnswer {
  const body = strictBody(request, SayBody);
  if (isAnswer(body)) return body;
  if (body.sender_id !== token.userId) {
    return refuse(400, 'The ID in sender_id must match the user ID in the access token.');
  }
  if (body.broadcaster_id !== state.broadcasterId)
    return refuse(403, 'The sender may not chat in this room.');
  if (state.said.at(-1)?.text === body.message) {
    const drop_reason = { code: 'msg_duplicate', message: 'Your message is identical to the one before it.' };
    return { status: 200, json: { data: [{ message_id: '', is_sent: false, drop_reason }] } };
  }
  const messageId = newId();
  state.said.push({ senderId: token.userId, text: body.message, messageId });
  state.messages.set(messageId, { userId: token.userId, at: now() });
  const login = state.users.get(token.userId)?.login ?? 'someone';
  const who = `${login}!${login}@${login}.tmi.twitch.tv`;
  const tags = `badges=moderator/1;display-name=${login};emotes=;id=${messageId};mod=1;room-id=${state.broadcasterId};tmi-sent-ts=${now()};user-id=${token.userId}`;
  irc(`@${tags} :${who} PRIVMSG #${channel} :${body.message}`);
  return { status: 200, json: { data: [{ message_id: messageId, is_sent: true, drop_reason: null }] } };
}
