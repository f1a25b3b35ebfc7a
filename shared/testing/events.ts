import type { EventBase, EventBodies, EventKind, EventOf, Platform } from '../domain/event.ts';
import type { Money } from '../domain/money.ts';
import { yuan } from '../domain/money.ts';
import type { User } from '../domain/person.ts';

/** What a test says about an event; everything else gets a plain default. */
export interface EventSpec {
  /** Native key; the event id is `platform:room:kind:key`. */
  readonly key?: string;
  readonly roomId?: string;
  readonly platform?: Platform;
  /** Epoch ms, used for `occurredAt` and `receivedAt`. */
  readonly at?: number;
  readonly seq?: number;
  /** Native user id; the name is `name ?? user`. */
  readonly user?: string;
  readonly name?: string;
  /** More of the sender: roles, medal, guard tier. */
  readonly actor?: Partial<User>;
  /** Anything of the envelope, last word. */
  readonly base?: Partial<EventBase>;
}

/** 2026-03-01T12:00:00Z, the moment at which tests begin. */
export const TEST_TIME = 1_772_366_400_000;

/** A chat message. */
export function chatEvent(spec: EventSpec & { readonly text?: string } = {}): EventOf<'chat'> {
  const key = keyOf(spec);
  return anyEvent('chat', { messageId: key, text: spec.text ?? 'hello' }, spec);
}

/** A counted gift; `fen` is its worth in hundredths of a yuan unless `money` says otherwise. */
export function giftEvent(
  spec: EventSpec & {
    readonly gift?: string;
    readonly count?: number;
    readonly fen?: number;
    readonly money?: Money;
    readonly counted?: boolean;
  } = {},
): EventOf<'gift'> {
  const body = {
    giftId: spec.gift ?? 'rose',
    name: spec.gift ?? 'rose',
    count: spec.count ?? 1,
    paid: { money: spec.money ?? yuan(spec.fen ?? 100), counted: spec.counted ?? true },
  };
  return anyEvent('gift', body, spec);
}

/** A declared gap; it has no sender. */
export function gapEvent(
  spec: EventSpec & { readonly fromAt: number; readonly toAt: number },
): EventOf<'gap'> {
  const body = { fromAt: spec.fromAt, toAt: spec.toAt, reason: 'reconnect', estimate: null };
  const { actor: _, ...event } = anyEvent('gap', body, { at: spec.toAt, ...spec });
  return event;
}

/** An event of any kind around the given body. */
export function anyEvent<K extends EventKind>(
  kind: K,
  body: EventBodies[K],
  spec: EventSpec = {},
): EventOf<K> {
  const platform = spec.platform ?? 'demo';
  const roomId = spec.roomId ?? 'room';
  const at = spec.at ?? TEST_TIME;
  const key = keyOf(spec);
  return {
    v: 1,
    eventId: `${platform}:${roomId}:${kind}:${key}`,
    platform,
    source: 'test',
    session: 'session-1',
    seq: spec.seq ?? 0,
    roomId,
    occurredAt: at,
    tsPrecision: 'ms',
    receivedAt: at,
    historical: false,
    actor: testUser(spec.user ?? 'u1', { ...(spec.name ? { name: spec.name } : {}), ...spec.actor }),
    raw: { encoding: 'none', data: '' },
    parserVersion: 'test@1',
    ...spec.base,
    kind,
    body,
  };
}

/** A viewer. */
export function testUser(id: string, more: Partial<User> = {}): User {
  return {
    id,
    idKind: 'uid',
    name: id,
    roles: [],
    badges: [],
    anonymous: false,
    actionable: true,
    ...more,
  };
}

function keyOf(spec: EventSpec): string {
  return spec.key ?? `${spec.user ?? 'u1'}-${spec.at ?? TEST_TIME}-${spec.seq ?? 0}`;
}
