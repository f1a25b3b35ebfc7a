import { expect, it } from 'vitest';
import type { Reason } from '../../../../shared/domain/verdict.ts';
import { byEvent, evidenceOf, spansOf } from './evidence.ts';

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

it('tells an event once, as the live version tells it, with all that matched it', () => {
  const hit = (id: string, version: number, shadow: boolean) => ({
    row: { offset: 1, id, roomId: 'r', kind: 'chat' as const, at: 1, text: id, marks: [] },
    ruleId: 'a',
    version,
    shadow,
    reasons: [],
  });
  const hits = [hit('x', 2, true), hit('x', 1, false), hit('y', 2, true), hit('z', 1, false)];
  expect(byEvent(hits).map(({ row, version, modes }) => [row.id, version, ...modes])).toEqual([
    ['x', 1, 'live', 'shadow'],
    ['y', 2, 'shadow'],
    ['z', 1, 'live'],
  ]);
});
