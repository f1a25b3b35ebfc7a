import type { z } from 'zod';
import type { BesideSchema } from '../../../shared/api/shop.ts';
import { fault } from '../../../shared/domain/fault.ts';
import type { ShopKind } from '../../../shared/support/shop/connector.ts';
import type { ShopResult } from '../../../shared/support/shop/views.ts';
import { actorOf, type Caller } from '../access/members.ts';
import type { Services } from '../services.ts';
import type { RowOf } from '../support/connectors/rows.ts';
import type { Beside, Question } from '../support/connectors/service.ts';
import { api, checkRoom, checkWholeHub, errorOf, unwrap } from './context.ts';

/** Shops behind the room. */
export function shopRouter({ shop, support, tickets }: Services) {
  /** The room and the viewer of what the question stands beside; the session must see the room. */
  const besideOf = async (
    caller: Caller,
    input: { readonly conversationId?: string | undefined; readonly ticketId?: string | undefined },
  ): Promise<Beside> => {
    if (input.conversationId !== undefined) {
      const { id, roomId, viewer } = unwrap(await support.state.get(input.conversationId));
      checkRoom(caller, roomId);
      return { roomId, subject: id, viewerId: viewer.signed ? viewer.id : undefined };
    }
    if (input.ticketId === undefined) throw errorOf(fault('invalid', 'conversationId or ticketId'));
    const { id, roomId, person } = unwrap(await tickets.work.find(input.ticketId));
    checkRoom(caller, roomId);
    return { roomId, subject: id, viewerId: person?.id };
  };

  const look = async <K extends ShopKind>(
    kind: K,
    caller: Caller,
    where: z.infer<typeof BesideSchema>,
    question: Question<K>,
  ): Promise<ShopResult<RowOf<K>>> => {
    const beside = await besideOf(caller, where);
    return { parts: unwrap(await shop.look(kind, beside, question, actorOf(caller), where.connectorId)) };
  };

  return {
    about: api.shop.about.handler(async ({ input, context }) =>
      shop.about(await besideOf(context.caller, input)),
    ),
    orders: api.shop.orders.handler(async ({ input, context }) => {
      const { conversationId, ticketId, connectorId, ...question } = input;
      return look('orders', context.caller, { conversationId, ticketId, connectorId }, question);
    }),
    goods: api.shop.goods.handler(async ({ input, context }) => {
      const { conversationId, ticketId, connectorId, ...question } = input;
      return look('goods', context.caller, { conversationId, ticketId, connectorId }, question);
    }),
    stock: api.shop.stock.handler(async ({ input, context }) => {
      const { conversationId, ticketId, connectorId, skuIds } = input;
      return look('stock', context.caller, { conversationId, ticketId, connectorId }, { skuIds });
    }),
    logistics: api.shop.logistics.handler(async ({ input, context }) => {
      const { conversationId, ticketId, connectorId, ...question } = input;
      return look('logistics', context.caller, { conversationId, ticketId, connectorId }, question);
    }),
    refunds: api.shop.refunds.handler(async ({ input, context }) => {
      const { conversationId, ticketId, connectorId, ...question } = input;
      return look('refunds', context.caller, { conversationId, ticketId, connectorId }, question);
    }),
    reveal: api.shop.reveal.handler(async ({ input, context }) => {
      const beside = await besideOf(context.caller, input);
      return unwrap(await shop.reveal(beside, input, actorOf(context.caller)));
    }),
    connectors: api.shop.connectors.handler(({ context }) => {
      checkWholeHub(context.caller);
      return shop.views();
    }),
    saveConnector: api.shop.saveConnector.handler(async ({ input, context }) => {
      checkWholeHub(context.caller);
      const { secret, ...connector } = input;
      return unwrap(await shop.save(connector, secret, actorOf(context.caller)));
    }),
    removeConnector: api.shop.removeConnector.handler(async ({ input, context }) => {
      checkWholeHub(context.caller);
      unwrap(await shop.remove(input.connectorId, actorOf(context.caller)));
      return {};
    }),
    testConnector: api.shop.testConnector.handler(async ({ input, context }) => {
      checkWholeHub(context.caller);
      return unwrap(await shop.test(input.connectorId));
    }),
  };
}
