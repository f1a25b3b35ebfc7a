import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textPieces } from './hostile.ts';

const brief = (text: string, spans: readonly (readonly [number, number])[] = []) =>
  textPieces(text, spans)
    .map((piece) => {
      const content = piece.kind === 'plain' ? piece.text : `<${piece.code}>`;
      return piece.marked ? `[${content}]` : content;
    })
    .join('');

describe('hostile text', () => {
  it.each<[string, readonly (readonly [number, number])[], string]>([
    ['普通的话', [], '普通的话'],
    ['a\u202eb', [], 'a<U+202E>b'],
    ['退\u200b钱', [[0, 3]], '[退][<U+200B>][钱]'],
    ['\u0000\u0007', [], '<U+0000><U+0007>'],
    ['half \ud83d here', [], 'half <U+D83D> here'],
    ['👨\u200d👩\u200d👧', [], '👨\u200d👩\u200d👧'],
    ['a\u200db', [], 'a<U+200D>b'],
    ['<b>hi</b>', [[0, 3]], '[<b>]hi</b>'],
    [
      'abcdef',
      [
        [1, 2],
        [4, 99],
        [5, 3],
        [-1, 2],
      ],
      'a[b]cd[ef]',
    ],
    [`a${'\u0301'.repeat(50)}`, [], `a${'\u0301'.repeat(3)}`],
    ['\u3164\u115f', [], '<U+3164><U+115F>'],
    ['', [[0, 4]], ''],
  ])('%j', (text, spans, expected) => {
    expect(brief(text, spans)).toBe(expected);
  });

  it('lets no bidi, zero-width or control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), fc.nat(60), (text, from, to) => {
        const plain = textPieces(text, [[from, to]]).flatMap((piece) =>
          piece.kind === 'plain' ? piece.text : [],
        );
        const left = plain.join('\n').replaceAll('\u200d', '').replaceAll('\n', '');
        expect(/\p{Cc}|\p{Cf}|\p{Cs}/u.test(left)).toBe(false);
      }),
      { numRuns: 120 },
    );
  });
});
