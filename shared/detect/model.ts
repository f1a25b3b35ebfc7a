import { fromBase64 } from './base64.ts';
import { AD_BYTES, AD_HEAD, MODEL_BYTES, MODEL_HEADS } from './tables/model.generated.ts';

/** The shipped weights. A byte of head `h` of a bucket is at `bucket * heads + h`. */
export interface Model {
  readonly bytes: Uint8Array;
  readonly heads: number;
  readonly index: Readonly<Record<HeadName, number>>;
  readonly scale: Float64Array;
  readonly offset: Float64Array;
  readonly bias: Float64Array;
  /** By byte of the head `plain`: how often a bucket stands in ordinary text, per `PRIOR_MASS` features. */
  readonly prior: Float64Array;
  /**
   * All that a text is judged by, two words a bucket, so that a feature is one line of the cache: the heads
   * hostile, comment, dispute and appeal from the low byte up, then plain and, from the second byte on, the head
   * of advertisements.
   */
  readonly packed: Uint32Array;
  /** The head of advertisements, of `AD_BUCKETS` buckets. */
  readonly ad: { readonly bytes: Uint8Array; readonly scale: number; readonly bias: number };
}

export type HeadName = (typeof MODEL_HEADS)[number]['name'];

/** The ordinary text of other places counts as so many features of a room's own. */
export const PRIOR_MASS = 30_000;

let loaded: Model | undefined;

/** The shipped model, unpacked on first use. */
export function shippedModel(): Model {
  loaded ??= load();
  return loaded;
}

function load(): Model {
  const bytes = fromBase64(MODEL_BYTES);
  const heads = MODEL_HEADS.length;
  const index = Object.fromEntries(MODEL_HEADS.map((head, at) => [head.name, at])) as Record<
    HeadName,
    number
  >;
  const plain = MODEL_HEADS.find((head) => head.name === 'plain') ?? MODEL_HEADS[0];
  const prior = Float64Array.from(
    { length: 256 },
    (_, byte) => Math.exp((byte - 128) * plain.scale + plain.offset) * PRIOR_MASS,
  );
  const ads = fromBase64(AD_BYTES);
  return {
    bytes,
    heads,
    index,
    packed: pack(bytes, heads, index, ads),
    scale: Float64Array.from(MODEL_HEADS, (head) => head.scale),
    offset: Float64Array.from(MODEL_HEADS, (head) => head.offset),
    bias: Float64Array.from(MODEL_HEADS, (head) => head.bias),
    prior,
    ad: { bytes: ads, scale: AD_HEAD[0].scale, bias: AD_HEAD[0].bias },
  };
}

function pack(
  bytes: Uint8Array,
  heads: number,
  index: Readonly<Record<HeadName, number>>,
  ads: Uint8Array,
): Uint32Array {
  const buckets = Math.floor(bytes.length / heads);
  const packed = new Uint32Array(buckets * 2);
  const four = ['hostile', 'comment', 'dispute', 'appeal'] as const;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const base = bucket * heads;
    four.forEach((head, place) => {
      packed[bucket * 2] = (packed[bucket * 2] ?? 0) | ((bytes[base + index[head]] ?? 0) << (8 * place));
    });
    packed[bucket * 2 + 1] = (bytes[base + index.plain] ?? 0) | ((ads[bucket % ads.length] ?? 0) << 8);
  }
  return packed;
}
