import type { Money } from './money.ts';
import type { User } from './person.ts';

/** Where an event came from. A recording keeps the platform it was recorded on. */
export const PLATFORMS = [
  'twitch',
  'bilibili_open',
  'bilibili_web',
  'youtube',
  'agora_chat',
  'douyin',
  'huya',
  'douyu',
  'ingress',
  'demo',
  'text',
] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What kinds of event there are (DESIGN §5). */
export const EVENT_KINDS = [
  'chat',
  'gift',
  'superchat',
  'membership',
  'enter',
  'follow',
  'like',
  'share',
  'raid',
  'room_state',
  'stream_state',
  'mod_action',
  'held',
  'unban_request',
  'system',
  'gap',
  'unknown',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface Fragment {
  readonly type: 'text' | 'emote' | 'cheermote' | 'mention';
  readonly text: string;
  readonly emoteId?: string | undefined;
  readonly bits?: number | undefined;
}

/**
 * Money that an event brings. `counted` is false where another event already carries the same
 * amount (a combo's summary, a gifted membership inside a batch): totals add only counted amounts.
 */
export interface Paid {
  readonly money: Money;
  readonly counted: boolean;
}

/** Each kind's own content. */
export interface EventBodies {
  readonly chat: {
    /** The platform's message id, needed to delete it. */
    readonly messageId: string;
    readonly text: string;
    readonly fragments?: readonly Fragment[] | undefined;
    readonly replyTo?: { readonly messageId: string; readonly name?: string | undefined } | undefined;
    readonly isAction?: boolean | undefined;
    /** A paid message (cheer). */
    readonly paid?: Paid | undefined;
  };
  readonly gift: {
    readonly giftId: string;
    readonly name: string;
    readonly count: number;
    readonly paid: Paid;
    readonly combo?:
      | { readonly id: string; readonly count: number; readonly ended?: boolean | undefined }
      | undefined;
    /** The box that was paid for, where the gift is a drop. */
    readonly blindBox?: { readonly name: string; readonly dropValue: Money } | undefined;
    readonly receiver?: string | undefined;
  };
  readonly superchat: {
    readonly scId: string;
    readonly text: string;
    readonly paid: Paid;
    readonly startsAt?: number | undefined;
    readonly endsAt?: number | undefined;
    readonly translation?: string | undefined;
  };
  readonly membership: {
    /** `1000/2000/3000/Prime`, or guard `1..3`. */
    readonly tier: string;
    readonly name: string;
    readonly months: number;
    /** How many memberships this event stands for (a gift batch: N; the gifts inside it: 0). */
    readonly count: number;
    readonly source: 'new' | 'renew' | 'upgrade' | 'gift' | 'gift_batch';
    readonly batchId?: string | undefined;
    readonly recipient?: User | undefined;
    readonly text?: string | undefined;
    readonly paid: Paid;
  };
  readonly enter: { readonly text?: string | undefined };
  readonly follow: { readonly text?: string | undefined };
  readonly like: { readonly count: number; readonly windowMs?: number | undefined };
  readonly share: { readonly text?: string | undefined };
  readonly raid: { readonly fromRoom: string; readonly viewers: number };
  readonly room_state: {
    readonly slowSec?: number | null | undefined;
    readonly followerMin?: number | null | undefined;
    readonly subsOnly?: boolean | undefined;
    readonly emoteOnly?: boolean | undefined;
    readonly unique?: boolean | undefined;
    readonly roomMute?: boolean | undefined;
    readonly shield?: boolean | undefined;
    readonly viewers?: number | undefined;
    readonly popularity?: number | undefined;
  };
  readonly stream_state: { readonly live: boolean; readonly title?: string | undefined };
  readonly mod_action: {
    readonly action:
      | 'warn'
      | 'mute'
      | 'unmute'
      | 'ban'
      | 'unban'
      | 'delete'
      | 'clear'
      | 'slow_mode'
      | 'room_mute'
      | 'say'
      | 'other';
    readonly moderator?: User | undefined;
    readonly reason?: string | undefined;
    readonly durationSec?: number | undefined;
    readonly expiresAt?: number | undefined;
    readonly messageId?: string | undefined;
    /** New value for a mode (`slow_mode` seconds, `room_mute` 1/0). */
    readonly value?: number | undefined;
    readonly origin: 'self' | 'other_mod' | 'automod' | 'platform' | 'unknown';
    /** Our action id, where the platform hands it back. */
    readonly correlationId?: string | undefined;
  };
  readonly held: {
    readonly messageId: string;
    readonly text: string;
    readonly category?: string | undefined;
    readonly level?: number | undefined;
    readonly resolution?: 'approved' | 'denied' | 'expired' | undefined;
  };
  readonly unban_request: {
    readonly requestId: string;
    readonly text: string;
    readonly status: 'pending' | 'approved' | 'denied' | 'withdrawn';
  };
  readonly system: {
    /** What it is: `combo_summary`, `superchat_translation`, `superchat_deleted`, `guard_notice`, `announcement`, … */
    readonly code: string;
    readonly text?: string | undefined;
    /** The native key or event id of what it speaks about. */
    readonly relatesTo?: string | undefined;
  };
  readonly gap: {
    readonly fromAt: number;
    readonly toAt: number;
    readonly reason: string;
    /** How many events are probably missing; null where nobody can tell. */
    readonly estimate?: number | null | undefined;
  };
  readonly unknown: { readonly nativeKind: string };
}

/** What every event has (PROTOCOLS §5). */
export interface EventBase {
  readonly v: 1;
  /** `${platform}:${roomId}:${kind}:${nativeKey}`: the key by which a repeat is known. */
  readonly eventId: string;
  readonly platform: Platform;
  /** The plugin instance. */
  readonly source: string;
  /** Connection epoch: new after every (re)connect. */
  readonly session: string;
  /** Our counter inside the session, gapless, given at receipt. */
  readonly seq: number;
  readonly nativeSeq?: string | undefined;
  /** Our room. */
  readonly roomId: string;
  /** Where it was typed, when a shared chat brings it from another room. */
  readonly sourceRoomId?: string | undefined;
  /** The platform's time, epoch ms; null if it gives none. */
  readonly occurredAt: number | null;
  readonly tsPrecision: 's' | 'ms' | 'ns';
  /** Our time of receipt, epoch ms. */
  readonly receivedAt: number;
  /** Read from history, not live. */
  readonly historical: boolean;
  readonly actor?: User | undefined;
  readonly target?: User | undefined;
  /** The form it came in, kept so that a better parser can read it again. */
  readonly raw: {
    readonly encoding: 'json' | 'irc' | 'pb64' | 'xml' | 'text' | 'none';
    readonly data: string;
  };
  readonly parserVersion: string;
}

/** An event of one kind. */
export type EventOf<K extends EventKind> = EventBase & { readonly kind: K; readonly body: EventBodies[K] };

/** Any event of the live road. */
export type LiveEvent = { [K in EventKind]: EventOf<K> }[EventKind];

/** The words people wrote in it, which detection reads; empty where there are none. */
export function textOf(event: LiveEvent): string {
  switch (event.kind) {
    case 'chat':
    case 'superchat':
    case 'held':
    case 'unban_request':
      return event.body.text;
    case 'membership':
      return event.body.text ?? '';
    default:
      return '';
  }
}

/** The counted money in it, if any. */
export function countedMoney(event: LiveEvent): Money | undefined {
  switch (event.kind) {
    case 'chat':
      return event.body.paid?.counted ? event.body.paid.money : undefined;
    case 'gift':
    case 'superchat':
    case 'membership':
      return event.body.paid.counted && event.body.paid.money.kind !== 'none'
        ? event.body.paid.money
        : undefined;
    default:
      return undefined;
  }
}

/** The time to show and to reason with: the platform's where given, clamped to 5 minutes ahead of ours. */
export function timeOf(event: Pick<EventBase, 'occurredAt' | 'receivedAt'>): number {
  if (event.occurredAt === null) return event.receivedAt;
  return Math.min(event.occurredAt, event.receivedAt + 300_000);
}
