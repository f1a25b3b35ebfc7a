import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_TICKET_DESK,
  type TicketRule,
  TicketRuleSchema,
} from '../../../../../shared/domain/ticket-desk.ts';
import { PRESETS } from '../../../../../shared/support/presets.ts';
import { createI18n } from '../../../../i18n/i18n.ts';
import {
  CONDITION_KINDS,
  cleanWords,
  copied,
  moved,
  newCondition,
  newRule,
  putBack,
  ruleFaults,
} from './rule-draft.ts';
import { ruleSentence } from './rule-words.ts';

const desk = {
  types: DEFAULT_TICKET_DESK.types,
  templates: [{ id: 't', name: '核对', title: '请核对', description: '', department: '财务', fields: {} }],
};
const departments = ['客服', '财务'];
const rule = (part: Partial<TicketRule> = {}): TicketRule => ({
  id: 'r',
  name: '规则',
  enabled: true,
  at: 'closed',
  when: [{ kind: 'signed', is: true }],
  open: {},
  ...part,
});

describe('what is wrong with a rule', () => {
  it.each<[string, TicketRule, readonly string[]]>([
    ['nothing', rule(), []],
    ['a new one', newRule('n'), ['name name', 'when.0 pick']],
    ['no condition', rule({ name: ' ', when: [] }), ['name name', 'when noCondition']],
    [
      'answers missing',
      rule({
        when: [
          { kind: 'words', any: [' '] },
          { kind: 'vip', atLeast: Number.NaN },
          { kind: 'priority', any: [] },
        ],
      }),
      ['when.0 words', 'when.1 number', 'when.2 pick'],
    ],
    ['a score before there is one', rule({ when: [{ kind: 'score', atMost: 2 }] }), ['when.0 moment']],
    ['a score out of range', rule({ at: 'rated', when: [{ kind: 'score', atMost: 6 }] }), ['when.0 score']],
    [
      'the same twice',
      rule({
        when: [
          { kind: 'signed', is: true },
          { kind: 'signed', is: false },
          { kind: 'words', any: ['a'] },
          { kind: 'words', any: ['b'] },
        ],
      }),
      ['when.1 twice'],
    ],
    [
      'things that are gone',
      rule({ open: { templateId: 'x', type: 'y', department: 'z' } }),
      ['templateId gone', 'type gone', 'department gone'],
    ],
    ['things that are gone, while off', rule({ enabled: false, open: { templateId: 'x' } }), []],
  ])('%s', (_, given, expected) => {
    expect(ruleFaults(given, desk, departments).map((fault) => `${fault.at} ${fault.why}`)).toEqual(expected);
  });

  it('is never found in the rules of a preset', () => {
    const found = Object.values(PRESETS).flatMap(({ ticketDesk, departments: names }) =>
      (ticketDesk?.rules ?? []).flatMap((one) => ruleFaults(one, ticketDesk ?? desk, names ?? [])),
    );
    expect(found).toEqual([]);
  });

  it('leaves nothing that the API would refuse', () => {
    const whole = rule({
      at: 'rated',
      when: CONDITION_KINDS.map((kind) => {
        const condition = newCondition(kind);
        if (condition.kind === 'topic') return { ...condition, any: ['refund'] };
        if (condition.kind === 'priority') return { ...condition, any: ['vip'] };
        return condition.kind === 'words'
          ? { ...condition, any: cleanWords([' 退款 ', '退款', '']) }
          : condition;
      }),
    });
    expect([ruleFaults(whole, desk, departments), TicketRuleSchema.parse(whole)]).toEqual([[], whole]);
  });
});

describe('the order of rules', () => {
  const three = ['a', 'b', 'c'].map((id) => rule({ id, name: id }));
  const ids = (rules: readonly TicketRule[]) => rules.map((one) => one.id).join('');
  it('moves, copies and puts back', () => {
    const [a, b] = three;
    const made = copied(three, 'b', { id: 'd', name: 'b 2' });
    expect([
      ids(moved(three, 'b', -1)),
      ids(moved(three, 'b', 1)),
      ids(moved(three, 'a', -1)),
      ids(moved(three, 'x', 1)),
      made.map((one) => [one.id, one.name, one.enabled]),
      a === undefined ? '' : ids(putBack(three.slice(1), a, 0)),
      b === undefined ? '' : ids(putBack(three, b, 0)),
    ]).toEqual([
      'bac',
      'acb',
      'abc',
      'abc',
      [
        ['a', 'a', true],
        ['b', 'b', true],
        ['d', 'b 2', false],
        ['c', 'c', true],
      ],
      'abc',
      'abc',
    ]);
  });
});

describe('the sentence of a rule', () => {
  const said = (language: 'zh' | 'en', given: TicketRule): string => {
    const t: TFunction<'support'> = createI18n(language).getFixedT(language, 'support');
    return ruleSentence(t, given, desk, language);
  };
  const whole = rule({
    at: 'escalated',
    when: [
      { kind: 'topic', any: ['refund', 'recharge'] },
      { kind: 'words', any: ['骗', '报警'] },
      { kind: 'vip', atLeast: 3 },
    ],
    open: { type: 'refund', title: '{viewer} 的退款', priority: 'urgent' },
  });
  it.each([
    [
      'zh',
      whole,
      '会话升级时，如果主题是退款纠纷或充值，并且观众说过“骗”或“报警”，并且观众是 VIP 3 级以上，就开一张「退款」工单，标题“{viewer} 的退款”，交给财务，优先级紧急。',
    ],
    [
      'en',
      whole,
      'When a conversation is escalated, if the topic is Refund or Top-up and the viewer said “骗” or “报警” and the viewer is VIP 3 or above, open a “Refund” ticket, titled “{viewer} 的退款”, for 财务, with priority Urgent.',
    ],
    ['zh', newRule('n'), '会话结束时，如果……（还没有条件），就开一张工单。'],
    [
      'zh',
      rule({ open: { templateId: 't' } }),
      '会话结束时，如果观众经平台认证，就开一张工单，标题“请核对”，用模板「核对」，交给财务。',
    ],
  ] as const)('in %s', (language, given, expected) => {
    expect(said(language, given)).toBe(expected);
  });
});
