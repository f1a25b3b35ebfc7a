import { fault } from '../../../shared/domain/fault.ts';
import { actorOf, type Caller } from '../access/members.ts';
import type { Services } from '../services.ts';
import type { Beside } from '../support/connectors/service.ts';
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

  return {
    about: api.shop.about.handler(async ({ input, context }) =>
      shop.about(await besideOf(context.caller, input)),
    ),
    orders: api.shop.orders.handler(async ({ input, context }) => {
      const { conversationId, ticketId, connectorId, ...question } = input;
      const beside = await besideOf(context.caller, { conversationId, ticketId });
      return {
        parts: unwrap(await shop.look('orders', beside, question, actorOf(context.caller), connectorId)),
      };
    }),
    goods: api.shop.goods.handler(async ({ input, context }) => {
      const { conversationId, ticketId, connectorId, ...question } = input;
      const beside = await besideOf(context.caller, { conversationId, ticketId });
      return {
        parts: unwrap(await shop.look('goods', beside, question, actorOf(context.caller), connectorId)),
      };
    }),
    stock: api.shop.stock.handler(async ({ input, context }) => {
      const { conversationId, ticketId, connectorId, ...question } = input;
      const beside = await besideOf(context.caller, { conversationId, ticketId });
      return {
        parts: unwrap(await shop.look('stock', beside, question, actorOf(context.caller), connectorId)),
      };
    }),
    logistics: api.shop.logistics.handler(async ({ input, context }) => {
      const { conversationId, ticketId, connectorId, ...question } = input;
      const beside = await besideOf(context.caller, { conversationId, ticketId });
      return {
        parts: unwrap(await shop.look('logistics', beside, question, actorOf(context.caller), connectorId)),
      };
    }),
    refunds: api.shop.refunds.handler(async ({ input, context }) => {
      const { conversationId, ticketId, connectorId, ...question } = input;
      const beside = await besideOf(context.caller, { conversationId, ticketId });
      return {
        parts: unwrap(await shop.look('refunds', beside, question, actorOf(context.caller), connectorId)),
      };
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
