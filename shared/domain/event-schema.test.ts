import { describe, expect, it } from 'vitest';
import { chatEvent, giftEvent } from '../testing/events.ts';
import { EVENT_LIMITS, parseEvent } from './event-schema.ts';

const chat = chatEvent({ text: 'hello', user: 'u1' });
const withBody = (body: object) => ({ ...chat, body: { ...chat.body, ...body } });

describe('the envelope', () => {
  it.each([chat, giftEvent({ user: 'u1' })])('accepts a whole $kind', (event) => {
    expect(parseEvent(event)).toEqual({ ok: true, value: event });
  });

  it('leaves unknown fields out', () => {
    expect(parseEvent({ ...chat, more: 1 })).toEqual({ ok: true, value: chat });
  });

  it.each([
    ['no object', 'text', 'invalid', /kind|object/],
    ['an unknown kind', { ...chat, kind: 'dance' }, 'invalid', /kind/],
    ['another version', { ...chat, v: 2 }, 'invalid', /v:/],
    ['a text too long', withBody({ text: 'x'.repeat(EVENT_LIMITS.text + 1) }), 'too_large', /body\.text/],
    [
      'a name too long',
      { ...chat, actor: { ...chat.actor, name: 'x'.repeat(257) } },
      'too_large',
      /actor\.name/,
    ],
    [
      'raw too long',
      { ...chat, raw: { encoding: 'json', data: 'x'.repeat(EVENT_LIMITS.raw + 1) } },
      'too_large',
      /raw/,
    ],
    ['half a surrogate pair', withBody({ text: 'a\ud83d' }), 'invalid', /body\.text: half/],
    [
      'half of one in a name',
      { ...chat, actor: { ...chat.actor, name: '\udc00' } },
      'invalid',
      /actor\.name: half/,
    ],
    ['a time that is no number', { ...chat, occurredAt: 'now' }, 'invalid', /occurredAt/],
    ['a time before time', { ...chat, receivedAt: -1 }, 'invalid', /receivedAt/],
    [
      'money as a number',
      { ...giftEvent(), body: { ...giftEvent().body, paid: { money: 5, counted: true } } },
      'invalid',
      /paid/,
    ],
    ['a body of another kind', { ...chat, kind: 'gift' }, 'invalid', /body/],
  ])('refuses %s with the place', (_, value, code, words) => {
    const parsed = parseEvent(value);
    expect(parsed).toMatchObject({ ok: false, fault: { code } });
    expect(parsed.ok ? '' : parsed.fault.detail).toMatch(words);
  });
});
