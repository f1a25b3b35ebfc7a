import { describe, expect, test } from 'vitest';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import { counter } from '../../../shared/formats/decoder.ts';
import { createTwitchState, readTwitchLine } from '../../../shared/formats/twitch-irc.ts';
import { makeAction } from '../simulator/make-action.ts';
import { guard } from './guard.ts';
import { createLedger } from './ledger.ts';

const NOW = 1_700_000_000_000;
const decode = {
  roomId: 'r',
  source: 's',
  session: 'x',
  historical: false,
  now: () => NOW,
  nextSeq: counter(),
};

function seen(line: string): LiveEvent {
  const read = readTwitchLine(line, decode, createTwitchState());
  if (read.kind !== 'event') throw new Error('not an event');
  return read.event;
}
const clearChat = (tags: string) =>
  seen(`@${tags};target-user-id=2001;tmi-sent-ts=${NOW} :tmi.twitch.tv CLEARCHAT #sample :viewer`);
const already = (expiresAt: number | null) => ({ kind: 'accepted', noop: true, confirmed: true, expiresAt });
const refused = { kind: 'failed', errorClass: 'conflict', fault: { code: 'undo_would_lift_other' } };

describe('the sanction ledger', () => {
  test('our answer first, then the line of the room: it stays ours', () => {
    const ledger = createLedger(() => NOW);
    ledger.ours('2001', { kind: 'timeout', until: NOW + 600_000 });
    ledger.see(clearChat('ban-duration=600'));
    expect(ledger.get('2001')).toEqual({ kind: 'timeout', until: NOW + 600_000, by: 'us' });
  });

  test('the line of the room first, then our answer: it is ours', () => {
    const ledger = createLedger(() => NOW);
    ledger.see(clearChat('ban-duration=600'));
    ledger.ours('2001', { kind: 'timeout', until: NOW + 599_000 });
    expect(ledger.get('2001')?.by).toBe('us');
  });

  test('a sanction of another length is somebody else’s; a past one is forgotten', () => {
    let now = NOW;
    const ledger = createLedger(() => now);
    ledger.ours('2001', { kind: 'timeout', until: NOW + 60_000 });
    ledger.see(clearChat('ban-duration=86400'));
    expect(ledger.get('2001')).toEqual({ kind: 'timeout', until: NOW + 86_400_000, by: 'others' });
    now = NOW + 86_400_000;
    expect(ledger.get('2001')).toBeNull();
  });

  test('a ban in a room that shares this chat is not in force here', () => {
    const ledger = createLedger(() => NOW);
    ledger.see(clearChat('room-id=1;source-room-id=2'));
    expect(ledger.get('2001')).toBeNull();
  });
});

describe('orders answered without a call', () => {
  const banned = () => {
    const ledger = createLedger(() => NOW);
    ledger.see(clearChat('room-id=100'));
    return ledger;
  };
  const muted = (by: 'us' | 'others') => {
    const ledger = createLedger(() => NOW);
    if (by === 'us') ledger.ours('2001', { kind: 'timeout', until: NOW + 600_000 });
    else ledger.see(clearChat('ban-duration=600'));
    return ledger;
  };
  test.each([
    ['a timeout does not soften a ban', makeAction('mute', { durationSec: 60 }), banned(), already(null)],
    ['a ban twice', makeAction('ban'), banned(), already(null)],
    ['a shorter timeout', makeAction('mute', { durationSec: 60 }), muted('others'), already(NOW + 600_000)],
    ['a longer timeout is sent', makeAction('mute', { durationSec: 3_600 }), muted('others'), null],
    ['a ban over a timeout is sent', makeAction('ban'), muted('others'), null],
    ['unmute never lifts a ban', makeAction('unmute'), banned(), refused],
    ['an undo of ours', makeAction('unmute', { undoOf: 'a' }), muted('us'), null],
    [
      'an undo where another timeout is in force',
      makeAction('unmute', { undoOf: 'a' }),
      muted('others'),
      refused,
    ],
    ['an order to lift it, by a person who sees it', makeAction('unmute'), muted('others'), null],
    ['an undo of a ban that is somebody else’s', makeAction('unban', { undoOf: 'a' }), banned(), refused],
    ['an unban', makeAction('unban'), banned(), null],
  ])('%s', (_, action, ledger, expected) => {
    const answer = guard(action, ledger, NOW);
    if (expected === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject(expected);
  });

  test('slow mode as it is already, and a message that is deleted already', () => {
    const ledger = createLedger(() => NOW);
    expect(guard(makeAction('slow_mode', { value: 30 }), ledger, NOW)).toBeNull();
    ledger.see(seen('@room-id=100;slow=30 :tmi.twitch.tv ROOMSTATE #sample'));
    ledger.see(seen('@login=x;target-msg-id=m-1 :tmi.twitch.tv CLEARMSG #sample :x'));
    const noop = { kind: 'accepted', noop: true, confirmed: true };
    expect(guard(makeAction('slow_mode', { value: 30 }), ledger, NOW)).toEqual(noop);
    expect(guard(makeAction('delete', { messageId: 'm-1' }), ledger, NOW)).toEqual(noop);
    expect(guard(makeAction('slow_mode', { value: 10 }), ledger, NOW)).toBeNull();
  });
});
