import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Condition, Matcher } from './condition.ts';
import { conditionShape } from './condition.ts';
import { describeCondition, describeRule, describeStep } from './describe.ts';
import { RULE_LIMITS } from './limits.ts';
import { blankRule, RuleDefinitionSchema } from './rule.ts';
import { conditionsOf, matchersOf } from './walk.ts';

const first: Condition = { kind: 'first_message' };
const nested = (depth: number): unknown => {
  let made: unknown = first;
  for (let n = 0; n < depth; n += 1) made = { kind: 'not', of: made };
  return made;
};
const parse = (when: unknown) => RuleDefinitionSchema.safeParse({ ...blankRule('规则'), when });

describe('the schema of a rule', () => {
  it('takes what the documentation shows', () => {
    const text = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
    const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '');
    expect(RuleDefinitionSchema.parse(shown)).toEqual(shown);
  });

  it('is a JSON Schema with conditions inside conditions', () => {
    const schema = z.toJSONSchema(RuleDefinitionSchema, { io: 'input' });
    expect(schema).toMatchObject({
      type: 'object',
      properties: { when: { $ref: '#/$defs/RuleCondition' } },
      $defs: { RuleCondition: expect.anything() },
    });
  });

  it.each([
    ['as deep as may be', nested(RULE_LIMITS.depth), true],
    ['deeper', nested(RULE_LIMITS.depth + 1), false],
    ['so deep that recursion would break', nested(100_000), false],
    ['too many', { kind: 'any', of: Array(8).fill({ kind: 'any', of: Array(8).fill(first) }) }, false],
    ['too many side by side', { kind: 'any', of: Array(1e5).fill(first) }, false],
    ['an empty combination', { kind: 'all', of: [] }, false],
    ['an unknown matcher', { kind: 'magic' }, false],
    ['no condition', null, false],
    ['a clock that is none', { kind: 'time', from: '24:00', to: '25:00', utcOffsetMin: 0 }, false],
    ['a score nobody keeps', { kind: 'score', category: 'ad', atLeast: 0.1 }, false],
  ])('%s', (_, when, isTaken) => {
    expect(parse(when).success).toBe(isTaken);
  });

  it('never breaks, whatever it is handed', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), fc.jsonValue(), (odd, json) => {
        expect(typeof parse(odd).success).toBe('boolean');
        expect(RuleDefinitionSchema.safeParse(json).success).toBe(false);
        expect(conditionShape(odd).nodes).toBeGreaterThan(0);
      }),
    );
  });
});

const MATCHERS: readonly Matcher[] = [
  { kind: 'words', lists: [{ id: 'a' }, { id: 'b', version: 2 }], words: ['微信', '扣扣'], atLeast: 2 },
  { kind: 'pattern', source: 'a+' },
  { kind: 'length', atLeast: 3, atMost: 9 },
  { kind: 'link' },
  { kind: 'rate', what: 'same_text_accounts', windowSec: 90, atLeast: 5 },
  { kind: 'person', attribute: 'spent_fen', is: 'at_least', value: 5_000 },
  { kind: 'role', anyOf: ['vip', 'member'] },
  { kind: 'guard', tier: 2 },
  first,
  { kind: 'room', state: 'slow_mode' },
  { kind: 'viewers', is: 'below', value: 100 },
  { kind: 'phase', is: 'below', minutes: 10 },
  { kind: 'time', from: '22:00', to: '06:00', utcOffsetMin: 480, weekdays: [0, 6] },
  { kind: 'gift', unit: 'fen', atLeast: 100, below: 50_000 },
  { kind: 'score', category: 'ad', atLeast: 0.5 },
];

describe('a rule in words', () => {
  it('says every matcher in both languages', () => {
    const lines = MATCHERS.map((matcher) => describeCondition(matcher, () => undefined));
    expect(lines.map((line) => line.zh)).toEqual([
      '包含词库「a」或词库「b」第 2 版或「微信」「扣扣」中至少 2 个词',
      '文字符合样式「a+」',
      '文字至少 3 字、至多 9 字',
      '带外部链接',
      '90 秒内说同一句话的账号至少 5 个',
      '在本房间的消费不低于 ¥50.00',
      '身份是贵宾或会员',
      '大航海提督或以上',
      '在本房间第一次发言',
      '慢速模式已开',
      '观众人数低于 100',
      '开播后低于 10 分钟',
      '时间在周日、周六的 22:00–06:00（UTC+8）',
      '礼物价值在 ¥1.00 与 ¥500.00 之间',
      '内置识别「广告」分数不低于 0.50',
    ]);
    expect(lines.filter((line) => /[\u4e00-\u9fff]/.test(line.en.replace(/“[^”]*”/g, '')))).toEqual([]);
  });

  it('brackets groups inside groups, and says steps and exemptions', () => {
    const when: Condition = {
      kind: 'all',
      of: [first, { kind: 'any', of: [{ kind: 'link' }, { kind: 'not', of: { kind: 'guard', tier: 3 } }] }],
    };
    const rule = {
      ...blankRule('规则'),
      when,
      roomIds: ['a'],
      exempt: { roles: ['vip'], guards: true, medalLevel: 5, persons: ['x:1'] },
      does: {
        kind: 'ladder',
        steps: [
          { action: 'warn', text: 'x' },
          { action: 'mute', durationSec: 3_600, deletes: true },
        ],
        memoryMin: 1_440,
        restSec: 5,
        maxPerMinute: 3,
      },
    } as const;
    expect(describeRule(rule, () => undefined).map((line) => line.zh)).toEqual([
      '看弹幕、醒目留言：当在本房间第一次发言，并且（带外部链接，或者不是（大航海舰长或以上））',
      '不管：主播、房管和允许的人、贵宾、大航海、粉丝牌 5 级以上、指定的 1 人',
      '处罚：第 1 次警告，第 2 次删除并禁言 1 小时；1 天内累计，每分钟最多 3 次',
      '只在房间：a',
    ]);
    expect(describeStep({ action: 'ban' })).toEqual({ zh: '拉黑', en: 'ban' });
    expect([conditionsOf(when).map((each) => each.path), matchersOf(when).map((each) => each.path)]).toEqual([
      ['when', 'when.of.0', 'when.of.1', 'when.of.1.of.0', 'when.of.1.of.1', 'when.of.1.of.1.of'],
      ['when.of.0', 'when.of.1.of.0', 'when.of.1.of.1.of'],
    ]);
  });
});
