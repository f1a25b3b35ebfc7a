import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../shared/support/views.ts';
import { EMPTY_LOG, lastSeqFrom, type TalkLog, takeAnswer, takeFrame } from './log.ts';
import { said } from './talk.fixture.ts';

describe('a conversation’s log', () => {
  const one = said('a', 1, 1);
  const two = said('b', 2, 2);
  const read: MessageView = { ...one, rev: 3, readAt: 9 };

  it.each<[string, readonly { rev: number; messages: readonly MessageView[] }[], TalkLog]>([
    ['nothing', [], EMPTY_LOG],
    ['in order', [{ rev: 2, messages: [one, two] }], { rev: 2, messages: [one, two] }],
    ['turned round', [{ rev: 2, messages: [two, one] }], { rev: 2, messages: [one, two] }],
    [
      'twice',
      [
        { rev: 1, messages: [one] },
        { rev: 1, messages: [one] },
      ],
      { rev: 1, messages: [one] },
    ],
    [
      'changed later',
      [
        { rev: 2, messages: [one, two] },
        { rev: 3, messages: [read] },
      ],
      { rev: 3, messages: [read, two] },
    ],
    [
      'an older form after a newer',
      [
        { rev: 3, messages: [read] },
        { rev: 1, messages: [one] },
      ],
      { rev: 3, messages: [read] },
    ],
  ])('%s', (_, frames, expected) => {
    expect(frames.reduce(takeFrame, EMPTY_LOG)).toEqual(expected);
  });

  it('keeps its place when an answer comes ahead of the feed', () => {
    const log = takeAnswer(takeFrame(EMPTY_LOG, { rev: 1, messages: [one] }), said('c', 5, 9));
    expect([log.rev, log.messages.map((message) => message.id)]).toEqual([1, ['a', 'c']]);
  });

  it('finds the last of the other side', () => {
    const log = takeFrame(EMPTY_LOG, { rev: 2, messages: [one, said('b', 2, 2, 'agent')] });
    expect([lastSeqFrom(log, (m) => m.from.kind === 'agent'), lastSeqFrom(EMPTY_LOG, () => true)]).toEqual([
      2, 0,
    ]);
  });
});

/**
 * A hub that stores messages with a revision each, and a line to it that delivers some frames, repeats
 * some, brings answers at odd moments, and is cut and resumed anywhere.
 */
describe('over a bad line', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('say' as const) }),
    fc.record({ kind: fc.constant('change' as const), which: fc.nat() }),
    fc.record({ kind: fc.constant('deliver' as const), most: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ kind: fc.constant('repeat' as const), from: fc.nat() }),
    fc.record({ kind: fc.constant('answer' as const), which: fc.nat() }),
    fc.record({ kind: fc.constant('cut' as const) }),
  );

  it('every message is there once, in order, as it last was', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.boolean(), (steps, turned) => {
        const hub: MessageView[] = [];
        let rev = 0;
        let log = EMPTY_LOG;
        /** What the feed has sent so far on this line; a new line begins where the log says. */
        let sentTo = 0;
        const newer = (from: number) => hub.filter((m) => m.rev > from).toSorted((a, b) => a.rev - b.rev);
        for (const one of steps) {
          if (one.kind === 'say') {
            rev += 1;
            hub.push(said(`m${hub.length}`, hub.length + 1, rev));
          } else if (one.kind === 'change' && hub.length > 0) {
            const at = one.which % hub.length;
            rev += 1;
            hub[at] = { ...(hub[at] as MessageView), rev, readAt: rev };
          } else if (one.kind === 'deliver') {
            const news = newer(sentTo).slice(0, one.most);
            const last = news.at(-1);
            if (last === undefined) continue;
            sentTo = last.rev;
            log = takeFrame(log, { rev: last.rev, messages: turned ? news.toReversed() : news });
          } else if (one.kind === 'repeat') {
            const again = newer(one.from % (log.rev + 1)).filter((m) => m.rev <= log.rev);
            log = takeFrame(log, { rev: again.at(-1)?.rev ?? 0, messages: again });
          } else if (one.kind === 'answer' && hub.length > 0) {
            log = takeAnswer(log, hub[one.which % hub.length] as MessageView);
          } else if (one.kind === 'cut') sentTo = log.rev;
        }
        sentTo = log.rev;
        log = takeFrame(log, { rev, messages: newer(sentTo) });
        expect(log).toEqual({ rev, messages: hub });
      }),
      { numRuns: 300 },
    );
  });
});
