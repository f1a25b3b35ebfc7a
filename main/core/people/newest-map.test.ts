import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNewestMap } from './newest-map.ts';

it('keeps what was touched among the newest half, and never more than its capacity', () => {
  const touch = fc.record({ key: fc.integer({ min: 0, max: 12 }).map(String), asked: fc.boolean() });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(touch), (half, touches) => {
      const map = createNewestMap<number>(half * 2);
      const values = new Map<string, number>();
      let newest: readonly string[] = [];
      for (const [turn, { key, asked }] of touches.entries()) {
        const held = map.get(key);
        if (held !== undefined) expect(held).toBe(values.get(key));
        if (newest.slice(0, half).includes(key)) expect(held).not.toBe(undefined);
        if (!asked || held === undefined) {
          map.set(key, turn);
          values.set(key, turn);
        }
        newest = [key, ...newest.filter((each) => each !== key)];
        expect(map.size()).toBeLessThanOrEqual(half * 2);
      }
    }),
  );
});
