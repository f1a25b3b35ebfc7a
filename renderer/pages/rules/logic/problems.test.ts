import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../shared/rules/condition.ts';
import { blankRule, type RuleDefinition } from '../../../../shared/rules/rule.ts';
import { canSave, errorAt, formProblems } from './problems.ts';

const rule = (given: Partial<RuleDefinition>): RuleDefinition => ({ ...blankRule('引流'), ...given });
const nested = (depth: number): Condition =>
  depth === 0 ? { kind: 'link' } : { kind: 'not', of: nested(depth - 1) };
const wide: Condition = {
  kind: 'all',
  of: Array.from({ length: 5 }, () => ({
    kind: 'any' as const,
    of: Array.from({ length: 14 }, () => ({ kind: 'link' as const })),
  })),
};

describe('what a form says is missing', () => {
  it.each<[string, RuleDefinition, readonly (readonly [string, string])[]]>([
    ['nothing', rule({}), []],
    ['a name', rule({ name: '' }), [['name', '请填写']]],
    ['a pattern', rule({ when: { kind: 'pattern', source: '' } }), [['when.source', '请填写']]],
    [
      'a number inside a combination',
      rule({
        when: {
          kind: 'all',
          of: [
            { kind: 'link' },
            { kind: 'rate', what: 'person_messages', windowSec: Number.NaN, atLeast: 1 },
          ],
        },
      }),
      [
        ['when.of.1.windowSec', '请填一个数字'],
        ['when.of.1.atLeast', '不能小于 2'],
      ],
    ],
    ['a condition', rule({ when: { kind: 'all', of: [] } }), [['when.of', '至少要有一项']]],
    [
      'a warning’s words',
      rule({
        does: {
          kind: 'ladder',
          steps: [{ action: 'warn', text: '' }],
          memoryMin: 60,
          restSec: 20,
          maxPerMinute: 10,
        },
      }),
      [['does.steps.0.text', '请填写']],
    ],
    [
      'a time',
      rule({ when: { kind: 'time', from: '9', to: '10:00', utcOffsetMin: 480 } }),
      [['when.from', '格式不对']],
    ],
    ['less depth', rule({ when: nested(7) }), [['when', '嵌套超过 6 层：请拆成几条规则']]],
    ['fewer conditions', rule({ when: wide }), [['when', '条件超过 64 个：请拆成几条规则']]],
  ])('%s', (_, draft, expected) => {
    const found = formProblems(draft);
    expect(found.map((one) => [one.path, one.text.zh])).toEqual(expected);
    expect(canSave(found)).toBe(expected.length === 0);
  });

  it('finds a field’s own word, or one from inside it', () => {
    const found = formProblems(rule({ when: { kind: 'all', of: [{ kind: 'pattern', source: '' }] } }));
    expect([
      errorAt(found, 'when.of.0.source', 'en'),
      errorAt(found, 'when.of.0', 'en'),
      errorAt(found, 'when.of.0', 'en', true),
    ]).toEqual(['Fill this in', undefined, 'Fill this in']);
  });
});
