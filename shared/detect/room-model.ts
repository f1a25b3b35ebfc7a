import { BUCKETS, featuresInto, MAX_FEATURES } from './features.ts';
import { PRIOR_MASS, shippedModel } from './model.ts';
import type { Streams } from './streams.ts';

/** Where the counts are halved, so that old talk fades: about 80,000 messages. */
const MAX_TOTAL = 4_000_000;
/** How much of a bucket neither side ever saw counts against the room; 1 would make it speak for neither. */
const UNSEEN_PART = 0.1;
/** From so many features, about 1,000 messages, a room's language is known. */
const ENOUGH = 40_000;

/** What the model says of a text, in log-odds. */
export interface ModelScores {
  /** How much more it reads like hostile text than like this room's own chat. */
  hostile: number;
  /** Offensive as a comment under an article would be. */
  comment: number;
  dispute: number;
  appeal: number;
  features: number;
}

/** The shipped model together with how one room talks. */
export interface RoomModel {
  /** Reads the text in the streams; the scores stay valid until the next call. */
  readonly read: (streams: Streams) => ModelScores;
  /** Takes the text read last into the room's own language. */
  readonly learn: () => void;
  /** 0..1: how much of the room's language is known. */
  readonly knowledge: () => number;
  /** As `read`, of a text the room has already learnt: its own counts do not speak for it. */
  readonly readLearnt: (streams: Streams) => ModelScores;
  readonly bytes: number;
}

/** Makes the model of a room that has said nothing yet. */
export function createRoomModel(): RoomModel {
  const model = shippedModel();
  const { bytes, heads, index, scale, offset, bias, prior } = model;
  const counts = new Uint16Array(BUCKETS);
  const stamps = new Uint32Array(BUCKETS);
  const raw = new Int32Array(MAX_FEATURES);
  const buckets = new Int32Array(MAX_FEATURES);
  const sums = new Float64Array(heads);
  const scores: ModelScores = { hostile: 0, comment: 0, dispute: 0, appeal: 0, features: 0 };
  const unseen = Math.exp(-127 * (scale[index.hostile] ?? 0) + (offset[index.hostile] ?? 0));
  let total = 0;
  let stamp = 0;
  let length = 0;

  const gather = (streams: Streams): void => {
    const all = featuresInto(streams, raw);
    stamp = (stamp + 1) >>> 0;
    length = 0;
    for (let at = 0; at < all; at += 1) {
      const bucket = raw[at] ?? 0;
      if (stamps[bucket] === stamp) continue;
      stamps[bucket] = stamp;
      buckets[length] = bucket;
      length += 1;
    }
  };
  const judge = (own: number): ModelScores => {
    sums.fill(0);
    let room = 0;
    const size = Math.max(1, total - own * length) + PRIOR_MASS;
    const floor = unseen * size * UNSEEN_PART;
    for (let at = 0; at < length; at += 1) {
      const bucket = buckets[at] ?? 0;
      const base = bucket * heads;
      for (let head = 0; head < heads; head += 1)
        sums[head] = (sums[head] ?? 0) + (bytes[base + head] ?? 0) - 128;
      room += Math.log(Math.max(0, (counts[bucket] ?? 0) - own) + (prior[bucket] ?? 0) + floor);
    }
    const norm = 1 / Math.sqrt(length + 1);
    const linear = (head: number): number =>
      (sums[head] ?? 0) * (scale[head] ?? 0) * norm + (bias[head] ?? 0);
    const hostile =
      (sums[index.hostile] ?? 0) * (scale[index.hostile] ?? 0) + length * (offset[index.hostile] ?? 0);
    scores.hostile = (hostile - room + length * Math.log(size)) * norm;
    scores.comment = linear(index.comment);
    scores.dispute = linear(index.dispute);
    scores.appeal = linear(index.appeal);
    scores.features = length;
    return scores;
  };

  return {
    bytes: counts.byteLength + stamps.byteLength,
    read: (streams) => {
      gather(streams);
      return judge(0);
    },
    readLearnt: (streams) => {
      gather(streams);
      return judge(1);
    },
    knowledge: () => Math.min(1, total / ENOUGH),
    learn: () => {
      for (let at = 0; at < length; at += 1) {
        const bucket = buckets[at] ?? 0;
        counts[bucket] = Math.min(65_535, (counts[bucket] ?? 0) + 1);
      }
      total += length;
      if (total < MAX_TOTAL) return;
      for (let bucket = 0; bucket < BUCKETS; bucket += 1) counts[bucket] = (counts[bucket] ?? 0) >> 1;
      total >>= 1;
    },
  };
}
