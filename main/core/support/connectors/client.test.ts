import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONNECTOR_DEFAULTS, type Connector } from '../../../../shared/support/shop/connector.ts';
import { SHOP_ROW, type ShopRequest } from '../../../../shared/support/shop/protocol.ts';
import { createShopClient, type ShopClient } from './client.ts';
import { fittingRows } from './rows.ts';
import { type ShopMood, type SimulatedShop, startShop } from './simulator/shop.ts';

const SECRET = 'a-secret-of-the-shop';
let now = 1_800_000_000_000;
const clock = { now: () => now };
let nonce = 0;
const ids = {
  next() {
    nonce += 1;
    return `nonce-number-${String(nonce).padStart(6, '0')}`;
  },
};
let shop: SimulatedShop;
beforeEach(async () => {
  now = 1_800_000_000_000;
  shop = await startShop({ secret: SECRET, clock });
});
afterEach(() => shop.close());

const connector = (more: Partial<Connector> = {}): Connector => ({
  ...CONNECTOR_DEFAULTS,
  id: 'c',
  name: '商城',
  url: shop.url,
  allowPrivateNetwork: true,
  timeoutMs: 300,
  maxBytes: 20_000,
  ...more,
});
const client = (more: Partial<Connector> = {}, secret: string | null = SECRET): ShopClient =>
  createShopClient({ connector: connector(more), secret: async () => secret, clock, ids });
const ask = (question: ShopRequest['question']): ShopRequest => ({
  protocol: 1,
  roomId: 'room',
  platform: 'demo',
  question,
});
const GOODS = ask({ kind: 'goods', limit: 20 });
const code = async (asked: ReturnType<ShopClient['ask']>): Promise<string> => {
  const said = await asked;
  return said.ok ? 'ok' : said.fault.code;
};

describe('a shop that answers well', () => {
  it('is asked with a signature, once for the same question within the time of its cache', async () => {
    const one = client();
    const [first, second] = await Promise.all([one.ask(GOODS), one.ask(GOODS)]);
    const third = await one.ask(GOODS);
    now += 31_000;
    await one.ask(GOODS);
    expect([
      first.ok && first.value.answer.rows.length,
      second,
      third,
      shop.asked.length,
      shop.refusals,
      one.status().counts.cached,
    ]).toEqual([4, first, first, 2, [], 1]);
  });

  it('says no in its own words, without personal data, and that is no failure', async () => {
    const one = client({ breaker: { failures: 1, openSec: 30 } });
    shop.set({
      kind: 'status',
      status: 422,
      body: JSON.stringify({ error: { code: 'E7', message: '手机号 13800138000 的订单' } }),
    });
    const said = await one.ask(GOODS);
    expect([said, one.status().openUntil]).toEqual([
      {
        ok: false,
        fault: { code: 'platform_refused', native: 'E7', detail: '商城: 422 手机号 [手机号] 的订单' },
      },
      undefined,
    ]);
  });
});

describe('a shop that is slow, wrong, hostile or down', () => {
  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  const cases: readonly (readonly [string, ShopMood, string, string])[] = [
    ['hangs', { kind: 'hang' }, 'unreachable', 'timeouts'],
    ['drips', { kind: 'drip' }, 'unreachable', 'timeouts'],
    ['is slower than its time', { kind: 'slow', ms: 2_000 }, 'unreachable', 'timeouts'],
    ['is broken', { kind: 'status', status: 500 }, 'unreachable', 'unreachable'],
    ['cuts the line', { kind: 'cut' }, 'unreachable', 'unreachable'],
    ['promises more than it sends', { kind: 'body', body: '{}', length: 90_000 }, 'too_large', 'tooLarge'],
    ['sends too much', { kind: 'huge', bytes: 3_000_000 }, 'too_large', 'tooLarge'],
    ['sends a bomb', { kind: 'gzip', bytes: 500_000 }, 'platform_refused', 'invalid'],
    [
      'sends a page',
      { kind: 'body', body: '<html><script>alert(1)</script>' },
      'platform_refused',
      'invalid',
    ],
    ['sends nothing', { kind: 'body', body: '' }, 'platform_refused', 'invalid'],
    ['nests', { kind: 'body', body: deep }, 'platform_refused', 'invalid'],
    [
      'answers another question',
      { kind: 'body', body: '{"protocol":1,"kind":"orders","rows":[]}' },
      'platform_refused',
      'invalid',
    ],
    [
      'speaks another protocol',
      { kind: 'body', body: '{"protocol":2,"kind":"goods","rows":[]}' },
      'platform_refused',
      'invalid',
    ],
    [
      'has too many rows',
      { kind: 'body', body: `{"protocol":1,"kind":"goods","rows":[${'1,'.repeat(200)}1]}` },
      'platform_refused',
      'invalid',
    ],
    [
      'sends elsewhere',
      { kind: 'redirect', to: 'http://169.254.169.254/latest/meta-data' },
      'platform_refused',
      'redirects',
    ],
    ['does not know us', { kind: 'status', status: 401 }, 'auth_expired', 'refused'],
    ['has had enough', { kind: 'status', status: 429, retryAfterSec: 9 }, 'rate_limited', 'refused'],
  ];
  it.each(cases)('%s: a fault as a value, and a count', async (_, mood, expected, counted) => {
    const one = client();
    shop.set(mood);
    const said = await one.ask(GOODS);
    const { counts, lastFault } = one.status();
    expect([
      said.ok ? 'ok' : said.fault.code,
      counts.calls,
      counts[counted as keyof typeof counts],
      lastFault?.code,
    ]).toEqual([expected, 1, 1, expected]);
  });

  it('is gone', async () => {
    const one = client();
    await shop.close();
    expect(await code(one.ask(GOODS))).toBe('unreachable');
  });

  it('was given another secret, or none', async () => {
    expect([
      await code(client({}, 'another-secret').ask(GOODS)),
      await code(client({}, null).ask(GOODS)),
    ]).toEqual(['auth_expired', 'auth_expired']);
    expect([shop.refusals, shop.asked]).toEqual([['bad_signature'], []]);
  });
});

describe('the breaker', () => {
  it('leaves a failing shop alone, tries it with one question, and closes when it answers', async () => {
    const one = client({ breaker: { failures: 2, openSec: 10 }, cacheSec: 0 });
    shop.set({ kind: 'status', status: 503 });
    const down = [await code(one.ask(GOODS)), await code(one.ask(GOODS))];
    const held = await one.ask(GOODS);
    now += 10_000;
    const tried = await Promise.all([code(one.ask(GOODS)), code(one.ask(ask({ kind: 'goods', limit: 5 })))]);
    shop.set({ kind: 'well' });
    now += 10_000;
    const up = [await code(one.ask(GOODS)), await code(one.ask(GOODS))];
    expect([down, held, tried, up, one.status().counts, one.status().openUntil]).toEqual([
      ['unreachable', 'unreachable'],
      {
        ok: false,
        fault: { code: 'unreachable', detail: '商城: left alone after failures', retryAt: 1_800_000_010_000 },
      },
      ['unreachable', 'unreachable'],
      ['ok', 'ok'],
      expect.objectContaining({ calls: 5, heldBack: 2, unreachable: 3, answered: 2 }),
      undefined,
    ]);
  });
});

describe('whatever a shop answers', () => {
  const anything = fc.oneof(
    fc.json(),
    fc.string(),
    fc
      .record({ protocol: fc.constant(1), kind: fc.constantFrom('goods', 'orders', 7), rows: fc.jsonValue() })
      .map((each) => JSON.stringify(each)),
    fc
      .array(fc.jsonValue(), { maxLength: 5 })
      .map((rows) => JSON.stringify({ protocol: 1, kind: 'goods', rows })),
  );
  it('it is a value, counted once, and only rows that fit come through', async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.integer({ min: 200, max: 599 }), async (text, status) => {
        const one = createShopClient({
          connector: connector({ cacheSec: 0 }),
          secret: async () => SECRET,
          clock,
          ids,
          post: async () => ({ kind: 'answered', status, text }),
        });
        const said = await one.ask(GOODS);
        const { counts } = one.status();
        const settled = counts.answered + counts.invalid + counts.refused + counts.unreachable;
        expect([counts.calls, settled, said.ok]).toEqual([1, 1, counts.answered === 1]);
        if (!said.ok) return;
        const { rows, dropped } = fittingRows('goods', said.value.answer.rows, { kind: 'goods', limit: 20 });
        expect(rows.length + dropped).toBe(said.value.answer.rows.length);
        expect(rows.every((row) => SHOP_ROW.goods.safeParse(row).success)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
