import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sign } from '../../../../plugins/ingress/signing.ts';
import { SHOP_KINDS, type ShopKind } from '../../../../shared/support/shop/connector.ts';
import { shopJsonSchema } from '../../../../shared/support/shop/json-schema.ts';
import {
  SHOP_ROW,
  ShopAnswerSchema,
  ShopErrorSchema,
  ShopRequestSchema,
} from '../../../../shared/support/shop/protocol.ts';

const text = readFileSync(new URL('../../../../docs/support.md', import.meta.url), 'utf8');
const examples = [
  ...text.matchAll(/<!-- (request|answer|error)(?:: (\w+))? -->\n```json\n([\s\S]*?)\n```/g),
].map(([, what, kind, json = '']) => ({ what, kind, json, value: JSON.parse(json) as unknown }));

describe('the protocol’s page', () => {
  it('shows a question that is one, with the signature that it has', () => {
    const [request] = examples.filter((each) => each.what === 'request');
    const [, secret = '', timestamp = '', nonce = ''] =
      text.match(/secret `([^`]+)`, the timestamp `(\d+)` and the nonce `([^`]+)` this body/) ?? [];
    const [, signature] = text.match(/is signed `([0-9a-f]{64})`/) ?? [];
    expect(ShopRequestSchema.parse(request?.value)).toEqual(request?.value);
    expect(sign(secret, timestamp, nonce, request?.json ?? '')).toBe(signature);
  });

  it('shows an answer to each kind of question, with rows that fit', () => {
    const answers = examples.filter((each) => each.what === 'answer');
    const rows = answers.map(({ kind, value }) => {
      const answer = ShopAnswerSchema.parse(value);
      const fits = answer.rows.every((row) => SHOP_ROW[kind as ShopKind].safeParse(row).success);
      return [answer.kind === kind, answer.rows.length > 0, fits];
    });
    expect([answers.map((each) => each.kind).toSorted(), rows]).toEqual([
      [...SHOP_KINDS].toSorted(),
      answers.map(() => [true, true, true]),
    ]);
  });

  it('shows how to say no', () => {
    const [error] = examples.filter((each) => each.what === 'error');
    expect(ShopErrorSchema.safeParse(error?.value).success).toBe(true);
  });

  it('has a JSON Schema beside it that says the same', () => {
    const file = readFileSync(
      new URL('../../../../docs/shop-connector.schema.json', import.meta.url),
      'utf8',
    );
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(shopJsonSchema())));
  });

  it('names every kind of question, every state and every count', () => {
    const words = [
      ...SHOP_KINDS,
      ...SHOP_ROW.orders.shape.state.options,
      ...SHOP_ROW.logistics.shape.state.options,
      ...SHOP_ROW.refunds.shape.state.options,
    ];
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });
});
