import type { Condition } from '../../../../shared/rules/condition.ts';
import { blankRule, type RuleDefinition } from '../../../../shared/rules/rule.ts';
import { DEFAULT_VARIANTS } from '../../../../shared/rules/words.ts';

/** Ready-made rules for show rooms, the ones asked for most first. */
export const TEMPLATES = [
  'contact',
  'links',
  'repeat',
  'crowd',
  'minor',
  'private',
  'insult',
  'bigGift',
  'newcomer',
] as const;
export type TemplateId = (typeof TEMPLATES)[number];

/** A ready-made rule to begin with, named and warning in the page's own words. */
export function templateRule(
  id: TemplateId,
  words: { readonly name: string; readonly warning: string },
): RuleDefinition {
  return { ...blankRule(words.name), ...BUILD[id](words.warning) };
}

const plain = (...words: readonly string[]): Condition => ({
  kind: 'words',
  lists: [],
  words: [...words],
  variants: DEFAULT_VARIANTS,
});
const sounded = (...words: readonly string[]): Condition => ({
  kind: 'words',
  lists: [],
  words: [...words],
  variants: { ...DEFAULT_VARIANTS, pinyin: true, initials: true },
});
const ladder = (warning: string, ...muteSec: readonly number[]): RuleDefinition['does'] => ({
  kind: 'ladder',
  steps: [
    { action: 'warn', text: warning },
    ...muteSec.map((durationSec) => ({ action: 'mute' as const, durationSec, deletes: true })),
  ],
  memoryMin: 1_440,
  restSec: 20,
  maxPerMinute: 10,
});

const BUILD: Readonly<Record<TemplateId, (warning: string) => Partial<RuleDefinition>>> = {
  contact: () => ({
    when: {
      kind: 'all',
      of: [
        {
          kind: 'any',
          of: [
            sounded('加微信', '加我微', '看我主页', '看我头像', '进群领', '私聊领'),
            {
              kind: 'pattern',
              source: '(?:加|\\+)\\s*(?:v|vx|wx|qq|q)\\s*[a-z0-9_-]{5,}',
              ignoreCase: true,
              on: 'folded',
            },
          ],
        },
        // Somebody who complains of such a promise is no advertiser.
        { kind: 'not', of: { kind: 'score', category: 'dispute', atLeast: 0.4 } },
      ],
    },
    exempt: { roles: ['vip'], guards: true, medalLevel: 15, persons: [] },
    does: {
      kind: 'ladder',
      steps: [
        { action: 'delete' },
        { action: 'mute', durationSec: 3_600, deletes: true },
        { action: 'mute', durationSec: 604_800, deletes: true },
      ],
      memoryMin: 10_080,
      restSec: 20,
      maxPerMinute: 10,
    },
  }),
  links: () => ({
    when: {
      kind: 'all',
      of: [{ kind: 'link' }, { kind: 'person', attribute: 'messages', is: 'below', value: 5 }],
    },
  }),
  repeat: (warning) => ({
    when: {
      kind: 'all',
      of: [
        { kind: 'rate', what: 'person_repeats', windowSec: 30, atLeast: 4 },
        { kind: 'length', atLeast: 4 },
      ],
    },
    severity: 'low',
    exempt: { roles: ['vip'], guards: true, medalLevel: 10, persons: [] },
    does: ladder(warning, 60, 600),
  }),
  crowd: () => ({
    when: {
      kind: 'all',
      of: [
        { kind: 'rate', what: 'same_text_accounts', windowSec: 60, atLeast: 6 },
        { kind: 'person', attribute: 'messages', is: 'below', value: 3 },
      ],
    },
    severity: 'high',
  }),
  minor: () => ({
    on: ['chat', 'superchat', 'held'],
    when: {
      kind: 'any',
      of: [
        plain(
          '偷刷',
          '偷充',
          '我妈的卡',
          '我爸的卡',
          '妈妈的手机',
          '爸爸的手机',
          '家长不知道',
          '还没成年',
          '未成年退款',
        ),
        {
          kind: 'all',
          of: [
            plain('小学', '初中', '未成年', '孩子', '小孩', '十三岁', '十四岁', '十五岁', '十六岁'),
            plain('退款', '退钱', '充值', '充了', '刷了', '打赏', '礼物'),
          ],
        },
      ],
    },
    severity: 'high',
    exempt: { roles: [], guards: false, persons: [] },
  }),
  private: () => ({
    when: {
      kind: 'any',
      of: [
        { kind: 'pattern', source: '(?:^|[^0-9])1[3-9][0-9]{9}(?:$|[^0-9])', on: 'folded' },
        plain('家住哪', '真名是', '身份证号', '住址是', '门牌号'),
      ],
    },
    severity: 'high',
    exempt: { roles: [], guards: false, persons: [] },
    does: {
      kind: 'ladder',
      steps: [{ action: 'delete' }, { action: 'mute', durationSec: 86_400, deletes: true }],
      memoryMin: 10_080,
      restSec: 20,
      maxPerMinute: 10,
    },
  }),
  insult: (warning) => ({
    when: {
      kind: 'all',
      of: [
        { kind: 'score', category: 'abuse', atLeast: 0.9 },
        { kind: 'person', attribute: 'known_days', is: 'below', value: 7 },
      ],
    },
    does: ladder(warning, 600, 86_400),
  }),
  bigGift: () => ({
    on: ['gift', 'superchat', 'membership'],
    when: {
      kind: 'all',
      of: [
        { kind: 'gift', unit: 'fen', atLeast: 100_000 },
        { kind: 'person', attribute: 'known_days', is: 'below', value: 3 },
      ],
    },
    exempt: { roles: [], guards: false, persons: [] },
  }),
  newcomer: () => ({
    when: {
      kind: 'all',
      of: [
        { kind: 'first_message' },
        {
          kind: 'at_least',
          n: 2,
          of: [
            { kind: 'link' },
            { kind: 'length', atLeast: 40 },
            { kind: 'person', attribute: 'level', is: 'below', value: 3 },
          ],
        },
      ],
    },
    severity: 'low',
  }),
};
