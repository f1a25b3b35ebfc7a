import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOf, type RawWord, readWords, takeWords } from './import-words.ts';
import { csvRows } from './read-csv.ts';
import { DEFAULT_VARIANTS } from './words.ts';

const shown = ({ words, malformed }: ReturnType<typeof readWords>) => [
  words.map((each) => `${each.line}:${each.kind === 'except' ? '!' : ''}${each.value}`),
  malformed.map((each) => each.line),
];

describe('a file of words', () => {
  it.each([
    ['text', 'text', '# 注释\n微信\r\n\n!微信群\r代练\n', [['2:微信', '3:', '4:!微信群', '5:代练'], []]],
    ['a list on one line, without a head', 'csv', '微信,扣扣,加V\n', [['1:微信', '1:扣扣', '1:加V'], []]],
    ['one column', 'csv', '微信\n"加,群"\n', [['1:微信', '2:加,群'], []]],
    ['a named column', 'csv', '\ufeffid;词;类型\n1;微信;\n2;博物馆;例外\n', [['2:微信', '3:!博物馆'], []]],
    ['quotes over lines', 'csv', 'word\n"a ""b""\nc"\nd\n', [['2:a "b"\nc', '4:d'], []]],
    ['broken quotes', 'csv', 'word\n"a"x\n"b\nc\n', [['4:c'], [2, 3]]],
    ['our own disarmed cell', 'csv', "word\n'=1+1\n'quoted\n", [['2:=1+1', "3:'quoted"], []]],
    ['an array', 'json', '["微信",{"word":"代练"},7]', [['1:微信', '2:代练'], [3]]],
    ['words and exceptions', 'json', '{"words":["博"],"except":["博物馆"]}', [['1:博', '2:!博物馆'], []]],
    ['no JSON', 'json', '{"words":', [[], [1]]],
    ['another shape', 'json', '{"words":"微信"}', [[], [1]]],
  ] as const)('%s', (_, format, text, expected) => {
    expect(shown(readWords(text, format))).toEqual(expected);
  });

  it('is known by its first signs', () => {
    expect(['\ufeff [1]', '{"a":1}', 'a,b', 'a\tb', '微信\n代练'].map(formatOf)).toEqual([
      'json',
      'json',
      'csv',
      'csv',
      'text',
    ]);
  });

  it('gives its words, and a report on each that is left out', () => {
    const raw = [
      '微信',
      '',
      '微信',
      '微 信',
      'ＶＸ',
      'vx',
      '。。',
      'x'.repeat(65),
      'a\u0000b',
      '\ud800',
      '\ufffd',
      '博物馆',
    ].map((value, at): RawWord => ({ line: at + 1, value, kind: 'word' }));
    const { words, except, report } = takeWords([...raw, { line: 13, value: '微信', kind: 'except' }], {
      variants: DEFAULT_VARIANTS,
      words: ['代练'],
      except: ['博物馆'],
      format: 'text',
      encoding: 'utf-8',
    });
    expect([words, except]).toEqual([['代练', '微信', 'ＶＸ'], ['博物馆']]);
    expect(report.skipped.map((each) => [each.line, each.why, each.other])).toEqual([
      [2, 'empty', undefined],
      [3, 'duplicate', undefined],
      [4, 'same_as', '微信'],
      [6, 'same_as', 'ＶＸ'],
      [7, 'no_letters', undefined],
      [8, 'too_long', undefined],
      [9, 'bad_encoding', undefined],
      [10, 'bad_encoding', undefined],
      [11, 'bad_encoding', undefined],
      [12, 'contradictory', '博物馆'],
      [13, 'contradictory', '微信'],
    ]);
    expect([report.read, report.words, report.except, report.skippedCounts.bad_encoding]).toEqual([
      13, 2, 0, 3,
    ]);
  });

  it('is read to its end whatever is in it, and every line is either a word or told of', () => {
    const piece = fc.constantFrom('微信', '"', ',', '\n', '\r\n', ' ', 'a', '""', ';', '=1', "'", '\t');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('text', 'csv', 'json'),
        (pieces, format) => {
          const { words, malformed } = readWords(pieces.join(''), format as 'text' | 'csv' | 'json');
          const taken = takeWords(words, {
            variants: DEFAULT_VARIANTS,
            words: [],
            except: [],
            format: 'text',
            encoding: 'utf-8',
            malformed,
          });
          const { report } = taken;
          expect(report.read).toBe(taken.words.length + taken.except.length + report.skipped.length);
        },
      ),
    );
  });

  it('comes back as it went out', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '微', ';'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
        const text = `a,b\r\n${rows.map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`;
        expect(
          csvRows(text)
            .rows.slice(1)
            .map((row) => row.cells),
        ).toEqual(rows);
      }),
    );
  });
});
