import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLines } from './compare.ts';

const shown = (before: string, after: string): string =>
  compareLines([...before], [...after])
    .map((line) => `${{ same: ' ', gone: '-', new: '+' }[line.kind]}${line.text}`)
    .join('');

describe('two versions line by line', () => {
  it.each([
    ['abc', 'abc', ' a b c'],
    ['abc', 'ac', ' a-b c'],
    ['ac', 'abc', ' a+b c'],
    ['ab', 'cd', '-a-b+c+d'],
    ['', 'a', '+a'],
    ['a', '', '-a'],
    ['', '', ''],
    ['abcd', 'acbd', ' a-b c+b d'],
  ])('%s → %s', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it('holds both texts, whole and in order', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = compareLines(before, after);
        const of = (kind: string) => lines.filter((line) => line.kind !== kind).map((line) => line.text);
        expect([of('new'), of('gone')]).toEqual([before, after]);
      }),
    );
  });
});
