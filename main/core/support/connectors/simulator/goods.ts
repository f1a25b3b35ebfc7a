import { createHash } from 'node:crypto';
import { yuan } from '../../../../../shared/domain/money.ts';
import type { Goods, Order, Refund, Shipment, Stock } from '../../../../../shared/support/shop/goods.ts';

/** What a simulated shop has. */
export interface ShopData {
  readonly goods: readonly Goods[];
  readonly stock: readonly Stock[];
  /** A viewer's orders, newest first; the same viewer always has the same. */
  readonly ordersOf: (viewerId: string) => readonly Order[];
  readonly order: (orderId: string) => Order | undefined;
  readonly shipmentsOf: (order: Order) => readonly Shipment[];
  readonly refundsOf: (order: Order) => readonly Refund[];
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const GOODS: readonly Goods[] = [
  goods('g-tee', '小满应援 T 恤', 8_900, '服饰', ['白 S', '白 M', '黑 L']),
  goods('g-lamp', '星空投影灯', 12_900, '家居', ['暖光', '彩光']),
  goods('g-tea', '茉莉冷泡茶 12 包', 3_990, '食品', ['12 包', '24 包']),
  goods('g-mic', '桌面电容麦克风', 29_900, '数码', ['标准', '套装']),
];

/** A shop's data as of `now` (epoch ms). */
export function createShopData(now: () => number): ShopData {
  const orders = new Map<string, Order>();
  const ordersOf = (viewerId: string): readonly Order[] => {
    const seed = hash(viewerId);
    const made = Array.from({ length: 1 + (seed % 3) }, (_, index) => makeOrder(viewerId, index, now()));
    for (const order of made) orders.set(order.id, order);
    return made;
  };
  // A number that agents may try without knowing a viewer.
  for (const viewer of ['demo-1', 'demo-2', 'demo-3']) ordersOf(viewer);
  return {
    goods: GOODS,
    stock: GOODS.flatMap((each) =>
      each.skus.map(
        (sku): Stock => ({
          skuId: sku.id,
          available: hash(sku.id) % 80,
          reserved: hash(sku.id) % 7,
          warehouse: hash(sku.id) % 2 === 0 ? '杭州一号仓' : '广州仓',
        }),
      ),
    ),
    ordersOf,
    order: (orderId) => orders.get(orderId),
    shipmentsOf: (order) =>
      order.trackingNumbers.map((trackingNumber) => makeShipment(order, trackingNumber)),
    refundsOf: (order) => (order.state === 'refunding' ? [makeRefund(order)] : []),
  };
}

const STATES: readonly Order['state'][] = ['shipped', 'paid', 'delivered', 'refunding', 'finished'];

function makeOrder(viewerId: string, index: number, now: number): Order {
  const seed = hash(`${viewerId}/${index}`);
  const [item] = GOODS.slice(seed % GOODS.length);
  const picked = item ?? goods('g-none', '—', 0, '', ['—']);
  const count = 1 + (seed % 2);
  const state = STATES[seed % STATES.length] ?? 'paid';
  const createdAt = now - (index * 9 + 1) * DAY_MS - (seed % 20) * HOUR_MS;
  const isSent = state !== 'paid';
  const [sku] = picked.skus;
  return {
    id: `DD${String(100_000 + (seed % 900_000))}${index}`,
    viewerId,
    state,
    createdAt,
    paidAt: createdAt + 60_000,
    ...(isSent ? { shippedAt: createdAt + 20 * HOUR_MS } : {}),
    total: yuan(BigInt(picked.price.amountMinor) * BigInt(count)),
    items: [
      {
        goodsId: picked.id,
        ...(sku === undefined ? {} : { skuId: sku.id }),
        name: picked.name,
        count,
        price: picked.price,
      },
    ],
    recipient: {
      name: ['周小雨', '欧阳晴', '李雷'][seed % 3] ?? '周小雨',
      phone: `138${String(10_000_000 + (seed % 89_999_999))}`,
      region: ['浙江省杭州市', '广东省深圳市', '四川省成都市'][seed % 3] ?? '浙江省杭州市',
      address: `某某路 ${seed % 200} 号 ${seed % 20} 幢 ${100 + (seed % 800)} 室`,
    },
    trackingNumbers: isSent ? [`SF${String(1_000_000_000 + (seed % 1_000_000_000))}`] : [],
  };
}

function makeShipment(order: Order, trackingNumber: string): Shipment {
  const sent = order.shippedAt ?? order.createdAt;
  const isThere = order.state === 'delivered' || order.state === 'finished';
  return {
    trackingNumber,
    orderId: order.id,
    carrier: '顺丰',
    state: isThere ? 'delivered' : 'transit',
    expectedAt: sent + 3 * DAY_MS,
    steps: [
      { at: sent, text: '包裹已由仓库交给快递', place: '杭州' },
      { at: sent + 8 * HOUR_MS, text: '到达转运中心，准备发往下一站', place: '金华' },
      ...(isThere ? [{ at: sent + 2 * DAY_MS, text: '已签收，快递员电话 13900001234', place: '本地' }] : []),
    ],
  };
}

function makeRefund(order: Order): Refund {
  return {
    id: `TK${order.id.slice(2)}`,
    orderId: order.id,
    ...(order.viewerId === undefined ? {} : { viewerId: order.viewerId }),
    state: 'asked',
    amount: order.total,
    reason: '尺码不合适',
    askedAt: order.createdAt + 4 * DAY_MS,
  };
}

function goods(id: string, name: string, fen: number, category: string, skus: readonly string[]): Goods {
  return {
    id,
    name,
    price: yuan(fen),
    onSale: true,
    category,
    skus: skus.map((sku, index) => ({ id: `${id}-${index + 1}`, name: sku })),
  };
}

function hash(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
