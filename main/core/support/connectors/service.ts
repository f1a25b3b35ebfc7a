import type { Actor } from '../../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../../shared/domain/effects.ts';
import { fault } from '../../../../shared/domain/fault.ts';
import { formatMoney } from '../../../../shared/domain/money.ts';
import { fail, ok, type Result } from '../../../../shared/domain/result.ts';
import type { Secrets } from '../../../../shared/plugin/secrets.ts';
import type { Connector, ShopKind } from '../../../../shared/support/shop/connector.ts';
import type { Order, Refund } from '../../../../shared/support/shop/goods.ts';
import {
  SHOP_PROTOCOL,
  type ShopQuestionInput,
  ShopQuestionSchema,
  type ShopRequest,
} from '../../../../shared/support/shop/protocol.ts';
import type {
  ConnectorTest,
  ConnectorView,
  RevealedRecipient,
  ShopAbout,
  ShopPart,
} from '../../../../shared/support/shop/views.ts';
import { auditOf, type Desk } from '../../desk.ts';
import type { ShopLine } from '../../tickets/linking.ts';
import type { SupportSettings } from '../config.ts';
import { createShopClient, type ShopClient } from './client.ts';
import { fittingRows, type RowOf } from './rows.ts';
import { seenRow } from './seen-row.ts';

/** Where a question comes from: its room, whose it is, and what it is recorded under. */
export interface Beside {
  readonly roomId: string;
  /** Conversation or ticket id, for the audit. */
  readonly subject: string;
  /** `platform:id`, only where the platform said who it is. */
  readonly viewerId?: string | undefined;
}

/** A shop that comes with the demo. */
export interface BuiltInShop {
  readonly connector: Connector;
  readonly secret: string;
}

/** What is asked of a shop, without whose it is. */
export type Question<K extends ShopKind> = Omit<Extract<ShopQuestionInput, { kind: K }>, 'kind' | 'viewerId'>;

/** Shops behind the room. */
export interface Shop {
  readonly about: (beside: Beside) => ShopAbout;
  /**
   * Asks every shop that serves the room, or one; each answers or says why not. Rows are checked one by one, those
   * of somebody else are left out and counted, personal data is masked, and the question is in the audit.
   */
  readonly look: <K extends ShopKind>(
    kind: K,
    beside: Beside,
    question: Question<K>,
    by: Actor,
    connectorId?: string,
  ) => Promise<Result<readonly ShopPart<RowOf<K>>[]>>;
  /** Name, phone and address of an order; the reason is in the audit before anyone sees them. */
  readonly reveal: (
    beside: Beside,
    ask: { readonly orderId: string; readonly connectorId: string; readonly reason: string },
    by: Actor,
  ) => Promise<Result<RevealedRecipient>>;
  /** One line about an order or refund, for a link. */
  readonly line: (
    beside: Beside,
    target: { readonly kind: string; readonly id: string; readonly connectorId?: string | undefined },
    by: Actor,
  ) => Promise<Result<ShopLine>>;
  readonly views: () => Promise<readonly ConnectorView[]>;
  readonly save: (
    connector: Connector,
    secret: string | undefined,
    by: Actor,
  ) => Promise<Result<ConnectorView>>;
  readonly remove: (connectorId: string, by: Actor) => Promise<Result<null>>;
  readonly test: (connectorId: string) => Promise<Result<ConnectorTest>>;
}

const REVEAL_MS = 900_000;
const MOST_SHOPS = 20;

/** Puts the shops together. */
export function createShop(deps: {
  readonly settings: SupportSettings;
  readonly secrets: Secrets;
  readonly builtIn: readonly BuiltInShop[];
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
}): Shop {
  const { settings, secrets, desk, clock, ids } = deps;
  const clients = new Map<string, { readonly made: string; readonly client: ShopClient }>();
  const builtIn = new Map(deps.builtIn.map((each) => [each.connector.id, each]));

  const all = (): readonly Connector[] => [
    ...settings.current().connectors.filter((each) => !builtIn.has(each.id)),
    ...deps.builtIn.map((each) => each.connector),
  ];
  const secretOf = async (connectorId: string): Promise<string | null> =>
    builtIn.get(connectorId)?.secret ?? secrets.get(nameOf(connectorId));
  const clientOf = (connector: Connector): ShopClient => {
    const made = JSON.stringify(connector);
    const known = clients.get(connector.id);
    if (known?.made === made) return known.client;
    const client = createShopClient({ connector, secret: () => secretOf(connector.id), clock, ids });
    clients.set(connector.id, { made, client });
    return client;
  };
  const serving = (beside: Beside, connectorId?: string): readonly Connector[] => {
    const platform = platformOf(beside.viewerId);
    return all().filter(
      (each) =>
        each.enabled &&
        (connectorId === undefined || each.id === connectorId) &&
        (each.rooms === 'all' || each.rooms.includes(beside.roomId)) &&
        (each.platforms === 'all' ||
          (platform === '' ? each.platforms.length > 0 : each.platforms.includes(platform))),
    );
  };
  const requestOf = (beside: Beside, question: ShopRequest['question']): ShopRequest => ({
    protocol: SHOP_PROTOCOL,
    roomId: beside.roomId,
    platform: platformOf(beside.viewerId),
    question,
  });
  const record = (beside: Beside, by: Actor, what: string, detail: string): Promise<Result<null>> =>
    desk.commit(
      [],
      [
        auditOf(clock.now(), by, what, {
          roomId: beside.roomId,
          subject: beside.subject,
          detail: detail.slice(0, 400),
        }),
      ],
    );

  /** One shop's rows as it gave them, checked and not yet masked. */
  const askOne = async <K extends ShopKind>(
    connector: Connector,
    kind: K,
    beside: Beside,
    question: ShopRequest['question'],
    fresh?: 'fresh',
  ): Promise<Result<ShopPart<RowOf<K>>>> => {
    const client = clientOf(connector);
    const said = await client.ask(requestOf(beside, question), fresh);
    if (!said.ok) return said;
    const { answer, askedAt } = said.value;
    const { rows, dropped } = fittingRows(kind, answer.rows, question);
    client.dropped(dropped);
    return ok({
      connectorId: connector.id,
      name: connector.name,
      rows,
      dropped,
      askedAt,
      ...(answer.cursor === undefined ? {} : { cursor: answer.cursor }),
    });
  };

  const look: Shop['look'] = async (kind, beside, asked, by, connectorId) => {
    const question = questionOf(kind, beside, asked);
    if (!question.ok) return question;
    const shops = serving(beside, connectorId);
    if (shops.length === 0) return fail(fault('not_found', 'no shop serves this room'));
    const recorded = await record(beside, by, `shop.${kind}`, JSON.stringify(question.value));
    if (!recorded.ok) return recorded;
    const parts = await Promise.all(
      shops.map(async (connector) => {
        const part = await askOne(connector, kind, beside, question.value);
        return part.ok
          ? { ...part.value, rows: part.value.rows.map((row) => seenRow(kind, row, beside)) }
          : { connectorId: connector.id, name: connector.name, rows: [], dropped: 0, fault: part.fault };
      }),
    );
    return ok(parts);
  };

  const viewOf = async (connector: Connector): Promise<ConnectorView> => ({
    connector,
    hasSecret: (await secretOf(connector.id)) !== null,
    builtIn: builtIn.has(connector.id),
    ...clientOf(connector).status(),
  });

  return {
    look,
    about: (beside) => ({
      connectors: serving(beside).map(({ id, name }) => ({ id, name })),
      viewerKnown: beside.viewerId !== undefined,
    }),
    async reveal(beside, { orderId, connectorId, reason }, by) {
      const [connector] = serving(beside, connectorId);
      if (connector === undefined) return fail(fault('not_found', 'connectorId'));
      const question = ShopQuestionSchema.parse({ kind: 'orders', orderId });
      const recorded = await record(beside, by, 'shop.reveal', `${connectorId} ${orderId}: ${reason}`);
      if (!recorded.ok) return recorded;
      const part = await askOne(connector, 'orders', beside, question);
      if (!part.ok) return part;
      const [order] = part.value.rows;
      return order === undefined
        ? fail(fault('not_found', orderId))
        : ok({ orderId, recipient: order.recipient ?? {}, until: clock.now() + REVEAL_MS });
    },
    async line(beside, target, by) {
      const { id, connectorId } = target;
      const parts =
        target.kind === 'order'
          ? await look('orders', beside, { orderId: id }, by, connectorId)
          : await look('refunds', beside, { orderId: undefined, limit: 100 }, by, connectorId);
      if (!parts.ok) return parts;
      for (const part of parts.value) {
        const row = part.rows.find((each) => each.id === id);
        if (row !== undefined) return ok({ ...lineOf(row), connectorId: part.connectorId });
      }
      const broken = parts.value.find((part) => part.fault !== undefined && part.fault.code !== 'not_found');
      return fail(broken?.fault ?? fault('not_found', id));
    },
    views: () => Promise.all(all().map(viewOf)),
    async save(connector, secret, by) {
      if (builtIn.has(connector.id)) return fail(fault('conflict', `${connector.id} comes with the demo`));
      const before = settings.current().connectors;
      const connectors = before.some((each) => each.id === connector.id)
        ? before.map((each) => (each.id === connector.id ? connector : each))
        : [...before, connector];
      if (connectors.length > MOST_SHOPS) return fail(fault('too_large', `${MOST_SHOPS} shops`));
      if (secret !== undefined) await secrets.set(nameOf(connector.id), secret);
      const saved = await settings.change({ connectors }, by, 'shop.connector.save');
      return saved.ok ? ok(await viewOf(connector)) : saved;
    },
    async remove(connectorId, by) {
      const now = settings.current().connectors;
      const left = now.filter((each) => each.id !== connectorId);
      if (left.length === now.length) return fail(fault('not_found', connectorId));
      const saved = await settings.change({ connectors: left }, by, 'shop.connector.remove');
      if (!saved.ok) return saved;
      await secrets.set(nameOf(connectorId), null);
      clients.delete(connectorId);
      return ok(null);
    },
    async test(connectorId) {
      const connector = all().find((each) => each.id === connectorId);
      if (connector === undefined) return fail(fault('not_found', connectorId));
      const began = clock.now();
      const beside: Beside = { roomId: '', subject: connectorId };
      const said = await clientOf(connector).ask(requestOf(beside, { kind: 'ping' }), 'fresh');
      const ms = clock.now() - began;
      if (!said.ok) return ok({ ok: false, ms, fault: said.fault });
      const { name, kinds } = said.value.answer;
      return ok({
        ok: true,
        ms,
        ...(name === undefined ? {} : { shopName: name }),
        ...(kinds === undefined ? {} : { kinds }),
      });
    },
  };
}

/** The question with whose it is; `invalid` where nothing names what is meant. */
function questionOf<K extends ShopKind>(
  kind: K,
  beside: Beside,
  asked: Question<K>,
): Result<ShopRequest['question']> {
  const orderId = 'orderId' in asked ? asked.orderId : undefined;
  const isPersonal = kind === 'orders' || kind === 'refunds';
  const viewerId = beside.viewerId?.slice(platformOf(beside.viewerId).length + 1);
  if (isPersonal && orderId === undefined && viewerId === undefined)
    return fail(fault('invalid', 'orderId: the platform did not say who the viewer is'));
  if (kind === 'logistics' && orderId === undefined && !('trackingNumber' in asked && asked.trackingNumber))
    return fail(fault('invalid', 'orderId or trackingNumber'));
  const parsed = ShopQuestionSchema.safeParse({
    ...asked,
    kind,
    ...(isPersonal && orderId === undefined ? { viewerId } : {}),
  });
  return parsed.success ? ok(parsed.data) : fail(fault('invalid', kind));
}

function lineOf(row: Order | Refund): ShopLine {
  const money = 'total' in row ? row.total : row.amount;
  return { title: `${row.id} · ${row.state} · ${formatMoney(money)}`, money };
}

function platformOf(viewerId: string | undefined): string {
  const colon = viewerId?.indexOf(':') ?? -1;
  return colon < 0 ? '' : (viewerId ?? '').slice(0, colon);
}

function nameOf(connectorId: string): string {
  return `shop:${connectorId}`;
}
