import type { ShopKind } from '../../../../shared/support/shop/connector.ts';
import type { Goods, Refund, Shipment, Stock } from '../../../../shared/support/shop/goods.ts';
import { SHOP_ROW, type ShopQuestion } from '../../../../shared/support/shop/protocol.ts';
import type { OrderView } from '../../../../shared/support/shop/views.ts';

/** A row of each kind. */
export interface ShopRows {
  readonly goods: Goods;
  readonly stock: Stock;
  readonly orders: OrderView;
  readonly logistics: Shipment;
  readonly refunds: Refund;
}
export type RowOf<K extends ShopKind> = ShopRows[K];

/**
 * The rows that fit their schema and were asked for. A shop that answers with somebody else's orders has them left
 * out: what is not asked for is not shown.
 */
export function fittingRows<K extends ShopKind>(
  kind: K,
  rows: readonly unknown[],
  question: ShopQuestion,
): { readonly rows: readonly RowOf<K>[]; readonly dropped: number } {
  const fitting: RowOf<K>[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const parsed = SHOP_ROW[kind].safeParse(row);
    // One kind's schema gives that kind's row.
    const value = parsed.success ? (parsed.data as RowOf<K>) : undefined;
    if (value === undefined || !isAskedFor(value, question)) continue;
    const key = keyOf(value);
    if (seen.has(key)) continue;
    seen.add(key);
    fitting.push(value);
  }
  return { rows: fitting, dropped: rows.length - fitting.length };
}

function isAskedFor(row: ShopRows[ShopKind], question: ShopQuestion): boolean {
  switch (question.kind) {
    case 'goods':
      return question.ids === undefined || ('id' in row && question.ids.includes(row.id));
    case 'stock':
      return 'skuId' in row && question.skuIds.includes(row.skuId);
    case 'orders':
      if (!('total' in row)) return false;
      return question.orderId === undefined
        ? row.viewerId === question.viewerId
        : row.id === question.orderId;
    case 'refunds':
      if (!('amount' in row)) return false;
      return question.orderId === undefined
        ? row.viewerId === question.viewerId
        : row.orderId === question.orderId;
    case 'logistics':
      if (!('trackingNumber' in row)) return false;
      return question.trackingNumber === undefined
        ? row.orderId === question.orderId
        : row.trackingNumber === question.trackingNumber;
    case 'ping':
      return false;
  }
}

function keyOf(row: ShopRows[ShopKind]): string {
  if ('skuId' in row) return `${row.skuId} ${row.warehouse ?? ''}`;
  return 'trackingNumber' in row ? row.trackingNumber : row.id;
}
