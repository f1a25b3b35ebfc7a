import type { Fault } from '../../domain/fault.ts';
import type { Connector, ShopCounts, ShopKind } from './connector.ts';
import type { Goods, Order, Recipient, Refund, Shipment, Stock } from './goods.ts';

/** An order as an agent sees it: name, phone and address masked. */
export interface OrderView extends Order {
  /** The shop says that the asked viewer bought it; absent where it is not known who the viewer is. */
  readonly isViewers?: boolean | undefined;
}

/** What one shop said; `fault` where it could not. One that is down does not hide the others. */
export interface ShopPart<T> {
  readonly connectorId: string;
  readonly name: string;
  readonly rows: readonly T[];
  readonly cursor?: string | undefined;
  /** Rows left out because they fit no schema, or were somebody else's. */
  readonly dropped: number;
  /** When the shop was asked, epoch ms; earlier than now for an answer from the cache. */
  readonly askedAt?: number | undefined;
  readonly fault?: Fault | undefined;
}

/** What all shops of the room said. */
export interface ShopResult<T> {
  readonly parts: readonly ShopPart<T>[];
}
export type GoodsResult = ShopResult<Goods>;
export type StockResult = ShopResult<Stock>;
export type OrdersResult = ShopResult<OrderView>;
export type LogisticsResult = ShopResult<Shipment>;
export type RefundsResult = ShopResult<Refund>;

/** Which shops can be asked beside a conversation or a ticket. */
export interface ShopAbout {
  readonly connectors: readonly { readonly id: string; readonly name: string }[];
  /** The platform signed who the viewer is, so that orders can be asked for without a number. */
  readonly viewerKnown: boolean;
}

/** A connector as supervisors see it. */
export interface ConnectorView {
  readonly connector: Connector;
  /** A secret is kept for it. */
  readonly hasSecret: boolean;
  /** Comes with the demo and is not stored. */
  readonly builtIn: boolean;
  readonly counts: ShopCounts;
  /** Held back until then, epoch ms, after failures in a row. */
  readonly openUntil?: number | undefined;
  readonly lastFault?: Fault | undefined;
  readonly lastAnswerAt?: number | undefined;
}

/** What a test call came to. */
export interface ConnectorTest {
  readonly ok: boolean;
  readonly ms: number;
  readonly shopName?: string | undefined;
  readonly kinds?: readonly ShopKind[] | undefined;
  readonly fault?: Fault | undefined;
}

/** Personal data of an order, shown after a reason was given. */
export interface RevealedRecipient {
  readonly orderId: string;
  readonly recipient: Recipient;
  readonly until: number;
}
