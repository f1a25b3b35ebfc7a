import { describe, expect, it } from 'vitest';
import { type Money, yuan } from '../domain/money.ts';
import { detectorOf, said, someone } from './fixture.ts';
import { jumpOf, type PaidDay, withPaid } from './paid-days.ts';
import { severityOf } from './severity.ts';
import type { PersonFacts } from './types.ts';

const DAY = 86_400_000;
const NOW = 20_000 * DAY + 5_000;
const bits = (amount: number): Money => ({
  kind: 'virtual',
  unit: 'bits',
  amountMinor: `${amount}`,
  scale: 0,
});
const paid = (...payments: readonly (readonly [daysAgo: number, money: Money])[]): readonly PaidDay[] =>
  payments.reduce<readonly PaidDay[]>((days, [ago, money]) => withPaid(days, money, NOW - ago * DAY), []);

it('keeps the newest thirty paying days, by unit, and no second scale', () => {
  const days = paid(
    ...Array.from({ length: 40 }, (_, ago) => [40 - ago, yuan(100)] as const),
    [0, yuan(1)],
    [0, bits(5)],
  );
  const odd = withPaid(days, { ...yuan(9), scale: 3 }, NOW);
  expect([days.length, days[0], odd]).toEqual([30, { day: 20_000, totals: [yuan(1), bits(5)] }, days]);
});

describe('a sudden jump', () => {
  it.each<[string, readonly PaidDay[], string | undefined]>([
    ['ten times the usual', paid([9, yuan(2_000)], [5, yuan(2_000)], [0, yuan(20_000)]), '20000 10'],
    [
      'counts yesterday in',
      paid([9, yuan(2_000)], [5, yuan(2_000)], [1, yuan(9_000)], [0, yuan(3_000)]),
      '12000 6',
    ],
    ['not four times', paid([9, yuan(2_000)], [5, yuan(2_000)], [0, yuan(8_000)]), undefined],
    ['not small change', paid([9, yuan(10)], [5, yuan(10)], [0, yuan(900)]), undefined],
    ['not without a habit', paid([9, yuan(2_000)], [0, yuan(90_000)]), undefined],
    ['in its own unit', paid([9, bits(100)], [5, bits(100)], [0, bits(5_000)], [0, yuan(9)]), '5000 50'],
    ['not long ago', paid([9, yuan(2_000)], [5, yuan(2_000)], [3, yuan(90_000)]), undefined],
  ])('is %s', (_, days, expected) => {
    const jump = jumpOf(days, NOW);
    expect(jump === undefined ? undefined : `${jump.recent.amountMinor} ${jump.times}`).toBe(expected);
  });
});

describe('a dispute of somebody who', () => {
  const at = 1_760_000_000_000;
  const facts = (more: Partial<PersonFacts>): PersonFacts => ({
    messages: 9,
    totals: [yuan(12_000)],
    disputes: 0,
    sanctions: 0,
    ...more,
  });
  const days = [0, 5, 9].reduce<readonly PaidDay[]>(
    (held, ago) => withPaid(held, yuan(ago === 0 ? 30_000 : 1_000), at - ago * DAY),
    [],
  );
  it.each<[string, PersonFacts, readonly string[], string, string]>([
    ['paid as always', facts({ firstPaidAt: at - 90 * DAY }), ['spent'], 'mid', ''],
    [
      'paid for the first time today',
      facts({ firstPaidAt: at - 3 * 3_600_000 }),
      ['spent', 'first_payment'],
      'high',
      '3 小时前第一次付费 / First paid 3 hours ago',
    ],
    [
      'paid for the first time a minute ago',
      facts({ firstPaidAt: at - 61_000 }),
      ['spent', 'first_payment'],
      'high',
      '1 分钟前第一次付费 / First paid 1 minute ago',
    ],
    [
      'suddenly paid much more',
      facts({ paidDays: days, firstPaidAt: at - 90 * DAY }),
      ['spent', 'spend_jump'],
      'high',
      '近两天消费 ¥300.00，是平时（每次约 ¥10.00）的 30 倍 / Paid ¥300.00 in two days, 30 times a usual day (¥10.00)',
    ],
    [
      'had disputes before',
      facts({ disputes: 2 }),
      ['spent', 'earlier_disputes'],
      'high',
      '此前有过 2 次纠纷 / 2 disputes before',
    ],
    [
      'had one before',
      facts({ disputes: 1 }),
      ['spent', 'earlier_disputes'],
      'mid',
      '此前有过 1 次纠纷 / 1 dispute before',
    ],
  ])('%s', (_, person, codes, severity, line) => {
    const verdicts = detectorOf().inspect({ event: said('礼物送错了能退吗', 0, someone('p')), person });
    const dispute = verdicts.find((each) => each.category === 'dispute' && each.flag);
    const about = dispute?.reasons.filter((each) =>
      ['spent', 'first_payment', 'spend_jump', 'earlier_disputes'].includes(each.code),
    );
    const last = about?.at(-1);
    expect({
      codes: about?.map((each) => each.code),
      severity: dispute === undefined ? undefined : severityOf(dispute, person.totals),
      line: last?.code === 'spent' ? '' : `${last?.text} / ${last?.textEn}`,
    }).toEqual({ codes, severity, line });
  });
});
