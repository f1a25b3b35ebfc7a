import { type } from '@orpc/contract';
import { z } from 'zod';
import { ConnectorSchema } from '../support/shop/connector.ts';
import type {
  ConnectorTest,
  ConnectorView,
  GoodsResult,
  LogisticsResult,
  OrdersResult,
  RefundsResult,
  RevealedRecipient,
  ShopAbout,
  StockResult,
} from '../support/shop/views.ts';
import { forRoles } from './procedure.ts';

const work = forRoles('controller', 'supervisor', 'agent');
const boss = forRoles('supervisor');

const id = z.string().min(1).max(200);
const cursor = z.string().max(400).optional();
const limit = z.coerce.number().int().min(1).max(100).default(20);

/** Beside what the shop is asked: a conversation or a ticket; its viewer and room go along, and it is recorded. */
export const BesideSchema = z.object({
  conversationId: z.string().min(1).max(400).optional(),
  ticketId: z.string().min(1).max(400).optional(),
  /** One shop alone; else all that serve the room. */
  connectorId: z.string().max(64).optional(),
});

/** Shops behind the room: goods, stock, orders, logistics, refunds. */
export const shopContract = {
  about: work
    .route({ method: 'GET', path: '/shop/about', summary: 'Which shops can be asked here' })
    .input(BesideSchema)
    .output(type<ShopAbout>()),
  orders: work
    .route({ method: 'GET', path: '/shop/orders', summary: 'The viewer’s orders, or one by its number' })
    .input(BesideSchema.extend({ orderId: id.optional(), limit, cursor }))
    .output(type<OrdersResult>()),
  goods: work
    .route({ method: 'GET', path: '/shop/goods', summary: 'Goods by id or by words' })
    .input(
      BesideSchema.extend({
        ids: z.array(id).max(100).optional(),
        text: z.string().max(100).optional(),
        limit,
        cursor,
      }),
    )
    .output(type<GoodsResult>()),
  stock: work
    .route({ method: 'GET', path: '/shop/stock', summary: 'How much there is of these variants' })
    .input(BesideSchema.extend({ skuIds: z.array(id).min(1).max(100) }))
    .output(type<StockResult>()),
  logistics: work
    .route({ method: 'GET', path: '/shop/logistics', summary: 'Parcels of an order, or one by its number' })
    .input(
      BesideSchema.extend({ orderId: id.optional(), trackingNumber: z.string().min(1).max(80).optional() }),
    )
    .output(type<LogisticsResult>()),
  refunds: work
    .route({ method: 'GET', path: '/shop/refunds', summary: 'The viewer’s refunds, or those of an order' })
    .input(BesideSchema.extend({ orderId: id.optional(), limit, cursor }))
    .output(type<RefundsResult>()),
  reveal: work
    .route({
      method: 'POST',
      path: '/shop/orders/{orderId}/reveal',
      summary: 'Name, phone and address of an order, with a reason that is recorded',
    })
    .input(
      BesideSchema.extend({
        orderId: id,
        connectorId: z.string().min(1).max(64),
        reason: z.string().min(3).max(500),
      }),
    )
    .output(type<RevealedRecipient>()),
  connectors: boss
    .route({ method: 'GET', path: '/shop/connectors', summary: 'Shops, how they are set and how they do' })
    .output(type<readonly ConnectorView[]>()),
  saveConnector: boss
    .route({ method: 'PUT', path: '/shop/connectors/{id}', summary: 'Add or change a shop' })
    .input(
      ConnectorSchema.extend({
        /** Signs our questions; kept in the secret store, never shown. Absent keeps the one there is. */
        secret: z.string().min(16).max(200).optional(),
      }),
    )
    .output(type<ConnectorView>()),
  removeConnector: boss
    .route({
      method: 'DELETE',
      path: '/shop/connectors/{connectorId}',
      summary: 'Remove a shop and its secret',
    })
    .input(z.object({ connectorId: z.string().min(1).max(64) }))
    .output(z.object({})),
  testConnector: boss
    .route({
      method: 'POST',
      path: '/shop/connectors/{connectorId}/test',
      summary: 'Ask it for a sign of life',
    })
    .input(z.object({ connectorId: z.string().min(1).max(64) }))
    .output(type<ConnectorTest>()),
} as const;
