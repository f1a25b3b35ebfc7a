import { DEFAULT_SUPPORT, type SupportConfig } from './config.ts';
import { DEFAULT_TRANSLATION } from './language.ts';
import { COMMERCE_DESK, PRIVATE_DESK, SHOW_DESK } from './preset-desks.ts';

/** Parts of the configuration that a preset sets; the rest stays. */
export type PresetPatch = { readonly [K in keyof SupportConfig]?: SupportConfig[K] };
export type PresetId = 'show' | 'commerce' | 'one_to_one';

const reply = (id: string, words: readonly string[], zh: string, en: string) => ({
  id,
  words: [...words],
  reply: { zh, en },
});

/** What each kind of platform needs, as data. */
export const PRESETS: Readonly<Record<PresetId, PresetPatch>> = {
  show: {
    preset: 'show',
    routing: {
      ...DEFAULT_SUPPORT.routing,
      strategy: 'round_robin',
      boostSec: { vip: 180, complaint: 240, urgent: 420 },
    },
    groups: [
      { id: 'general', name: '客服', topics: [], overflowTo: [] },
      {
        id: 'gifts',
        name: '礼物与退款',
        topics: ['refund', 'recharge', 'gift', 'minor'],
        overflowTo: ['general'],
      },
      { id: 'order', name: '秩序与申诉', topics: ['mute', 'safety', 'complaint'], overflowTo: ['general'] },
    ],
    departments: ['客服', '财务', '风控', '技术'],
    ticketDesk: SHOW_DESK,
    panels: ['room', 'gifts', 'sanctions'],
    privacy: { masked: false, exportRestricted: false, revealMinutes: 15 },
    translation: DEFAULT_TRANSLATION,
    retentionDays: 180,
    auto: {
      ...DEFAULT_SUPPORT.auto,
      keywords: [
        reply(
          'recharge',
          ['充值', '没到账'],
          '充值一般在 10 分钟内到账，请准备好支付订单号，客服会为您核对。',
          'A top-up arrives within 10 minutes; please have the payment number ready.',
        ),
        reply(
          'mute',
          ['禁言'],
          '禁言情况客服可以直接查到，请稍候，无需重复说明经过。',
          'Your mute is visible to us; please wait, there is no need to repeat the story.',
        ),
        reply(
          'gift',
          ['礼物', '送错'],
          '礼物问题请告知送出时间和主播，客服会核对记录。',
          'For gifts please tell the time and the streamer; the record will be checked.',
        ),
      ],
    },
  },
  commerce: {
    preset: 'commerce',
    routing: {
      ...DEFAULT_SUPPORT.routing,
      strategy: 'skills',
      silentAfterSec: 180,
      boostSec: { vip: 120, complaint: 300, urgent: 420 },
    },
    groups: [
      { id: 'presale', name: '售前', topics: ['event', 'other'], overflowTo: ['aftersale'] },
      { id: 'aftersale', name: '售后', topics: ['refund', 'complaint'], overflowTo: ['presale'] },
      { id: 'logistics', name: '物流', topics: ['order', 'logistics'], overflowTo: ['aftersale'] },
    ],
    departments: ['客服', '仓库', '物流', '售后', '财务'],
    ticketDesk: COMMERCE_DESK,
    panels: ['orders', 'logistics', 'stock', 'room'],
    privacy: { masked: false, exportRestricted: false, revealMinutes: 15 },
    translation: DEFAULT_TRANSLATION,
    retentionDays: 365,
    auto: {
      ...DEFAULT_SUPPORT.auto,
      keywords: [
        reply(
          'ship',
          ['发货', '什么时候发'],
          '订单一般 48 小时内发出，客服会为您查询进度。',
          'Orders leave within 48 hours; we will look yours up.',
        ),
        reply(
          'track',
          ['物流', '快递', '到哪'],
          '请告知订单号，客服为您查询物流。',
          'Please tell the order number and we will track it.',
        ),
        reply(
          'return',
          ['退货', '换货'],
          '签收 7 天内可申请退换，请保留包装。',
          'Returns are possible within 7 days; please keep the packaging.',
        ),
      ],
    },
  },
  one_to_one: {
    preset: 'one_to_one',
    routing: { ...DEFAULT_SUPPORT.routing, strategy: 'familiar', acceptWithinSec: 20 },
    groups: [
      { id: 'general', name: '客服', topics: [], overflowTo: ['safety'] },
      {
        id: 'safety',
        name: '安全',
        topics: ['safety', 'privacy', 'minor', 'complaint'],
        overflowTo: ['general'],
      },
    ],
    departments: ['客服', '安全', '财务'],
    ticketDesk: PRIVATE_DESK,
    panels: ['privacy', 'sanctions'],
    privacy: { masked: true, exportRestricted: true, revealMinutes: 15 },
    translation: { ...DEFAULT_TRANSLATION, enabled: true },
    retentionDays: 30,
    auto: {
      ...DEFAULT_SUPPORT.auto,
      keywords: [
        reply(
          'harass',
          ['骚扰', '截图', '威胁'],
          '您的安全最重要，已优先为您转接安全专员。',
          'Your safety comes first: a safety specialist is being found.',
        ),
        reply(
          'minutes',
          ['扣费', '分钟'],
          '通话按分钟计费，客服可为您核对每一次通话。',
          'Calls are charged by the minute; we can check each one.',
        ),
      ],
    },
  },
};

/**
 * What a preset's undo puts back: the parts that the preset set, as they were. What was changed elsewhere since
 * (a key, a shop) stays.
 */
export function presetParts(before: SupportConfig, now: SupportConfig): PresetPatch {
  if (now.preset === 'own') return before;
  const parts = new Set(Object.keys(PRESETS[now.preset]));
  return Object.fromEntries(Object.entries(before).filter(([name]) => parts.has(name)));
}

/** One value that differs. */
export interface ConfigDifference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What would change, leaf by leaf; lists are compared whole. */
export function differences(before: unknown, after: unknown, path = ''): readonly ConfigDifference[] {
  if (isPlain(before) && isPlain(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) =>
      differences(before[name], after[name], path === '' ? name : `${path}.${name}`),
    );
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
