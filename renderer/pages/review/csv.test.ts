import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, guardCsv, parseCsv } from './csv.ts';

describe('CSV', () => {
  it.each([
    ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
    ['@SUM(1)', `'@SUM(1)`],
    ['  =1+1', `'  =1+1`],
    ['＝1', `'＝1`],
    ['\t=1', `'\t=1`],
    ['-1+cmd', `'-1+cmd`],
    ['-12.50', '-12.50'],
    ['退钱=骗子', '退钱=骗子'],
    [`'=1`, `'=1`],
    ['', ''],
  ])('guards %j', (cell, expected) => {
    expect(guardCell(cell)).toBe(expected);
  });

  it('reads quotes, commas and line breaks inside cells', () => {
    expect(parseCsv('a,"b,""c""\r\nd"\r\n,x\n')).toEqual([
      ['a', 'b,"c"\r\nd'],
      ['', 'x'],
    ]);
  });

  it('makes a whole file safe, with a mark for Excel', () => {
    expect(guardCsv('时间,内容\r\n20:14,=1+1\r\n')).toBe('\uFEFF"时间","内容"\r\n"20:14","\'=1+1"\r\n');
  });

  it('keeps every harmless cell, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 })),
        (table) => {
          const once = guardCsv(
            table
              .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
              .join('\r\n'),
          );
          expect(guardCsv(once)).toBe(once);
          expect(parseCsv(once.slice(1))).toEqual(table.map((cells) => cells.map(guardCell)));
        },
      ),
    );
  });
});
