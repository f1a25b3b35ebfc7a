import { z } from 'zod';
import { ShopKindSchema } from './connector.ts';
import { GoodsSchema, OrderSchema, RefundSchema, ShipmentSchema, StockSchema } from './goods.ts';

/** The protocol's version, in every question and answer. */
export const SHOP_PROTOCOL = 1;
/** Rows in one answer at most. */
export const SHOP_ROWS = 100;

const id = z.string().min(1).max(200);
const limit = z.number().int().min(1).max(SHOP_ROWS).default(20);
const cursor = z.string().max(400).optional();

export const ShopQuestionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ping') }),
  z.object({
    kind: z.literal('goods'),
    ids: z.array(id).max(SHOP_ROWS).optional(),
    text: z.string().max(100).optional(),
    limit,
    cursor,
  }),
  z.object({ kind: z.literal('stock'), skuIds: z.array(id).min(1).max(SHOP_ROWS) }),
  z.object({
    kind: z.literal('orders'),
    viewerId: id.optional(),
    orderId: id.optional(),
    limit,
    cursor,
  }),
  z.object({ kind: z.literal('logistics'), orderId: id.optional(), trackingNumber: id.optional() }),
  z.object({ kind: z.literal('refunds'), viewerId: id.optional(), orderId: id.optional(), limit, cursor }),
]);
/** What is asked of a shop, beside `protocol`, `platform` and `roomId`. */
export type ShopQuestion = Readonly<z.infer<typeof ShopQuestionSchema>>;
/** A question as it is written: what has a default may be left out. */
export type ShopQuestionInput = Readonly<z.input<typeof ShopQuestionSchema>>;

export const ShopRequestSchema = z.object({
  protocol: z.literal(SHOP_PROTOCOL),
  roomId: z.string().max(64),
  /** The platform that `viewerId` belongs to. */
  platform: z.string().max(32),
  question: ShopQuestionSchema,
});
/** The body of a call. */
export type ShopRequest = Readonly<z.infer<typeof ShopRequestSchema>>;

/** An answer before its rows are looked at one by one. */
export const ShopAnswerSchema = z.object({
  protocol: z.literal(SHOP_PROTOCOL),
  kind: z.enum(['ping', ...ShopKindSchema.options]),
  rows: z.array(z.unknown()).max(SHOP_ROWS).default([]),
  cursor,
  /** To a ping: the shop's name and what it can be asked. */
  name: z.string().max(80).optional(),
  kinds: z.array(ShopKindSchema).max(10).optional(),
});
/** What a shop answers. */
export type ShopAnswer = Readonly<z.infer<typeof ShopAnswerSchema>>;

/** How a shop says no: with a status of 4xx or 5xx. */
export const ShopErrorSchema = z.object({
  error: z.object({ code: z.string().max(64), message: z.string().max(500).default('') }),
});

/** The schema of one row, by what was asked. */
export const SHOP_ROW = {
  goods: GoodsSchema,
  stock: StockSchema,
  orders: OrderSchema,
  logistics: ShipmentSchema,
  refunds: RefundSchema,
} as const;
