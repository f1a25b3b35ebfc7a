import {
  DEFAULT_TARGETS,
  DEFAULT_TICKET_DESK,
  type TargetPolicy,
  type TicketDesk,
} from '../domain/ticket-desk.ts';
import { FieldSchema, type TicketField } from '../domain/ticket-fields.ts';

type Label = { readonly zh: string; readonly en: string };
const label = (zh: string, en: string): Label => ({ zh, en });
const field = (
  id: string,
  kind: TicketField['kind'],
  name: Label,
  more: Partial<TicketField> = {},
): TicketField => ({
  ...FieldSchema.parse({ id, kind, label: name }),
  ...more,
});
const options = (
  ...each: readonly (readonly [id: string, zh: string, en: string])[]
): TicketField['options'] => each.map(([id, zh, en]) => ({ id, label: { zh, en } }));

/** Working days, nine to nine, as a shop's back rooms keep them. */
const SHOP_HOURS: TargetPolicy['hours'] = {
  timeZone: 'Asia/Shanghai',
  days: Array.from({ length: 7 }, () => [{ from: '09:00', to: '21:00' }]),
  closed: [],
};
const times = (firstResponse: number, nextResponse: number, resolution: number) => ({
  firstResponse,
  nextResponse,
  resolution,
});
const shopTargets = (first: number, next: number, resolution: number): TargetPolicy => ({
  ...DEFAULT_TARGETS,
  hours: SHOP_HOURS,
  times: {
    low: times(first * 4, next * 4, resolution * 2),
    normal: times(first, next, resolution),
    high: times(Math.ceil(first / 2), Math.ceil(next / 2), resolution),
    urgent: times(Math.ceil(first / 4), Math.ceil(next / 4), Math.ceil(resolution / 2)),
  },
});

const MONEY_RULE: TicketDesk['rules'][number] = {
  id: 'money-escalated',
  name: '退款与充值升级转财务',
  enabled: true,
  at: 'escalated',
  when: [{ kind: 'topic', any: ['refund', 'recharge'] }],
  open: { type: 'refund' },
};

/** A show platform: gifts, disputes and mutes. */
export const SHOW_DESK: TicketDesk = { ...DEFAULT_TICKET_DESK, rules: [MONEY_RULE] };

/** A shop behind the room: warehouse, logistics and after-sales, each with its form and its promises. */
export const COMMERCE_DESK: TicketDesk = {
  types: [
    { id: 'return', name: label('退货退款', 'Return'), department: '售后', priority: 'normal' },
    { id: 'exchange', name: label('换货', 'Exchange'), department: '售后' },
    { id: 'damaged', name: label('破损少件', 'Damaged or missing'), department: '售后', priority: 'high' },
    { id: 'not_sent', name: label('催发货', 'Not sent yet'), department: '仓库' },
    { id: 'stock', name: label('缺货补货', 'Out of stock'), department: '仓库', priority: 'low' },
    { id: 'address', name: label('改地址', 'Change of address'), department: '仓库', priority: 'urgent' },
    { id: 'lost', name: label('物流异常', 'Parcel lost or stuck'), department: '物流', priority: 'high' },
    { id: 'refund', name: label('打款', 'Pay out'), department: '财务', priority: 'high' },
    { id: 'complaint', name: label('投诉', 'Complaint'), department: '客服', priority: 'high' },
    { id: 'other', name: label('其他', 'Other') },
  ],
  departments: [
    { name: '仓库', members: [], targets: shopTargets(60, 120, 720) },
    { name: '物流', members: [], targets: shopTargets(60, 120, 2_160) },
    { name: '售后', members: [], targets: shopTargets(30, 60, 2_160) },
  ],
  targets: DEFAULT_TARGETS,
  forms: [
    {
      id: 'warehouse',
      department: '仓库',
      fields: [
        field('orderId', 'order', label('订单号', 'Order'), { required: 'open' }),
        field('sku', 'text', label('规格', 'Variant'), { maxLength: 120 }),
        field('newAddress', 'paragraph', label('新地址', 'New address'), { maxLength: 400 }),
      ],
    },
    {
      id: 'logistics',
      department: '物流',
      fields: [
        field('orderId', 'order', label('订单号', 'Order'), { required: 'open' }),
        field('tracking', 'order', label('运单号', 'Tracking number')),
        field('carrier', 'choice', label('快递', 'Carrier'), {
          options: options(
            ['sf', '顺丰', 'SF'],
            ['jd', '京东', 'JD'],
            ['zto', '中通', 'ZTO'],
            ['other', '其他', 'Other'],
          ),
        }),
        field('lastSeen', 'date', label('最后更新', 'Last seen')),
      ],
    },
    {
      id: 'after-sales',
      department: '售后',
      fields: [
        field('orderId', 'order', label('订单号', 'Order'), { required: 'open' }),
        field('reason', 'choice', label('原因', 'Reason'), {
          required: 'open',
          options: options(
            ['size', '尺码不合适', 'Size'],
            ['quality', '质量问题', 'Quality'],
            ['damaged', '破损', 'Damaged'],
            ['missing', '少件', 'Missing parts'],
            ['other', '其他', 'Other'],
          ),
        }),
        field('amount', 'money', label('退款金额（元）', 'Refund, yuan'), {
          required: 'solve',
          min: 0,
          max: 1_000_000,
        }),
        field('returned', 'yesno', label('已寄回', 'Sent back')),
      ],
    },
  ],
  templates: [
    {
      id: 'return',
      name: '退货退款',
      title: '{viewer} 退货退款',
      description: '会话 {conversation}，房间 {room}。\n请核对订单与签收时间后处理。',
      type: 'return',
      fields: {},
    },
    {
      id: 'lost',
      name: '物流停滞',
      title: '{viewer} 物流停滞',
      description: '会话 {conversation}。\n请联系快递查件，48 小时无更新按丢件处理。',
      type: 'lost',
      fields: {},
    },
  ],
  rules: [
    {
      id: 'refund-escalated',
      name: '退款升级转售后',
      enabled: true,
      at: 'escalated',
      when: [{ kind: 'topic', any: ['refund', 'complaint'] }],
      open: { templateId: 'return' },
    },
    {
      id: 'logistics-escalated',
      name: '物流升级转物流',
      enabled: true,
      at: 'escalated',
      when: [{ kind: 'topic', any: ['order', 'logistics'] }],
      open: { templateId: 'lost' },
    },
  ],
};

/** Talks between two: safety first, within minutes. */
export const PRIVATE_DESK: TicketDesk = {
  ...DEFAULT_TICKET_DESK,
  types: [
    { id: 'harassment', name: label('骚扰', 'Harassment'), department: '安全', priority: 'urgent' },
    { id: 'minor', name: label('未成年人', 'Minor'), department: '安全', priority: 'urgent' },
    { id: 'privacy', name: label('隐私泄露', 'Privacy'), department: '安全', priority: 'high' },
    { id: 'billing', name: label('扣费争议', 'Charges'), department: '财务', priority: 'high' },
    { id: 'other', name: label('其他', 'Other') },
  ],
  departments: [
    {
      name: '安全',
      members: [],
      targets: {
        ...DEFAULT_TARGETS,
        pauseWhilePending: false,
        times: {
          low: times(60, 120, 1_440),
          normal: times(30, 60, 1_440),
          high: times(15, 30, 480),
          urgent: times(5, 15, 120),
        },
      },
    },
  ],
  rules: [
    {
      id: 'safety-escalated',
      name: '安全问题转安全',
      enabled: true,
      at: 'escalated',
      when: [{ kind: 'topic', any: ['safety', 'minor', 'privacy'] }],
      open: { type: 'harassment' },
    },
  ],
};
