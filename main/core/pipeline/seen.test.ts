import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeen } from './seen.ts';

describe('seen ids', () => {
  it('knows the newest, and those of before from the newest on', () => {
    const seen = createSeen(3, ['d', 'c', 'b', 'a']);
    expect([seen.has('a'), seen.has('b'), seen.take('d'), seen.size()]).toEqual([false, true, false, 3]);
    expect([seen.take('e'), seen.has('b'), seen.has('c'), seen.size()]).toEqual([true, false, true, 3]);
  });

  it('an id forgotten and taken again is as new as its second time', () => {
    const seen = createSeen(3, []);
    for (const id of ['a', 'b']) seen.take(id);
    seen.forget('a');
    expect([seen.has('a'), seen.take('a'), seen.take('c')]).toEqual([false, true, true]);
    expect([seen.take('d'), ...['a', 'b', 'c', 'd'].map(seen.has)]).toEqual([true, true, false, true, true]);
  });

  it('is a set of the last different ids', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.integer({ min: 0, max: 12 })),
        (capacity, taken) => {
          const seen = createSeen(capacity, []);
          let last: readonly string[] = [];
          for (const id of taken.map(String)) {
            expect(seen.take(id)).toBe(!last.includes(id));
            if (!last.includes(id)) last = [...last, id].slice(-capacity);
          }
          expect([seen.size(), last.every(seen.has)]).toEqual([last.length, true]);
        },
      ),
    );
  });
});
