import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvCell, csvText } from './csv.ts';

it.each([
  ['a formula', '=1+1', "'=1+1"],
  ['behind a space', ' =1+1', "' =1+1"],
  ['behind a full-width space', '\u3000=1+1', "'\u3000=1+1"],
  ['behind a space that does not break', '\u00a0@SUM(A1)', "'\u00a0@SUM(A1)"],
  ['behind signs without width', '\u200b\ufeff\u202e=1', "'\u200b\ufeff\u202e=1"],
  ['behind a line break', '\n=1', '"\'\n=1"'],
  ['behind a control', '\u0000=1', "'\u0000=1"],
  ['full-width equals', '＝1+1', "'＝1+1"],
  ['full-width plus', '＋1', "'＋1"],
  ['full-width minus', '－1', "'－1"],
  ['full-width at', '＠SUM', "'＠SUM"],
  ['space and full width', ' 　＝cmd', "' 　＝cmd"],
  ['a tab', '\tx', "'\tx"],
  ['a sign inside', '退钱=骗子', '退钱=骗子'],
  ['spaces alone', '  ', '  '],
  ['quotes and commas', 'a,"b"', '"a,""b"""'],
])('keeps a spreadsheet from running %s', (_, value, expected) => {
  expect(csvCell(value)).toBe(expected);
});

it('no cell begins with a formula, whatever is in it', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '＝', '＠', ' ', '\u3000', '\t', '\n', '"', ',', 'a', '\u200b'),
  });
  fc.assert(
    fc.property(hostile, (value) => {
      const shown = csvCell(value).replace(/^"/, '').replaceAll('""', '"');
      expect(/^[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(shown)).toBe(false);
    }),
  );
});

it('is one line for each row, with a mark for spreadsheets', () => {
  expect(csvText(['a', 'b'], [['1', '2']])).toBe('\ufeffa,b\r\n1,2\r\n');
});
