import { z } from 'zod';

/** What a shop system can be asked for. */
export const SHOP_KINDS = ['goods', 'stock', 'orders', 'logistics', 'refunds'] as const;
export const ShopKindSchema = z.enum(SHOP_KINDS);
export type ShopKind = z.infer<typeof ShopKindSchema>;

export const ConnectorSchema = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/),
  name: z.string().min(1).max(80),
  enabled: z.boolean(),
  /** Where questions are posted; https, unless a private address is permitted. */
  url: z.string().min(1).max(2_000),
  /** Rooms it serves; an empty list serves none. */
  rooms: z.union([z.literal('all'), z.array(z.string().max(64)).max(500)]),
  /** Platforms (the part of a viewer's id before the colon) it knows viewers of; an empty list knows none. */
  platforms: z.union([z.literal('all'), z.array(z.string().max(32)).max(50)]),
  /** Permits loopback and addresses of a private network, and plain http to them. */
  allowPrivateNetwork: z.boolean(),
  timeoutMs: z.number().int().min(100).max(30_000),
  /** An answer above this is refused unread. */
  maxBytes: z.number().int().min(1_024).max(4_000_000),
  /** How long an answer may be used again; 0 asks every time. */
  cacheSec: z.number().int().min(0).max(3_600),
  breaker: z.object({
    /** Failures in a row after which it is left alone. */
    failures: z.number().int().min(1).max(100),
    openSec: z.number().int().min(1).max(3_600),
  }),
});
/** A shop system behind the room. Its secret is not here: it lies in the secret store. */
export type Connector = Readonly<z.infer<typeof ConnectorSchema>>;

/** A connector before anyone tuned it. */
export const CONNECTOR_DEFAULTS = {
  enabled: true,
  rooms: 'all',
  platforms: 'all',
  allowPrivateNetwork: false,
  timeoutMs: 3_000,
  maxBytes: 512_000,
  cacheSec: 30,
  breaker: { failures: 5, openSec: 30 },
} as const satisfies Partial<Connector>;

/** What may be counted of a connector. */
export const SHOP_COUNTS = [
  'calls',
  'answered',
  'cached',
  'timeouts',
  'unreachable',
  'refused',
  'redirects',
  'blocked',
  'tooLarge',
  'invalid',
  'heldBack',
  'droppedRows',
] as const;
export type ShopCount = (typeof SHOP_COUNTS)[number];
/**
 * Counted since start: calls made, answers used, answers from the cache, timeouts, lines that failed,
 * refusals by the shop, redirects not followed, addresses not permitted, answers too large, answers that
 * fit no schema, questions held back by the open breaker, single rows that were left out.
 */
export type ShopCounts = Readonly<Record<ShopCount, number>>;
