import { describe, expect, it } from 'vitest';
import type { Action } from '../../../shared/domain/action.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import type { User } from '../../../shared/domain/person.ts';
import { anyEvent, chatEvent } from '../../../shared/testing/events.ts';
import { receiptFrom } from './confirm.ts';

const user = (id: string): User => ({
  id,
  idKind: 'uid',
  name: id,
  roles: [],
  badges: [],
  anonymous: false,
  actionable: true,
});
const mute: Action = {
  id: 'act',
  roomId: 'room',
  kind: 'mute',
  durationSec: 600,
  target: { id: 'demo:a', nativeId: 'a', name: 'a', actionable: true },
  actor: { kind: 'person', id: 'lin', name: '林' },
  requestedAt: 100_000,
  sentAt: 100_100,
  state: 'accepted',
  receipts: [{ state: 'accepted', at: 100_500 }],
  undo: { possible: true },
};
const told = (at: number, more: object, who = 'a'): LiveEvent => ({
  ...anyEvent('mod_action', { action: 'mute', origin: 'unknown', ...more }, { at, key: 'k' }),
  target: user(who),
});
const mode = (slowSec: number): LiveEvent => anyEvent('room_state', { slowSec }, { at: 101_000, key: 's' });
const slow: Action = { ...mute, kind: 'slow_mode', value: 30 };

describe('what the room says of an action', () => {
  it.each<[string, Action, LiveEvent, string | undefined]>([
    ['the same id confirms', mute, told(101_000, { correlationId: 'act' }), 'confirmed'],
    ['another id says nothing', mute, told(101_000, { correlationId: 'other' }), undefined],
    ['the same target and kind confirms', mute, told(101_000, {}), 'confirmed'],
    ['another target says nothing', mute, told(101_000, {}, 'b'), undefined],
    ['an older sanction says nothing', mute, told(90_000, {}), undefined],
    ['another moderator’s act is not ours', mute, told(101_000, { origin: 'other_mod' }), undefined],
    ['another duration is not ours', mute, told(101_000, { durationSec: 60 }), undefined],
    ['nearly the same duration is', mute, told(101_000, { durationSec: 595 }), 'confirmed'],
    ['what comes an hour later is no answer', mute, told(3_700_000, {}), undefined],
    [
      'what was never sent has no answer',
      { ...mute, sentAt: undefined, state: 'requested' },
      told(101_000, {}),
      undefined,
    ],
    ['another kind says nothing', mute, told(101_000, { action: 'ban' }), undefined],
    ['a muted person who talks contradicts', mute, chatEvent({ user: 'a', at: 110_000 }), 'contradicted'],
    ['a message that was under way does not', mute, chatEvent({ user: 'a', at: 101_000 }), undefined],
    ['somebody else talking does not', mute, chatEvent({ user: 'b', at: 110_000 }), undefined],
    ['talking after the end does not', mute, chatEvent({ user: 'a', at: 800_000 }), undefined],
    [
      'talking after an undo does not',
      { ...mute, undoneBy: 'u' },
      chatEvent({ user: 'a', at: 110_000 }),
      undefined,
    ],
    [
      'talking before acceptance does not',
      { ...mute, receipts: [] },
      chatEvent({ user: 'a', at: 110_000 }),
      undefined,
    ],
    ['another room says nothing', mute, chatEvent({ user: 'a', at: 110_000, roomId: 'other' }), undefined],
    ['the mode as asked confirms', slow, mode(30), 'confirmed'],
    ['another value says nothing', slow, mode(5), undefined],
    ['a mode that was never sent is not confirmed', { ...slow, sentAt: undefined }, mode(30), undefined],
    ['an unban lifts a mute', { ...mute, kind: 'unmute' }, told(101_000, { action: 'unban' }), 'confirmed'],
    [
      'the deleted message confirms',
      { ...mute, kind: 'delete', messageId: 'm' },
      told(101_000, { action: 'delete', messageId: 'm' }),
      'confirmed',
    ],
    [
      'another deleted message does not',
      { ...mute, kind: 'delete', messageId: 'm' },
      told(101_000, { action: 'delete', messageId: 'n' }),
      undefined,
    ],
  ])('%s', (_, action, event, expected) => {
    expect(receiptFrom(action, event, 1)?.state).toBe(expected);
  });
});
