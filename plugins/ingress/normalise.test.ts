import { describe, expect, it } from 'vitest';
import { parseEvent } from '../../shared/domain/event-schema.ts';
import { type Arrival, normalise } from './normalise.ts';
import { INGRESS_SAMPLES, SHORT_SAMPLES } from './samples.ts';

const NOW = 1_760_000_000_000;
const ARRIVAL: Arrival = { roomId: 'r1', source: 'ingress/main', session: 's', receivedAt: NOW };
const USER = { id: 'u1', name: '甲' };
const WHO = {
  id: 'u1',
  idKind: 'uid',
  name: '甲',
  roles: [],
  badges: [],
  anonymous: false,
  actionable: true,
};

const read = (event: unknown) => {
  const result = normalise(event, ARRIVAL);
  if (!result.ok) return result.fault;
  const { eventId, kind, occurredAt, actor, target, body } = result.value;
  return JSON.parse(JSON.stringify({ eventId, kind, occurredAt, actor, target, body }));
};

describe('short form', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, unknown])[] = [
    [
      'chat',
      { kind: 'chat', text: '你好', at: NOW },
      { occurredAt: NOW, actor: WHO, body: { messageId: 'x', text: '你好' } },
    ],
    [
      'chat with money',
      { kind: 'chat', text: '你好', paid: { unit: 'coin', amountMinor: 5, scale: 0 } },
      {
        actor: WHO,
        body: {
          messageId: 'x',
          text: '你好',
          paid: { money: { kind: 'virtual', unit: 'coin', amountMinor: '5', scale: 0 }, counted: true },
        },
      },
    ],
    [
      'gift in yuan',
      { kind: 'gift', gift: { name: '星河', count: 3, unit: 'CNY', amountMinor: '2970', scale: 2 } },
      {
        actor: WHO,
        body: {
          giftId: '星河',
          name: '星河',
          count: 3,
          paid: {
            money: { kind: 'cash', unit: 'CNY', amountMinor: '2970', scale: 2, cnyFen: '2970' },
            counted: true,
          },
        },
      },
    ],
    [
      'free gift',
      { kind: 'gift', gift: { id: '1', name: '点赞券', count: 1, money: 'none' } },
      {
        actor: WHO,
        body: {
          giftId: '1',
          name: '点赞券',
          count: 1,
          paid: { money: { kind: 'none', unit: 'none', amountMinor: '0', scale: 0 }, counted: true },
        },
      },
    ],
    [
      'super chat',
      {
        kind: 'superchat',
        text: '生日快乐',
        superchat: { unit: 'JPY', amountMinor: '500', scale: 0, endsAt: NOW },
      },
      {
        actor: WHO,
        body: {
          scId: 'x',
          text: '生日快乐',
          endsAt: NOW,
          paid: { money: { kind: 'cash', unit: 'JPY', amountMinor: '500', scale: 0 }, counted: true },
        },
      },
    ],
    [
      'membership inside a batch',
      {
        kind: 'membership',
        membership: {
          tier: '3',
          name: '舰长',
          count: 0,
          source: 'gift',
          batchId: 'b',
          recipient: { id: null, name: '**' },
          money: 'none',
          counted: false,
        },
      },
      {
        actor: WHO,
        body: {
          tier: '3',
          name: '舰长',
          months: 1,
          count: 0,
          source: 'gift',
          batchId: 'b',
          recipient: { ...WHO, id: null, idKind: 'masked', name: '**', actionable: false },
          paid: { money: { kind: 'none', unit: 'none', amountMinor: '0', scale: 0 }, counted: false },
        },
      },
    ],
    ['enter', { kind: 'enter' }, { actor: WHO, body: {} }],
    ['follow', { kind: 'follow' }, { actor: WHO, body: {} }],
    ['share', { kind: 'share' }, { actor: WHO, body: {} }],
    [
      'like',
      { kind: 'like', like: { count: 12, windowMs: 1_000 } },
      { actor: WHO, body: { count: 12, windowMs: 1_000 } },
    ],
    [
      'raid',
      { kind: 'raid', raid: { fromRoom: '隔壁', viewers: 20 } },
      { actor: WHO, body: { fromRoom: '隔壁', viewers: 20 } },
    ],
    [
      'room state',
      { kind: 'room_state', state: { slowSec: 5, roomMute: false } },
      { body: { slowSec: 5, roomMute: false } },
    ],
    [
      'stream state',
      { kind: 'stream_state', stream: { live: true, title: '晚场' } },
      { body: { live: true, title: '晚场' } },
    ],
    [
      'moderation',
      { kind: 'mod_action', target: USER, mod: { action: 'mute', durationSec: 60, correlationId: 'c' } },
      { target: WHO, body: { action: 'mute', durationSec: 60, correlationId: 'c', origin: 'unknown' } },
    ],
  ];
  it.each(cases)('%s', (_, event, expected) => {
    const known = { eventId: `ingress:r1:${event.kind}:x`, kind: event.kind, occurredAt: null };
    expect(read({ user: USER, ...event, seq: 1, id: 'x' })).toEqual({ ...known, ...(expected as object) });
  });

  it('keeps an unknown kind, with its raw form', () => {
    const event = { seq: 9, kind: 'poll', id: 'p1', options: ['甲', '乙'] };
    expect(normalise(event, ARRIVAL)).toEqual({
      ok: true,
      value: expect.objectContaining({
        eventId: 'ingress:r1:unknown:poll:p1',
        kind: 'unknown',
        nativeSeq: '9',
        body: { nativeKind: 'poll' },
        raw: { encoding: 'json', data: JSON.stringify(event) },
      }),
    });
  });
});

describe('refusals', () => {
  const chat = { seq: 1, kind: 'chat', id: 'x', user: USER, text: 'a' };
  const cases: readonly (readonly [string, unknown, string, string])[] = [
    ['not an object', 'chat', 'invalid', 'an event must be an object'],
    ['no seq', { ...chat, seq: undefined }, 'invalid', 'seq: '],
    ['seq as text', { ...chat, seq: '1' }, 'invalid', 'seq: '],
    ['seq too large to count', { ...chat, seq: 2 ** 53 }, 'invalid', 'seq: '],
    ['no id', { ...chat, id: undefined }, 'invalid', 'id: '],
    ['a number as id', { ...chat, id: 12 }, 'invalid', 'id: '],
    [
      'a person id that lost digits',
      { ...chat, user: { id: 2 ** 60, name: 'a' } },
      'invalid',
      'user.id: a number beyond 2^53',
    ],
    ['seconds', { ...chat, at: 1_760_000_000 }, 'invalid', 'at: epoch milliseconds, not seconds'],
    ['no text', { ...chat, text: undefined }, 'invalid', 'text: '],
    ['text too long', { ...chat, text: 'x'.repeat(10_001) }, 'invalid', 'text: '],
    ['event too large', { ...chat, extra: 'x'.repeat(66_000) }, 'too_large', ''],
    ['half a pair', { ...chat, text: 'a\ud800' }, 'invalid', 'text: half of a surrogate pair'],
    [
      'half a pair in a name',
      { ...chat, 'a\udc00': 1 },
      'invalid',
      'event: a name with half a surrogate pair',
    ],
    [
      'a gift without unit',
      { ...chat, kind: 'gift', gift: { name: 'a', count: 1, amountMinor: '1', scale: 0 } },
      'invalid',
      'gift: unit, amountMinor and scale',
    ],
    [
      'an amount with a point',
      { ...chat, kind: 'gift', gift: { name: 'a', count: 1, unit: 'CNY', amountMinor: '1.5', scale: 2 } },
      'invalid',
      'gift.amountMinor',
    ],
    ['a kind without short form', { ...chat, kind: 'held' }, 'invalid', 'kind held: has no short form'],
    ['an envelope without id', { ...chat, v: 1, body: {} }, 'invalid', 'eventId: '],
    [
      'an envelope of no kind of ours',
      { ...chat, v: 1, body: {}, kind: 'poll', eventId: 'e' },
      'invalid',
      'kind: ',
    ],
  ];
  it.each(cases)('%s', (_, event, code, detail) => {
    expect(normalise(event, ARRIVAL)).toEqual({
      ok: false,
      fault: { code, detail: expect.stringContaining(detail) },
    });
  });
});

describe('full envelope', () => {
  it('keeps content, and puts platform, source, room and receipt right', () => {
    const sample = INGRESS_SAMPLES[0];
    const sent = {
      ...sample,
      seq: 41,
      platform: 'twitch',
      roomId: 'elsewhere',
      source: 'x',
      receivedAt: 1,
      eventId: 'n-1',
    };
    expect(normalise(sent, ARRIVAL)).toEqual({
      ok: true,
      value: {
        ...sample,
        ...ARRIVAL,
        seq: 0,
        nativeSeq: '41',
        eventId: 'ingress:r1:chat:n-1',
        raw: { encoding: 'json', data: JSON.stringify(sent) },
      },
    });
    expect(normalise({ ...sent, eventId: 'ingress:r1:chat:n-1' }, ARRIVAL)).toMatchObject({
      value: { eventId: 'ingress:r1:chat:n-1' },
    });
  });
});

it('samples are events of ours', () => {
  expect(INGRESS_SAMPLES.length).toBe(SHORT_SAMPLES.length);
  expect(INGRESS_SAMPLES.map((event) => parseEvent(event).ok)).not.toContain(false);
});
