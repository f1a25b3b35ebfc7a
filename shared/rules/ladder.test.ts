import fc from 'fast-check';
import { expect, it } from 'vitest';
import { climb, type Rung, stepBack } from './ladder.ts';
import type { Ladder } from './rule.ts';

const ladder: Ladder = {
  kind: 'ladder',
  steps: [{ action: 'warn', text: '请注意' }, { action: 'mute', durationSec: 60 }, { action: 'ban' }],
  memoryMin: 10,
  restSec: 5,
  maxPerMinute: 10,
};

/** What becomes of offences at these seconds: the step taken, `-` for rest. */
function walk(seconds: readonly number[]): string {
  let rung: Rung | undefined;
  return seconds
    .map((second) => {
      const next = climb(ladder, rung, second * 1_000);
      if (next.kind === 'rest') return '-';
      rung = next.rung;
      return next.step.action;
    })
    .join(' ');
}

it.each([
  ['one step after the other, the last one for ever', [0, 10, 20, 30, 40], 'warn mute ban ban ban'],
  ['what comes right after a step belongs to it', [0, 1, 4.9, 5, 6], 'warn - - mute -'],
  [
    'begins anew when the memory is over, counted from the last step',
    [0, 10, 609, 1_209],
    'warn mute ban warn',
  ],
  ['a clock that goes back is no time at all', [100, 90, 104, 105], 'warn - - mute'],
])('%s', (_, seconds, expected) => {
  expect(walk(seconds)).toBe(expected);
});

it('never skips a step, never takes one twice before the last, never two within the rest', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }), (gaps) => {
      let at = 0;
      let rung: Rung | undefined;
      for (const gap of gaps) {
        at += gap * 1_000;
        const before = rung;
        const next = climb(ladder, before, at);
        const passed = before === undefined ? Number.POSITIVE_INFINITY : at - before.at;
        if (next.kind === 'rest') {
          expect(passed).toBeLessThan(ladder.restSec * 1_000);
          continue;
        }
        const isAnew = before === undefined || passed >= ladder.memoryMin * 60_000;
        const expected = isAnew ? 0 : Math.min((before?.step ?? 0) + 1, ladder.steps.length - 1);
        expect([next.rung, next.step]).toEqual([{ step: expected, at }, ladder.steps[expected]]);
        rung = next.rung;
      }
    }),
  );
});

it('a step taken back leaves the one before it', () => {
  expect([stepBack({ step: 2, at: 7 }), stepBack({ step: 0, at: 7 })]).toEqual([
    { step: 1, at: 7 },
    undefined,
  ]);
});
