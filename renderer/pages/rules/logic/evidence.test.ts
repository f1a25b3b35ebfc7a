import { expect, it } from 'vitest';
import type { Reason } from '../../../../shared/domain/verdict.ts';
import { evidenceOf, spansOf } from './evidence.ts';

const reason = (code: string, span?: readonly [number, number]): Reason => ({
  code,
  text: code,
  textEn: code,
  weight: 1,
  ...(span === undefined ? {} : { span }),
});

it('leaves out what the rule’s own page says anyway', () => {
  const reasons = [
    reason('rule'),
    reason('rule_words', [0, 2]),
    reason('rule_length'),
    reason('rule_way_out'),
  ];
  expect([evidenceOf(reasons).map((one) => one.code), spansOf(reasons)]).toEqual([
    ['rule_words', 'rule_length'],
    [[0, 2]],
  ]);
});
