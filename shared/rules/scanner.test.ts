import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreams } from '../detect/streams.ts';
import { createWordScanner } from './scanner.ts';
import { DEFAULT_VARIANTS, type Variants } from './words.ts';

const NONE: Variants = {
  width: false,
  case: false,
  traditional: false,
  lookalike: false,
  gaps: false,
  pinyin: false,
  initials: false,
  wholeWords: false,
};
const streams = createStreams();

/** Words found with the part of the text they stand in. */
function found(
  words: readonly string[],
  text: string,
  variants: Variants,
  except: readonly string[] = [],
): readonly string[] {
  const scanner = createWordScanner([{ name: 'list', variants, words, except }]);
  streams.read(text);
  return scanner.scan(streams).map((hit) => `${hit.word}=${text.slice(...hit.span)}/${hit.form}`);
}

const disguises: readonly (readonly [keyof Variants, string, string])[] = [
  ['width', 'vx', 'ｖｘ'],
  ['case', 'vx', 'Vx'],
  ['traditional', '国赌', '國賭'],
  ['lookalike', 'vx', 'vх'],
  ['gaps', '微信', '微 . 信'],
  ['pinyin', '微信', '威信我'],
  ['pinyin', '代练', 'dai lian'],
  ['initials', '微信', '微x'],
  ['initials', '加群', 'jq'],
];

describe('a list takes the disguises it is told to, and no others', () => {
  it.each(disguises)('%s: %s in %s', (name, word, text) => {
    const isSound = name === 'pinyin' || name === 'initials';
    const only = { ...NONE, [name]: true, ...(isSound ? { gaps: true } : {}) };
    const without = { ...DEFAULT_VARIANTS, wholeWords: false, [name]: false };
    // 威信 is an everyday word: by its sound alone it is none of the list's.
    const expected = text === '威信我' ? 0 : 1;
    expect([found([word], text, only).length, found([word], text, without).length]).toEqual([expected, 0]);
  });

  it.each([
    ['written as it is', ['微信'], '加微信吗', NONE, ['微信=微信/written']],
    [
      'each word once, by its first place',
      ['微信', '加'],
      '加微信微信',
      NONE,
      ['加=加/written', '微信=微信/written'],
    ],
    ['whole Latin words', ['vx'], 'vxml vx', DEFAULT_VARIANTS, ['vx=vx/written']],
    ['spread out Latin words', ['vx'], '加 v.x 吧', DEFAULT_VARIANTS, ['vx=v.x/written']],
    ['doubles must be double', ['妹妹'], '妹 妹妹', DEFAULT_VARIANTS, ['妹妹=妹 妹妹/written']],
    ['a single is no double', ['妹妹'], '小妹', DEFAULT_VARIANTS, []],
    ['characters split in two', ['好玩'], '女子玩', DEFAULT_VARIANTS, ['好玩=女子玩/written']],
    ['an empty word is nothing', ['', '...'], '...', DEFAULT_VARIANTS, []],
    ['signs where signs are not left out', ['...'], '好...', NONE, ['...=.../written']],
    ['emoji beside', ['微信'], '🐎微信🐎', NONE, ['微信=微信/written']],
  ] as const)('%s', (_, words, text, variants, expected) => {
    expect(found(words, text, variants)).toEqual(expected);
  });

  it('an exception covers the word inside it, and only there', () => {
    expect([
      found(['博'], '博物馆', DEFAULT_VARIANTS, ['博物馆']),
      found(['博'], '博物馆里赌博', DEFAULT_VARIANTS, ['博物馆']),
    ]).toEqual([[], ['博=博/written']]);
  });

  it('keeps spans inside the text, whatever the words and the text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const flags = fc.record({
      width: fc.boolean(),
      case: fc.boolean(),
      traditional: fc.boolean(),
      lookalike: fc.boolean(),
      gaps: fc.boolean(),
      pinyin: fc.boolean(),
      initials: fc.boolean(),
      wholeWords: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), text, flags, (words, said, variants) => {
        const scanner = createWordScanner([{ name: '', variants, words, except: [] }]);
        streams.read(said);
        for (const { span } of scanner.scan(streams))
          expect(span[0] >= 0 && span[0] < span[1] && span[1] <= said.length).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('finds a word of plain characters wherever it stands, as a search does', () => {
    const letters = fc.array(fc.constantFrom('甲', '乙', '丙', '，', '丁'), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.uniqueArray(
          letters.map((of) => of.join('')),
          { maxLength: 6 },
        ),
        letters,
        (words, of) => {
          const text = of.join('');
          expect(
            found(words, text, NONE)
              .map((each) => each.split('=')[0])
              .toSorted(),
          ).toEqual(words.filter((word) => text.includes(word)).toSorted());
        },
      ),
    );
  });
});
