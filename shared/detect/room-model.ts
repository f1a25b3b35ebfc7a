import { AD_BUCKETS, BUCKETS, charFeatureCount, featuresInto, MAX_FEATURES } from './features.ts';
import type { LearntRoom } from './learnt.ts';
import { PRIOR_MASS, shippedModel } from './model.ts';
import type { Streams } from './streams.ts';

/** Places for the buckets of one text: twice as many as a text can have. */
const SEEN = 4096;
/** Where the counts are halved, so that old talk fades: about 80,000 messages. */
const MAX_TOTAL = 4_000_000;
/** How much of a bucket neither side ever saw counts against the room; 1 would make it speak for neither. */
const UNSEEN_PART = 0.1;
/** From so many features, about 1,000 messages, a room's language is known. */
const ENOUGH = 40_000;
/** The hostile text of training counts as so many features beside what was confirmed in a room. */
const HOSTILE_MASS = 300_000;
/** Boosts are kept as sixteenths of a log-odd; 4 at most. */
const BOOST_PARTS = 16;
const MOST_BOOST = 64;

/** What the model says of a text, in log-odds. */
export interface ModelScores {
  /** How much more it reads like hostile text than like this room's own chat. */
  hostile: number;
  /** How much more hostile its characters look than it sounds, 0 or more: so does clean text in disguise. */
  soundGap: number;
  /** Offensive as a comment under an article would be. */
  comment: number;
  dispute: number;
  appeal: number;
  ad: number;
}

/** The scores whose n-grams are told as reasons. */
export type SpokenHead = 'hostile' | 'dispute' | 'appeal' | 'ad';

/** The shipped model together with how one room talks. */
export interface RoomModel {
  /** Reads the text in the streams; the scores stay valid until the next call. */
  readonly read: (streams: Streams) => ModelScores;
  /** Takes the text read last into the room's own language, as if said so many times (default 1). */
  readonly learn: (times?: number) => void;
  /** Takes the text read last for abuse in this room, as if it had been said so many times. */
  readonly confirm: (times: number) => void;
  /** Takes over what was learnt elsewhere, and forgets what it had. */
  readonly load: (learnt: Pick<LearntRoom, 'counts' | 'total' | 'confirmed'>) => void;
  /** What it has learnt so far. */
  readonly learnt: () => Pick<LearntRoom, 'counts' | 'total' | 'confirmed'>;
  /** Log-odds one bucket alone adds to a score. */
  readonly weightOf: (bucket: number, head: SpokenHead) => number;
  /** 0..1: how much of the room's language is known. */
  readonly knowledge: () => number;
  readonly bytes: number;
}

/** Buckets of a text already met: one small table for all rooms, which stays in the fastest cache. */
const seen = new Int32Array(SEEN);
const stamps = new Int32Array(SEEN);
const raw = new Int32Array(MAX_FEATURES);
let stamp = 0;

/** Makes the model of a room that has said nothing yet. */
export function createRoomModel(): RoomModel {
  const model = shippedModel();
  const { bytes, heads, index, packed, scale, offset, bias, prior, ad: ads } = model;
  const hostileAt = index.hostile;
  const plainAt = index.plain;
  const counts = new Uint16Array(BUCKETS);
  const buckets = new Int32Array(MAX_FEATURES);
  const scores: ModelScores = { hostile: 0, soundGap: 0, comment: 0, dispute: 0, appeal: 0, ad: 0 };
  /** Only where something was confirmed: few rooms pay for it. */
  let confirmed: Uint16Array | undefined;
  let boosts: Uint8Array | undefined;
  const unseen = Math.exp(-127 * (scale[index.hostile] ?? 0) + (offset[index.hostile] ?? 0));
  let total = 0;
  let length = 0;
  let charLength = 0;

  const gather = (streams: Streams): void => {
    const all = featuresInto(streams, raw);
    const chars = charFeatureCount(streams);
    charLength = 0;
    stamp = stamp === 0x7fffffff ? 1 : stamp + 1;
    length = 0;
    for (let at = 0; at < all; at += 1) {
      const bucket = raw[at] ?? 0;
      let slot = bucket & (SEEN - 1);
      while (stamps[slot] === stamp && seen[slot] !== bucket) slot = (slot + 1) & (SEEN - 1);
      if (stamps[slot] === stamp) continue;
      stamps[slot] = stamp;
      seen[slot] = bucket;
      buckets[length] = bucket;
      length += 1;
      if (at < chars) charLength = length;
    }
  };
  const boost = (bucket: number): void => {
    if (confirmed === undefined || boosts === undefined) return;
    const byte = bytes[bucket * heads + hostileAt] ?? 0;
    const likely = Math.exp((byte - 128) * (scale[hostileAt] ?? 0) + (offset[hostileAt] ?? 0)) * HOSTILE_MASS;
    const gain = Math.log1p((confirmed[bucket] ?? 0) / likely);
    boosts[bucket] = Math.min(MOST_BOOST, Math.round(gain * BOOST_PARTS));
  };
  const boostOf = (given: Uint8Array): number => {
    let sum = 0;
    for (let at = 0; at < length; at += 1) sum += given[buckets[at] ?? 0] ?? 0;
    return sum / BOOST_PARTS;
  };
  const judge = (): ModelScores => {
    let hostile = 0;
    let comment = 0;
    let dispute = 0;
    let appeal = 0;
    let ad = 0;
    /** Sums of two heads each, side by side; of 64 bytes at most, so that they stay small integers. */
    let even = 0;
    let odd = 0;
    let room = 0;
    let product = 1;
    let hostileChars = 0;
    let roomChars = 0;
    const size = total + PRIOR_MASS;
    const isKnown = total > 0;
    const floor = unseen * size * UNSEEN_PART;
    for (let at = 0; at < length; at += 1) {
      const bucket = buckets[at] ?? 0;
      const four = packed[bucket * 2] ?? 0;
      const more = packed[bucket * 2 + 1] ?? 0;
      if (at === charLength) {
        hostileChars = hostile + (even & 0xffff) - 128 * at;
        roomChars = room + Math.log(product);
      }
      even += four & 0xff00ff;
      odd += (four >>> 8) & 0xff00ff;
      ad += more >>> 8;
      // One logarithm for sixteen factors: none is below 1e-12 or above 1e5.
      product *= (isKnown ? (counts[bucket] ?? 0) : 0) + (prior[more & 0xff] ?? 0) + floor;
      if ((at & 15) !== 15) continue;
      room += Math.log(product);
      product = 1;
      if ((at & 63) !== 63) continue;
      hostile += even & 0xffff;
      dispute += even >>> 16;
      comment += odd & 0xffff;
      appeal += odd >>> 16;
      even = 0;
      odd = 0;
    }
    hostile += (even & 0xffff) - 128 * length;
    dispute += (even >>> 16) - 128 * length;
    comment += (odd & 0xffff) - 128 * length;
    appeal += (odd >>> 16) - 128 * length;
    ad -= 128 * length;
    room += Math.log(product);
    const norm = 1 / Math.sqrt(length + 1);
    const linear = (sum: number, head: number): number => sum * (scale[head] ?? 0) * norm + (bias[head] ?? 0);
    const raised = boosts === undefined ? 0 : boostOf(boosts);
    const log = hostile * (scale[index.hostile] ?? 0) + length * (offset[index.hostile] ?? 0) + raised;
    scores.hostile = (log - room + length * Math.log(size)) * norm;
    const chars = hostileChars * (scale[index.hostile] ?? 0) + charLength * (offset[index.hostile] ?? 0);
    const ofChars = (chars - roomChars + charLength * Math.log(size)) * norm;
    scores.soundGap =
      charLength < length
        ? Math.max(0, ofChars - Math.max(0, scores.hostile - ofChars))
        : Math.max(0, scores.hostile);
    scores.comment = linear(comment, index.comment);
    // These are sums: more evidence weighs more.
    scores.dispute = dispute * (scale[index.dispute] ?? 0) + (bias[index.dispute] ?? 0);
    scores.appeal = appeal * (scale[index.appeal] ?? 0) + (bias[index.appeal] ?? 0);
    scores.ad = ad * ads.scale + ads.bias;
    return scores;
  };

  const weightOf = (bucket: number, head: SpokenHead): number => {
    if (head === 'ad') return ((ads.bytes[bucket & (AD_BUCKETS - 1)] ?? 0) - 128) * ads.scale;
    const at = index[head];
    const own = ((bytes[bucket * heads + at] ?? 0) - 128) * (scale[at] ?? 0);
    if (head !== 'hostile') return own;
    const size = total + PRIOR_MASS;
    const usual = (counts[bucket] ?? 0) + (prior[bytes[bucket * heads + plainAt] ?? 0] ?? 0);
    return own + (offset[at] ?? 0) - Math.log((usual + unseen * size * UNSEEN_PART) / size);
  };

  return {
    weightOf,
    bytes: counts.byteLength + buckets.byteLength,
    read: (streams) => {
      gather(streams);
      return judge();
    },
    confirm: (times) => {
      confirmed ??= new Uint16Array(BUCKETS);
      boosts ??= new Uint8Array(BUCKETS);
      for (let at = 0; at < length; at += 1) {
        const bucket = buckets[at] ?? 0;
        confirmed[bucket] = Math.min(65_535, (confirmed[bucket] ?? 0) + times);
        boost(bucket);
      }
    },
    load: (learnt) => {
      counts.set(learnt.counts);
      total = learnt.total;
      confirmed = learnt.confirmed.length === 0 ? undefined : learnt.confirmed.slice();
      boosts = confirmed === undefined ? undefined : new Uint8Array(BUCKETS);
      for (let bucket = 0; confirmed !== undefined && bucket < BUCKETS; bucket += 1)
        if (confirmed[bucket] !== 0) boost(bucket);
    },
    learnt: () => ({ counts, total, confirmed: confirmed ?? new Uint16Array(0) }),
    knowledge: () => Math.min(1, total / ENOUGH),
    learn: (times = 1) => {
      for (let at = 0; at < length; at += 1) {
        const bucket = buckets[at] ?? 0;
        counts[bucket] = Math.min(65_535, (counts[bucket] ?? 0) + times);
      }
      total += length * times;
      if (total < MAX_TOTAL) return;
      for (let bucket = 0; bucket < BUCKETS; bucket += 1) counts[bucket] = (counts[bucket] ?? 0) >> 1;
      total >>= 1;
    },
  };
}
