import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { checkFresh, checkSignature, readSignatureHeaders } from '../../../../../plugins/ingress/signing.ts';
import type { Clock } from '../../../../../shared/domain/effects.ts';
import { SHOP_KINDS } from '../../../../../shared/support/shop/connector.ts';
import {
  SHOP_PROTOCOL,
  type ShopQuestion,
  type ShopRequest,
  ShopRequestSchema,
} from '../../../../../shared/support/shop/protocol.ts';
import { createShopData, type ShopData } from './goods.ts';

/** How the shop behaves. */
export type ShopMood =
  | { readonly kind: 'well' }
  | { readonly kind: 'slow'; readonly ms: number }
  /** Takes the question and never answers. */
  | { readonly kind: 'hang' }
  /** One byte at a time, for ever. */
  | { readonly kind: 'drip' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfterSec?: number;
      readonly body?: string;
    }
  | { readonly kind: 'redirect'; readonly to: string }
  /** Any body, with status 200. */
  | { readonly kind: 'body'; readonly body: string; readonly length?: number }
  | { readonly kind: 'huge'; readonly bytes: number }
  | { readonly kind: 'gzip'; readonly bytes: number }
  /** Cuts the line in the middle of the answer. */
  | { readonly kind: 'cut' }
  /** Its own rows, and these beside them. */
  | { readonly kind: 'rows'; readonly rows: readonly unknown[] };

/** A shop that speaks the connector's protocol over HTTP on loopback. */
export interface SimulatedShop {
  readonly url: string;
  readonly data: ShopData;
  /** Questions that were signed well, in order. */
  readonly asked: readonly ShopRequest[];
  /** Why calls were turned away. */
  readonly refusals: readonly string[];
  /** How it behaves from now on. */
  readonly set: (mood: ShopMood) => void;
  readonly close: () => Promise<void>;
}

/** Starts it on a free port. */
export async function startShop(options: {
  readonly secret: string;
  readonly clock: Clock;
  readonly name?: string;
}): Promise<SimulatedShop> {
  const { clock } = options;
  const data = createShopData(clock.now);
  const asked: ShopRequest[] = [];
  const refusals: string[] = [];
  const nonces = new Set<string>();
  const drips = new Set<NodeJS.Timeout>();
  let mood: ShopMood = { kind: 'well' };

  const refusal = (request: IncomingMessage, body: Buffer): string | null => {
    const parts = readSignatureHeaders(request.headers);
    if (!parts.ok) return parts.fault.code;
    const fresh = checkFresh(parts.value, clock.now());
    if (!fresh.ok) return fresh.fault.code;
    if (!checkSignature(parts.value, options.secret, body).ok) return 'bad_signature';
    if (nonces.has(parts.value.nonce)) return 'nonce_replayed';
    nonces.add(parts.value.nonce);
    return null;
  };

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const reason = request.method === 'POST' ? refusal(request, body) : 'method';
    if (reason !== null) {
      refusals.push(reason);
      sendJson(response, 401, { error: { code: reason, message: 'the signature is not taken' } });
      return;
    }
    const question = ShopRequestSchema.safeParse(JSON.parse(body.toString('utf8')));
    if (!question.success) {
      sendJson(response, 400, { error: { code: 'bad_question', message: 'no such question' } });
      return;
    }
    asked.push(question.data);
    const answer = answerTo(data, question.data.question, options.name ?? '模拟商城');
    behave(response, mood, answer, drips);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/changkong/v1`,
    data,
    asked,
    refusals,
    set(next) {
      mood = next;
    },
    async close() {
      for (const drip of drips) clearInterval(drip);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Answer {
  readonly protocol: number;
  readonly kind: string;
  readonly rows: readonly unknown[];
  readonly name?: string;
  readonly kinds?: readonly string[];
}

function answerTo(data: ShopData, question: ShopQuestion, name: string): Answer | null {
  const rows = rowsFor(data, question);
  return rows === null
    ? null
    : {
        protocol: SHOP_PROTOCOL,
        kind: question.kind,
        rows,
        ...(question.kind === 'ping' ? { name, kinds: SHOP_KINDS } : {}),
      };
}

function rowsFor(data: ShopData, question: ShopQuestion): readonly unknown[] | null {
  switch (question.kind) {
    case 'ping':
      return [];
    case 'goods': {
      const { ids, text = '', limit } = question;
      return data.goods
        .filter((each) => ids === undefined || ids.includes(each.id))
        .filter((each) => each.name.toLowerCase().includes(text.toLowerCase()))
        .slice(0, limit);
    }
    case 'stock':
      return data.stock.filter((each) => question.skuIds.includes(each.skuId));
    case 'orders': {
      if (question.orderId === undefined)
        return data.ordersOf(question.viewerId ?? '').slice(0, question.limit);
      const order = data.order(question.orderId);
      return order === undefined ? null : [order];
    }
    case 'logistics': {
      const order = question.orderId === undefined ? undefined : data.order(question.orderId);
      return order === undefined ? null : data.shipmentsOf(order);
    }
    case 'refunds': {
      if (question.orderId === undefined)
        return data.ordersOf(question.viewerId ?? '').flatMap((order) => data.refundsOf(order));
      const order = data.order(question.orderId);
      return order === undefined ? null : data.refundsOf(order);
    }
  }
}

function behave(
  response: ServerResponse,
  mood: ShopMood,
  answer: Answer | null,
  drips: Set<NodeJS.Timeout>,
): void {
  const well = (): void => {
    if (answer === null) sendJson(response, 404, { error: { code: 'no_order', message: '没有这个订单' } });
    else sendJson(response, 200, answer);
  };
  switch (mood.kind) {
    case 'well':
      well();
      return;
    case 'slow': {
      setTimeout(well, mood.ms).unref();
      return;
    }
    case 'hang':
      return;
    case 'drip': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      drip.unref();
      drips.add(drip);
      response.on('close', () => {
        clearInterval(drip);
        drips.delete(drip);
      });
      return;
    }
    case 'status': {
      const wait = mood.retryAfterSec === undefined ? {} : { 'retry-after': String(mood.retryAfterSec) };
      response.writeHead(mood.status, wait).end(mood.body ?? '');
      return;
    }
    case 'redirect':
      response.writeHead(302, { location: mood.to }).end();
      return;
    case 'body': {
      const length = mood.length === undefined ? {} : { 'content-length': String(mood.length) };
      response.writeHead(200, { 'content-type': 'application/json', ...length }).end(mood.body);
      return;
    }
    case 'huge': {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(' '.repeat(mood.bytes));
      return;
    }
    case 'gzip':
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(gzipSync(Buffer.alloc(mood.bytes, ' ')));
      return;
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"protocol":1,');
      setTimeout(() => response.destroy(), 5).unref();
      return;
    case 'rows':
      if (answer === null) well();
      else sendJson(response, 200, { ...answer, rows: [...answer.rows, ...mood.rows] });
      return;
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
