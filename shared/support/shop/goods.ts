import { z } from 'zod';
import { MoneySchema } from '../../domain/money.ts';

const id = z.string().min(1).max(128);
const name = z.string().max(300);
const at = z.number().int().min(0).max(8_640_000_000_000_000);

export const GoodsSchema = z.object({
  id,
  name,
  price: MoneySchema,
  onSale: z.boolean(),
  category: z.string().max(80).optional(),
  description: z.string().max(2_000).optional(),
  /** Variants that are stocked and sold. */
  skus: z
    .array(z.object({ id, name, price: MoneySchema.optional() }))
    .max(100)
    .readonly(),
});
/** Something that is sold in the room. */
export type Goods = Readonly<z.infer<typeof GoodsSchema>>;

export const StockSchema = z.object({
  skuId: id,
  available: z.number().int().min(-1_000_000).max(1_000_000_000),
  /** Ordered and not yet sent. */
  reserved: z.number().int().min(0).max(1_000_000_000).default(0),
  warehouse: z.string().max(80).optional(),
  /** When more is expected, epoch ms. */
  nextAt: at.optional(),
  updatedAt: at.optional(),
});
/** How much of a variant there is. */
export type Stock = Readonly<z.infer<typeof StockSchema>>;

export const ORDER_STATES = [
  'unpaid',
  'paid',
  'packed',
  'shipped',
  'delivered',
  'finished',
  'cancelled',
  'refunding',
  'refunded',
] as const;

export const RecipientSchema = z.object({
  name: z.string().max(80).optional(),
  phone: z.string().max(40).optional(),
  /** Province and city; shown as it is. */
  region: z.string().max(120).optional(),
  address: z.string().max(400).optional(),
});
/** Who gets the parcel: personal data, masked until somebody gives a reason. */
export type Recipient = Readonly<z.infer<typeof RecipientSchema>>;

export const OrderSchema = z.object({
  id,
  /** The buyer's own id on the platform. */
  viewerId: z.string().max(200).optional(),
  state: z.enum(ORDER_STATES),
  createdAt: at,
  paidAt: at.optional(),
  shippedAt: at.optional(),
  total: MoneySchema,
  items: z
    .array(
      z.object({
        goodsId: id,
        skuId: id.optional(),
        name,
        count: z.number().int().min(1).max(1_000_000),
        price: MoneySchema,
      }),
    )
    .max(100)
    .readonly(),
  recipient: RecipientSchema.optional(),
  trackingNumbers: z.array(z.string().max(80)).max(20).readonly().default([]),
  buyerNote: z.string().max(1_000).optional(),
});
/** What somebody bought. */
export type Order = Readonly<z.infer<typeof OrderSchema>>;

export const ShipmentSchema = z.object({
  trackingNumber: z.string().min(1).max(80),
  orderId: id.optional(),
  carrier: z.string().max(80),
  state: z.enum(['waiting', 'collected', 'transit', 'delivering', 'delivered', 'returned', 'lost']),
  expectedAt: at.optional(),
  /** Oldest first. */
  steps: z
    .array(z.object({ at, text: z.string().max(500), place: z.string().max(120).optional() }))
    .max(200)
    .readonly(),
});
/** A parcel on its way. */
export type Shipment = Readonly<z.infer<typeof ShipmentSchema>>;

export const RefundSchema = z.object({
  id,
  orderId: id,
  viewerId: z.string().max(200).optional(),
  state: z.enum(['asked', 'approved', 'refused', 'returning', 'paid']),
  amount: MoneySchema,
  reason: z.string().max(500).optional(),
  askedAt: at,
  settledAt: at.optional(),
});
/** Money on its way back; read only. */
export type Refund = Readonly<z.infer<typeof RefundSchema>>;
