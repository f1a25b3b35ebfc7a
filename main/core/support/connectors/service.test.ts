import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONNECTOR_DEFAULTS } from '../../../../shared/support/shop/connector.ts';
import { AGENT, type SupportTest, startSupportTest } from '../../testing/support.ts';
import { type SimulatedShop, startShop } from './simulator/shop.ts';

const SECRET = 'a-secret-of-the-shop';
const uuid = (): string => crypto.randomUUID();
let test: SupportTest;
let shop: SimulatedShop;
let conversationId: string;
beforeEach(async () => {
  test = await startSupportTest();
  shop = await startShop({ secret: SECRET, clock: { now: Date.now } });
  await save('c1');
  const { client } = await test.viewer('u1', { name: '小雨' });
  conversationId = (await client.start({ id: uuid(), topic: 'order' })).id;
});
afterEach(async () => {
  await shop.close();
  await test.core.close();
});

const save = (id: string, more: object = {}) =>
  test.supervisor.shop.saveConnector({
    ...CONNECTOR_DEFAULTS,
    id,
    name: `商城 ${id}`,
    url: shop.url,
    allowPrivateNetwork: true,
    cacheSec: 0,
    secret: SECRET,
    ...more,
  });
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: { readonly code?: string }) => String(error.code),
  );
const auditOf = async (prefix: string): Promise<readonly (readonly (string | undefined)[])[]> =>
  (await test.supervisor.review.audit({ limit: 100 })).entries
    .filter((entry) => entry.what.startsWith(prefix))
    .map((entry) => [entry.what, entry.actor.id, entry.subject, entry.detail]);

describe('a viewer’s orders beside the conversation', () => {
  it('come from the shop, masked, with their parcels and refunds, and each look is in the audit', async () => {
    const about = await test.agent.shop.about({ conversationId });
    const { parts } = await test.agent.shop.orders({ conversationId });
    const own = shop.data.ordersOf('u1');
    const [order] = parts[0]?.rows ?? [];
    const goods = await test.agent.shop.goods({ conversationId, text: '麦克风' });
    const stock = await test.agent.shop.stock({ conversationId, skuIds: ['g-mic-1'] });
    expect([
      about,
      parts.map((part) => [part.connectorId, part.rows.length, part.dropped, part.fault]),
      [order?.recipient?.name, order?.recipient?.phone, order?.recipient?.address, order?.isViewers],
      goods.parts[0]?.rows.map((row) => row.id),
      stock.parts[0]?.rows.map((row) => row.skuId),
      shop.asked.map((each) => [each.platform, each.roomId, each.question.kind]),
    ]).toEqual([
      { connectors: [{ id: 'c1', name: '商城 c1' }], viewerKnown: true },
      [['c1', own.length, 0, undefined]],
      [expect.stringMatching(/^.\*{1,3}$/), expect.stringMatching(/^138\*{4}\d{4}$/), '****', true],
      ['g-mic'],
      ['g-mic-1'],
      [
        ['demo', 'room', 'orders'],
        ['demo', 'room', 'goods'],
        ['demo', 'room', 'stock'],
      ],
    ]);
    expect((await auditOf('shop.')).map((each) => each.slice(0, 3))).toEqual(
      expect.arrayContaining([
        ['shop.orders', 'chen', conversationId],
        ['shop.goods', 'chen', conversationId],
        ['shop.stock', 'chen', conversationId],
      ]),
    );
  });

  it('are shown whole only with a reason, which is written down first', async () => {
    const [order] = shop.data.ordersOf('u1');
    const orderId = order?.id ?? '';
    const asked = { conversationId, connectorId: 'c1', orderId, reason: '核对收货地址' };
    const revealed = await test.agent.shop.reveal(asked);
    const short = await codeOf(test.agent.shop.reveal({ ...asked, reason: 'x' }));
    const nobodys = await codeOf(test.agent.shop.reveal({ ...asked, orderId: 'DD0' }));
    expect([revealed.recipient, short, nobodys, await auditOf('shop.reveal')]).toEqual([
      order?.recipient,
      'invalid',
      'not_found',
      [
        ['shop.reveal', 'chen', conversationId, `c1 ${orderId}: 核对收货地址`],
        ['shop.reveal', 'chen', conversationId, 'c1 DD0: 核对收货地址'],
      ],
    ]);
  });

  it('an anonymous viewer has none without a number, and somebody else’s is marked', async () => {
    const { client } = await test.viewer();
    const talk = (await client.start({ id: uuid(), topic: 'order' })).id;
    const [order] = shop.data.ordersOf('u2');
    const without = await codeOf(test.agent.shop.orders({ conversationId: talk }));
    const withNumber = await test.agent.shop.orders({ conversationId, orderId: order?.id ?? '' });
    const nowhere = await codeOf(test.agent.shop.orders({}));
    expect([without, nowhere, withNumber.parts[0]?.rows.map((row) => [row.id, row.isViewers])]).toEqual([
      'invalid',
      'invalid',
      [[order?.id, false]],
    ]);
  });
});

describe('what a hostile shop says', () => {
  it('is taken row by row: what fits no schema or is somebody else’s is left out and counted', async () => {
    const [theirs] = shop.data.ordersOf('u2');
    const [mine] = shop.data.ordersOf('u1');
    const bad: readonly unknown[] = [
      theirs,
      { ...theirs, viewerId: undefined },
      null,
      'text',
      { id: '__proto__' },
      { ...mine, id: 'x'.repeat(500) },
      { ...mine, id: 'y', total: { kind: 'cash', unit: 'CNY', amountMinor: '1e9', scale: 2 } },
      { ...mine, id: 'z', createdAt: -1 },
      { ...mine, id: 'w', items: Array.from({ length: 200 }, () => mine?.items[0]) },
      mine,
    ];
    shop.set({ kind: 'rows', rows: bad });
    const { parts } = await test.agent.shop.orders({ conversationId });
    const [view] = await test.supervisor.shop.connectors();
    expect([parts[0]?.rows.map((row) => row.id), parts[0]?.dropped, view?.counts.droppedRows]).toEqual([
      shop.data.ordersOf('u1').map((order) => order.id),
      bad.length,
      bad.length,
    ]);
  });

  it('keeps its words and hides what is personal in them', async () => {
    const [order] = shop.data.ordersOf('u1');
    const text = '<img src=x onerror=alert(1)>';
    shop.set({
      kind: 'rows',
      rows: [
        {
          ...order,
          id: 'n1',
          buyerNote: `${text} 打 13800138000`,
          items: [{ ...order?.items[0], name: text }],
        },
      ],
    });
    const { parts } = await test.agent.shop.orders({ conversationId });
    const row = parts[0]?.rows.find((each) => each.id === 'n1');
    expect([row?.buyerNote, row?.items[0]?.name]).toEqual([`${text} 打 [手机号]`, text]);
  });

  it('that is down does not hide the other', async () => {
    await save('c2', { url: 'http://127.0.0.1:1/' });
    const { parts } = await test.agent.shop.orders({ conversationId });
    expect(parts.map((part) => [part.connectorId, part.rows.length > 0, part.fault?.code])).toEqual([
      ['c1', true, undefined],
      ['c2', false, 'unreachable'],
    ]);
  });
});

describe('which shop is asked', () => {
  it.each([
    ['every room', { rooms: 'all' }, 1],
    ['this room', { rooms: ['room'] }, 1],
    ['another room', { rooms: ['other'] }, 0],
    ['no room', { rooms: [] }, 0],
    ['this platform', { platforms: ['demo'] }, 1],
    ['another platform', { platforms: ['twitch'] }, 0],
    ['no platform', { platforms: [] }, 0],
    ['switched off', { enabled: false }, 0],
  ])('%s', async (_, more, count) => {
    await save('c1', more);
    const { connectors } = await test.agent.shop.about({ conversationId });
    expect(connectors.length).toBe(count);
  });

  it('is kept without its secret, tried, changed and removed', async () => {
    const tested = await test.supervisor.shop.testConnector({ connectorId: 'c1' });
    const [kept] = await test.supervisor.shop.connectors();
    const config = JSON.stringify([
      await test.supervisor.support.config.get(),
      await test.supervisor.shop.connectors(),
      (await test.store.list({ table: 'settings', limit: 100 })).rows,
      await auditOf('shop.'),
    ]);
    const blocked = await save('c3', { allowPrivateNetwork: false }).then(() =>
      test.supervisor.shop.testConnector({ connectorId: 'c3' }),
    );
    await test.supervisor.shop.removeConnector({ connectorId: 'c1' });
    await test.supervisor.shop.removeConnector({ connectorId: 'c3' });
    expect([
      [tested.ok, tested.shopName, tested.kinds?.length],
      [kept?.hasSecret, kept?.builtIn],
      config.includes(SECRET),
      [blocked.ok, blocked.fault?.code],
      await test.supervisor.shop.connectors(),
      await codeOf(test.supervisor.shop.removeConnector({ connectorId: 'c1' })),
    ]).toEqual([[true, '模拟商城', 5], [true, false], false, [false, 'forbidden'], [], 'not_found']);
  });
});

describe('an order on a ticket', () => {
  it('is linked with one line about it, if the shop knows it', async () => {
    const ticket = await test.agent.tickets.open({
      id: uuid(),
      roomId: 'room',
      title: '退货',
      personId: 'demo:u1',
    });
    const [order] = shop.data.ordersOf('u1');
    const id = order?.id ?? '';
    const linked = await test.agent.tickets.link({ ticketId: ticket.id, kind: 'order', id });
    const twice = await test.agent.tickets.link({ ticketId: ticket.id, kind: 'order', id });
    const unknown = await codeOf(test.agent.tickets.link({ ticketId: ticket.id, kind: 'order', id: 'DD0' }));
    const beside = await test.agent.shop.orders({ ticketId: ticket.id });
    const off = await test.agent.tickets.unlink({ ticketId: ticket.id, kind: 'order', id });
    shop.set({ kind: 'hang' });
    expect([
      linked.links?.map((link) => [link.kind, link.id, link.connectorId, link.by.id, link.title]),
      twice.version === linked.version,
      unknown,
      beside.parts[0]?.rows.length,
      off.links,
    ]).toEqual([
      [['order', id, 'c1', AGENT.id, expect.stringContaining(`${id} · ${order?.state} · ¥`)]],
      true,
      'not_found',
      shop.data.ordersOf('u1').length,
      [],
    ]);
  });
});
