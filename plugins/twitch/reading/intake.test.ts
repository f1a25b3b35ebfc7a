import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import { parseEvent } from '../../../shared/domain/event-schema.ts';
import { createIntake } from './intake.ts';

function listen() {
  const events: LiveEvent[] = [];
  const counts: Record<string, number> = {};
  let ids = 0;
  const intake = createIntake(
    {
      roomId: 'room1',
      clock: { now: () => 1_760_000_000_000 },
      ids: { next: () => `session${ids++}` },
      emit: async (batch) => void events.push(...batch),
      count: (what, n = 1) => {
        counts[what] = (counts[what] ?? 0) + n;
      },
      log: () => undefined,
    },
    () => undefined,
  );
  return { intake, events, counts };
}

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    '0',
    '1',
    '-1',
    '1e9',
    '\\s',
    '=',
    ';',
    '@',
    ':',
    '\u0001ACTION ',
    '\u202e',
    '\ud800',
    '99999999999999999999',
  ),
);
const tagName = fc.constantFrom(
  'id',
  'user-id',
  'login',
  'display-name',
  'bits',
  'emotes',
  'badges',
  'badge-info',
  'tmi-sent-ts',
  'msg-id',
  'ban-duration',
  'target-user-id',
  'target-msg-id',
  'source-room-id',
  'room-id',
  'slow',
  'msg-param-mass-gift-count',
  'msg-param-community-gift-id',
  'msg-param-cumulative-months',
  'pinned-chat-paid-amount',
  'pinned-chat-paid-exponent',
);
const command = fc.constantFrom(
  'PRIVMSG',
  'USERNOTICE',
  'CLEARCHAT',
  'CLEARMSG',
  'ROOMSTATE',
  'NOTICE',
  'JOIN',
  'PART',
  'NEW',
  '',
);
const line = fc
  .tuple(fc.array(fc.tuple(tagName, word), { maxLength: 8 }), word, command, word, word)
  .map(([tags, nick, name, channel, text]) => {
    const written = tags.map(([key, value]) => `${key}=${value}`).join(';');
    return `@${written} :${nick}!x@y ${name} #${channel} :${text}`.replace(/[\r\n]/g, '');
  });

describe('hostile lines', () => {
  test('nothing throws; each line is an event of the schema, the connection’s own, or counted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        const { intake, events, counts } = listen();
        intake.begin();
        intake.lines(lines);
        await intake.drained();
        expect(events.map(parseEvent).filter((parsed) => !parsed.ok)).toEqual([]);
        expect(events.map((event) => event.seq)).toEqual(events.map((_, at) => at));
        expect(events.length + (counts.refused ?? 0)).toBeLessThanOrEqual(lines.length);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['half a surrogate pair', '@id=a;user-id=7 :a!a@a PRIVMSG #x :\ud800'],
    ['a text longer than any chat', `@id=a;user-id=7 :a!a@a PRIVMSG #x :${'长'.repeat(20_000)}`],
    ['a line longer than any frame', `@id=a;user-id=7 :a!a@a PRIVMSG #x :${'x'.repeat(300_000)}`],
    ['no command', '@id=a :a!a@a'],
  ])('%s is refused and counted', async (_, hostile) => {
    const { intake, events, counts } = listen();
    intake.begin();
    intake.lines([hostile]);
    await intake.drained();
    expect([events, counts]).toEqual([[], { refused: 1 }]);
  });
});
