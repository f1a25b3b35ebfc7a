import { expect, it } from 'vitest';
import { yuan } from '../domain/money.ts';
import type { Reason, Verdict } from '../domain/verdict.ts';
import { chatEvent, TEST_TIME } from '../testing/events.ts';
import { wantsFacts, withLateFacts } from './late-facts.ts';
import type { PersonFacts } from './types.ts';

const spent: Reason = { code: 'spent', text: '旧', textEn: 'old', weight: 1 };
const demand: Reason = { code: 'demand', text: '要求', textEn: 'demand', weight: 2 };
const verdict = (category: Verdict['category'], flag = true): Verdict => ({
  category,
  score: 0.9,
  flag,
  reasons: [spent, demand],
  by: `${category}@1`,
});
const person: PersonFacts = {
  messages: 4,
  totals: [yuan(30_000)],
  disputes: 2,
  firstPaidAt: TEST_TIME - 3_600_000,
  sanctions: 1,
  lastSanction: { at: TEST_TIME - 1_000, kind: 'mute', by: '林' },
};
const event = chatEvent({ key: '1', user: 'a', text: '退款', at: TEST_TIME });
const nobody: PersonFacts = { messages: 0, totals: [], disputes: 0, sanctions: 0 };

it.each([
  ['dispute', true, person, ['spent', 'first_payment', 'earlier_disputes', 'demand']],
  ['dispute', true, nobody, ['spent', 'demand']],
  ['dispute', false, person, ['spent', 'demand']],
  ['appeal', true, person, ['sanctioned', 'spent', 'demand']],
  ['appeal', true, nobody, ['spent', 'demand']],
  ['abuse', true, person, ['spent', 'demand']],
] as const)('%s, flagged %s: %#', (category, flag, facts, codes) => {
  const [late] = withLateFacts([verdict(category, flag)], event, facts);
  expect(late?.reasons.map((each) => each.code)).toEqual(codes);
  expect(late?.score).toBe(0.9);
});

it('asks for facts only where something hangs on them', () => {
  expect((['dispute', 'appeal', 'abuse'] as const).map((each) => wantsFacts(verdict(each)))).toEqual([
    true,
    true,
    false,
  ]);
  expect(wantsFacts(verdict('dispute', false))).toBe(false);
});
