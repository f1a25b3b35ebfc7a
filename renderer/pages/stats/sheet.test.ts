import { expect, it } from 'vitest';
import { seconds, sheetCsv } from './sheet.ts';

it('saves a table with what would run as a formula disarmed', () => {
  expect(
    sheetCsv([
      ['客服', '首次响应 s'],
      ['=1+1', seconds(1_249)],
      ['说"好"', seconds(undefined)],
      ['', 0.125],
    ]),
  ).toBe('\uFEFF"客服","首次响应 s"\r\n"\'=1+1","1.2"\r\n"说""好""",""\r\n"","0.125"\r\n');
});
