import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createQueue } from './queue.ts';

it('gives out what came, in order', () => {
  const size = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(5_000));
  fc.assert(
    fc.property(fc.array(fc.record({ push: size, take: size }), { maxLength: 8 }), (turns) => {
      const queue = createQueue<number>();
      let came = 0;
      let gone = 0;
      for (const { push, take } of turns) {
        queue.push(Array.from({ length: push }, (_, at) => came + at));
        came += push;
        const given = Array.from({ length: take }, queue.take);
        expect(given).toEqual(given.map((_, at) => (gone + at < came ? gone + at : undefined)));
        gone = Math.min(came, gone + take);
        expect(queue.size()).toBe(came - gone);
      }
    }),
  );
});
