import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTimeline } from './timeline.ts';

function played(times: readonly (number | null)[], capMs = 30_000): readonly number[] {
  const timeline = createTimeline(capMs);
  for (const occurredAt of times) timeline.add({ occurredAt });
  return times.map((_, index) => timeline.at(index));
}

describe('the timeline of a recording', () => {
  it.each([
    ['as recorded', [5_000, 6_000, 8_500], [0, 1_000, 3_500]],
    ['a late event plays at once', [5_000, 9_000, 7_000, 10_000], [0, 4_000, 4_000, 5_000]],
    ['silences are cut', [0, 7_200_000, 7_201_000], [0, 30_000, 31_000]],
    ['another day before plays on', [86_400_000, 1_000, 2_000], [0, 0, 1_000]],
    ['no times: four a second', [null, null, null], [0, 250, 500]],
    ['a missing time plays with the one before', [1_000, null, 2_000], [0, 0, 1_000]],
  ])('%s', (_, times, expected) => {
    expect(played(times)).toEqual(expected);
  });

  it('never goes back and never waits longer than its cap, whatever the times', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 4_000_000_000_000 }))), (times) => {
        const at = played(times);
        const steps = at.map((time, index) => time - (at[index - 1] ?? 0));
        expect(steps.every((step) => step >= 0 && step <= 30_000)).toBe(true);
      }),
    );
  });
});
