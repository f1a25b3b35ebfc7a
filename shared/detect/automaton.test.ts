import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildAutomaton } from './automaton.ts';

const units = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 40 });

it('finds what a plain search finds', () => {
  const pattern = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 8 }), units, (patterns, text) => {
      const found: string[] = [];
      const automaton = buildAutomaton(patterns.map((symbols, value) => ({ symbols, value })));
      automaton.scan(Uint16Array.from(text), text.length, (value, start, end) =>
        found.push(`${value}@${start}-${end}`),
      );
      const wanted: string[] = [];
      patterns.forEach((symbols, value) => {
        for (let start = 0; symbols.length > 0 && start + symbols.length <= text.length; start += 1) {
          if (symbols.every((symbol, index) => text[start + index] === symbol)) {
            wanted.push(`${value}@${start}-${start + symbols.length}`);
          }
        }
      });
      expect(found.sort()).toEqual(wanted.sort());
    }),
  );
});
