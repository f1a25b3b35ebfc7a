import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, formatMoney, type Money, type MoneyTotals, NO_MONEY, yuan } from './money.ts';

describe('money', () => {
  it.each([
    [yuan(131_400), '¥1,314.00'],
    [yuan(5n), '¥0.05'],
    [yuan(-100), '¥-1.00'],
    [{ kind: 'virtual', unit: 'bits', amountMinor: '1500', scale: 0 } as Money, '1,500 bits'],
    [{ kind: 'virtual', unit: 'gold', amountMinor: '1000', scale: 0, cnyFen: '100' } as Money, '¥1.00'],
    [NO_MONEY, ''],
  ])('%j reads %s', (money, text) => {
    expect(formatMoney(money)).toBe(text);
  });

  it('sums each unit by itself and loses nothing, at any size', () => {
    const amounts = fc.array(
      fc.record({ unit: fc.constantFrom('CNY', 'bits'), amount: fc.bigInt({ min: 0n, max: 10n ** 20n }) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(amounts, (list) => {
        const totals = list.reduce<MoneyTotals>(
          (sum, each) =>
            addMoney(sum, { kind: 'virtual', unit: each.unit, amountMinor: String(each.amount), scale: 0 }),
          {},
        );
        for (const unit of ['CNY', 'bits']) {
          const expected = list
            .filter((each) => each.unit === unit)
            .reduce((sum, each) => sum + each.amount, 0n);
          expect(BigInt(totals[unit]?.amountMinor ?? '0')).toBe(expected);
        }
      }),
    );
  });
});
