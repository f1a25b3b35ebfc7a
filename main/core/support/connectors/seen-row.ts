import type { ShopKind } from '../../../../shared/support/shop/connector.ts';
import { maskOrder, maskRefund, maskShipment } from '../../../../shared/support/shop/mask-order.ts';
import type { RowOf, ShopRows } from './rows.ts';

/** A row as an agent sees it: personal data masked, and whether it is the viewer's. */
export function seenRow<K extends ShopKind>(
  kind: K,
  row: RowOf<K>,
  beside: { readonly viewerId?: string | undefined },
): RowOf<K> {
  const seen: { readonly [P in ShopKind]: (row: ShopRows[P]) => ShopRows[P] } = {
    goods: (each) => each,
    stock: (each) => each,
    orders: (each) => ({
      ...maskOrder(each),
      ...(beside.viewerId === undefined
        ? {}
        : {
            isViewers:
              each.viewerId !== undefined &&
              beside.viewerId.slice(beside.viewerId.indexOf(':') + 1) === each.viewerId,
          }),
    }),
    logistics: maskShipment,
    refunds: maskRefund,
  };
  return seen[kind](row);
}
