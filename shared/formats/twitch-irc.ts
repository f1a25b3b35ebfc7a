import type { LiveEvent } from '../domain/event.ts';
import type { Money } from '../domain/money.ts';
import type { DecodeContext } from './decoder.ts';
import { type Draft, makeEvent } from './envelope.ts';
import { type IrcMessage, parseIrc } from './irc.external.ts';
import { createOccurrences, hashKey, type Occurrences } from './occurrence.ts';
import { createGiftBatches, type GiftBatches } from './twitch-gifts.ts';
import { roomState } from './twitch-modes.ts';
import { decodeNotice } from './twitch-notices.ts';
import { twitchFragments, unwrapAction } from './twitch-text.ts';
import { isForeign, nickOf, twitchActor, twitchTarget } from './twitch-user.ts';

/** What one connection remembers between lines. */
export interface TwitchState {
  readonly gifts: GiftBatches;
  readonly repeats: Occurrences;
}

/** State of a fresh connection or recording. Keep it across reconnects of the same room. */
export function createTwitchState(): TwitchState {
  return { gifts: createGiftBatches(), repeats: createOccurrences() };
}

/** A decoded line: an event, the connection's own traffic, or no IRC at all. */
export type TwitchLine =
  | { readonly kind: 'event'; readonly event: LiveEvent }
  | { readonly kind: 'transport'; readonly command: string }
  | { readonly kind: 'malformed' };

/**
 * Decodes one line of Twitch IRC (without its line end) into at most one event. Cheers are chat
 * with paid bits; ids are never coerced; commands nobody knows become `unknown` events.
 */
export function readTwitchLine(line: string, context: DecodeContext, state: TwitchState): TwitchLine {
  const message = parseIrc(line);
  if (message === null) return { kind: 'malformed' };
  if (TRANSPORT.has(message.command) || /^\d{3}$/.test(message.command)) {
    return { kind: 'transport', command: message.command };
  }
  const draft = draftOf(message, state);
  return { kind: 'event', event: finish(message, line, draft, context, state) };
}

/** As {@link readTwitchLine}, but null for lines that are no event. */
export function decodeTwitchLine(line: string, context: DecodeContext, state: TwitchState): LiveEvent | null {
  const read = readTwitchLine(line, context, state);
  return read.kind === 'event' ? read.event : null;
}

/** Bits as money; the platform fixes no rate to a currency. */
export function bits(amount: string): Money {
  return { kind: 'virtual', unit: 'bits', amountMinor: String(BigInt(amount)), scale: 0, cnyFen: null };
}

const TRANSPORT: ReadonlySet<string> = new Set([
  'PING',
  'PONG',
  'CAP',
  'PASS',
  'NICK',
  'USER',
  'USERSTATE',
  'GLOBALUSERSTATE',
]);

function draftOf(message: IrcMessage, state: TwitchState): Draft {
  const { tags, params } = message;
  switch (message.command) {
    case 'PRIVMSG':
      return privmsg(message);
    case 'USERNOTICE':
      return decodeNotice(message, state.gifts);
    case 'CLEARCHAT':
      return clearChat(message);
    case 'CLEARMSG': {
      const target = twitchTarget(undefined, tags.get('login'));
      const messageId = tags.get('target-msg-id') ?? '';
      const body = { action: 'delete', messageId, origin: 'unknown' } as const;
      return {
        kind: 'mod_action',
        body,
        target,
        ...(messageId === '' ? {} : { key: `delete:${messageId}` }),
      };
    }
    case 'ROOMSTATE':
      return { kind: 'room_state', body: roomState(tags) };
    case 'NOTICE':
      return { kind: 'system', body: { code: tags.get('msg-id') || 'notice', text: params[1] ?? '' } };
    case 'JOIN':
      return { kind: 'enter', body: {}, actor: twitchTarget(undefined, nickOf(message.prefix)) };
    case 'PART':
      return {
        kind: 'system',
        body: { code: 'part' },
        actor: twitchTarget(undefined, nickOf(message.prefix)),
      };
    case 'HOSTTARGET':
      return { kind: 'system', body: { code: 'host', text: params[1] ?? '' } };
    case 'RECONNECT':
      return { kind: 'system', body: { code: 'reconnect' } };
    default:
      return { kind: 'unknown', body: { nativeKind: message.command } };
  }
}

function privmsg(message: IrcMessage): Draft {
  const { tags } = message;
  const actor = twitchActor(message);
  const { text, isAction } = unwrapAction(message.params[1] ?? '');
  const messageId = tags.get('id') ?? '';
  const hype = hypeChat(tags);
  if (hype !== null) {
    const paid = { money: hype, counted: !isForeign(message) };
    return { kind: 'superchat', body: { scId: messageId, text, paid }, actor };
  }
  const amount = tags.get('bits') ?? '';
  const isPaid = /^\d{1,12}$/.test(amount) && BigInt(amount) > 0n;
  const fragments = twitchFragments(text, tags.get('emotes') ?? '', isPaid);
  const parent = tags.get('reply-parent-msg-id');
  const parentName = tags.get('reply-parent-display-name') || tags.get('reply-parent-user-login');
  return {
    kind: 'chat',
    actor,
    body: {
      messageId,
      text,
      ...(fragments ? { fragments } : {}),
      ...(parent ? { replyTo: { messageId: parent, ...(parentName ? { name: parentName } : {}) } } : {}),
      ...(isAction ? { isAction } : {}),
      ...(isPaid ? { paid: { money: bits(amount), counted: !isForeign(message) } } : {}),
    },
  };
}

/** Hype Chat of 2023 and 2024: `pinned-chat-paid-amount` minor units of an ISO currency. */
function hypeChat(tags: ReadonlyMap<string, string>): Money | null {
  const amount = tags.get('pinned-chat-paid-amount') ?? '';
  const unit = tags.get('pinned-chat-paid-currency') ?? '';
  const scale = Number(tags.get('pinned-chat-paid-exponent') ?? '2');
  if (!/^\d{1,12}$/.test(amount) || !/^[A-Z]{3}$/.test(unit) || !(scale >= 0 && scale <= 6)) return null;
  return { kind: 'cash', unit, amountMinor: String(BigInt(amount)), scale };
}

function clearChat(message: IrcMessage): Draft {
  const login = message.params[1];
  const sent = epochOf(message.tags.get('tmi-sent-ts'));
  // Without its time a second one would look like the first told twice.
  const keyed = (what: string, more = '') => (sent === null ? {} : { key: `${what}:${sent}${more}` });
  if (!login) {
    return { kind: 'mod_action', body: { action: 'clear', origin: 'unknown' }, ...keyed('clear') };
  }
  const target = twitchTarget(message.tags.get('target-user-id'), login);
  const duration = message.tags.get('ban-duration') ?? '';
  const durationSec = /^\d{1,8}$/.test(duration) ? Number(duration) : undefined;
  const body = {
    action: durationSec === undefined ? 'ban' : 'mute',
    ...(durationSec === undefined ? {} : { durationSec }),
    ...(durationSec === undefined || sent === null ? {} : { expiresAt: sent + durationSec * 1000 }),
    origin: 'unknown',
  } as const;
  return { kind: 'mod_action', body, target, ...keyed(`${body.action}:${target.id}`, `:${duration}`) };
}

function finish(
  message: IrcMessage,
  line: string,
  draft: Draft,
  context: DecodeContext,
  state: TwitchState,
): LiveEvent {
  const { tags } = message;
  const occurredAt = epochOf(tags.get('tmi-sent-ts')) ?? epochOf(tags.get('rm-received-ts'));
  const native = draft.key ?? tags.get('id');
  // Without an id: hash of the line, the second it came in where it has no time, and its repeat count.
  const key = native || unnamed(line, occurredAt, context, state);
  return makeEvent(context, 'twitch', draft, {
    key,
    occurredAt,
    tsPrecision: 'ms',
    raw: { encoding: 'irc', data: line },
    parserVersion: 'twitch-irc@1',
    ...(isForeign(message) ? { sourceRoomId: tags.get('source-room-id') } : {}),
    ...(tags.get('historical') === '1' ? { historical: true } : {}),
  });
}

function unnamed(line: string, at: number | null, context: DecodeContext, state: TwitchState): string {
  const hash = hashKey(line);
  return `${at === null ? `${context.session}:` : ''}h${hash}:${state.repeats.next(hash)}`;
}

function epochOf(value: string | undefined): number | null {
  return value !== undefined && /^\d{10,14}$/.test(value) ? Number(value) : null;
}
