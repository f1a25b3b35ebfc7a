import { describe, expect, it } from 'vitest';
import { textOf } from '../../shared/domain/event.ts';
import { counter, createDecoder } from '../../shared/formats/index.ts';
import { blockedTerms, corpus, ircLine, messageId, numberOf } from './corpus.ts';

describe('corpus', () => {
  it('is the same each time, and survives the way through IRC', () => {
    const say = corpus({ trouble: 0.2, people: 50 });
    const said = Array.from({ length: 200 }, (_, n) => say(n));
    const decoder = createDecoder('twitch-irc', {
      roomId: 'r0',
      source: 'bench',
      session: 'bench',
      historical: false,
      now: () => 1,
      nextSeq: counter(),
    });
    const events = decoder
      .push(said.map((each) => ircLine(each, 'r0', 1_772_366_400_000)).join(''))
      .flatMap((each) => ('event' in each ? [each.event] : []));
    expect(events.map((event) => [numberOf(event.eventId), textOf(event)])).toEqual(
      said.map(({ n, text }) => [n, text]),
    );
    expect(said).toEqual(Array.from({ length: 200 }, (_, n) => corpus({ trouble: 0.2, people: 50 })(n)));
  });

  it('numbers and blocked words', () => {
    expect([numberOf(messageId(123_456_789)), numberOf('other')]).toEqual([123_456_789, null]);
    const terms = blockedTerms(500);
    expect([new Set(terms).size, terms.every((term) => /^\p{Script=Han}{2,4}$/u.test(term))]).toEqual([
      500,
      true,
    ]);
  });
});
