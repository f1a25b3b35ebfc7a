import { describe, expect, it } from 'vitest';
import { createTwitchState, decodeTwitchLine } from './twitch-irc.ts';

const context = {
  roomId: 'r',
  source: 'test',
  session: 's',
  historical: false,
  now: () => 1_700_000_000_000,
  nextSeq: () => 0,
};

describe('keys of moderation lines', () => {
  const cases: readonly (readonly [string, string, string, number])[] = [
    ['a message deleted twice', '@target-msg-id=m1;tmi-sent-ts=1700000000001', 'CLEARMSG #r :hello', 1],
    ['a deletion without an id', '@login=foo', 'CLEARMSG #r :hello', 2],
    [
      'a mute told twice',
      '@ban-duration=60;target-user-id=5;tmi-sent-ts=1700000000001',
      'CLEARCHAT #r :foo',
      1,
    ],
    ['a mute without a time', '@ban-duration=60;target-user-id=5', 'CLEARCHAT #r :foo', 2],
    ['a cleared room told twice', '@tmi-sent-ts=1700000000001', 'CLEARCHAT #r', 1],
    ['a cleared room without a time', '@room-id=1', 'CLEARCHAT #r', 2],
  ];
  it.each(cases)('%s', (_, tags, command, distinct) => {
    const state = createTwitchState();
    const line = `${tags} :tmi.twitch.tv ${command}`;
    const ids = [1, 2].map(() => decodeTwitchLine(line, context, state)?.eventId);
    expect(ids.every((id) => id !== undefined)).toBe(true);
    expect(new Set(ids).size).toBe(distinct);
  });

  it('two people muted in the same millisecond are two', () => {
    const state = createTwitchState();
    const ids = ['foo', 'bar'].map(
      (who) =>
        decodeTwitchLine(
          `@ban-duration=60;tmi-sent-ts=1700000000001 :tmi.twitch.tv CLEARCHAT #r :${who}`,
          context,
          state,
        )?.eventId,
    );
    expect(new Set(ids).size).toBe(2);
  });
});
