import type { Evidence } from '../domain/flag.ts';
import { MAX_SHINGLES, type Sketch, sharedCount } from './shingles.ts';

/** Messages remembered per cluster. */
export const RECENT = 32;
/** Messages kept whole per cluster. */
export const FIRST = 8;
const BUCKET = 4;
const BUCKETS = 8192;
/** An entry of the index: the generation above the slot. */
const SLOT_BITS = 12;
const SLOTS = 1 << SLOT_BITS;
const GENERATIONS = 0x7ffff;
/** Shared part of all shingles, or of the shorter text's, from which two texts are one message. */
const MIN_JACCARD = 0.42;
const MIN_CONTAINED = 0.72;
const MIN_SHARED = 6;

/** People and newcomers of a cluster within a minute, ten minutes and an hour, and the sender's own messages. */
export interface Tally {
  people: number;
  fresh: number;
  slowPeople: number;
  slowFresh: number;
  hourPeople: number;
  hourFresh: number;
  own: number;
}

/** Texts that are one message in different spellings. */
export interface Cluster {
  slot: number;
  /** Grows with each use of the slot, so that old references are known to be old. */
  generation: number;
  serial: number;
  symbols: number;
  canon: number;
  firstAt: number;
  lastAt: number;
  messages: number;
  /** The last messages: when, and by which person (slot of the person book), as a ring. */
  readonly times: Float64Array;
  readonly senders: Int32Array;
  /** Different people so far, counted up to `RECENT` apart. */
  people: number;
  /** The first messages, for the flag that may come; at most `FIRST`. */
  first: Evidence[];
  /** As counted last, and when. */
  tally: Tally | undefined;
  talliedAt: number;
  /** The incident it was raised as; empty before. */
  incident: string;
  /** When it was raised; 0 before. Epoch ms. */
  raisedAt: number;
  /** Was said in the room before, by its history. */
  isKnown: boolean;
  /** Is said again and again in other rooms. */
  isElsewhere: boolean;
  /** New people who said the same within the hour, before the cluster that held them gave way. */
  earlier: number;
  /** Was called hype here. */
  isHype: boolean;
}

/** Clusters of a room: a ring of single messages, and the ones that were said again. Memory is fixed. */
export interface ClusterBook {
  /** The cluster a text belongs to, or undefined. */
  readonly find: (sketch: Sketch) => Cluster | undefined;
  /** Opens one for a text that belongs to none; the oldest gives way. */
  readonly open: (sketch: Sketch, at: number) => Cluster;
  readonly at: (slot: number) => Cluster | undefined;
  /** Whether a cluster still lives and several people are in it. */
  readonly isShared: (slot: number, generation: number) => boolean;
  /** Counts one more person in. */
  readonly addPerson: (cluster: Cluster) => void;
  readonly size: () => number;
  readonly bytes: number;
}

/** Makes a book of `capacity` clusters, at most 4,096; those said again outlive those said once. */
export function createClusterBook(capacity: number, onForget?: (cluster: Cluster) => void): ClusterBook {
  const clusters: Cluster[] = [];
  const arena: Arena = {
    times: new Float64Array(0),
    senders: new Int32Array(0),
  };
  const index = new Int32Array(BUCKETS * BUCKET);
  const cursor = new Uint8Array(BUCKETS);
  /** What every search reads, side by side for the cache: the clusters themselves lie all over memory. */
  const shingles = new Uint32Array(capacity * MAX_SHINGLES);
  const lengths = new Uint8Array(capacity);
  const shared = new Uint8Array(capacity);
  const tally = new Uint8Array(capacity);
  const generations = new Int32Array(capacity);
  const touched = new Int32Array(MAX_SHINGLES * BUCKET);
  let hand = 0;
  let serial = 0;

  const nextSlot = (): Cluster => {
    if (clusters.length < capacity) {
      const made = emptyCluster(clusters.length, arena);
      clusters.push(made);
      return made;
    }
    // A clock hand: what was said again gets one more round.
    for (let tries = 0; tries < 64; tries += 1) {
      const cluster = clusters[hand];
      hand = (hand + 1) % capacity;
      if (cluster === undefined) continue;
      if (cluster.messages <= 1) return cluster;
      cluster.messages = cluster.messages > 8 ? cluster.messages >> 1 : cluster.messages - 1;
    }
    const cluster = clusters[hand] ?? emptyCluster(0, arena);
    hand = (hand + 1) % capacity;
    return cluster;
  };

  return {
    bytes: capacity * (MAX_SHINGLES * 4 + RECENT * 12 + 160) + index.byteLength,
    at: (slot) => clusters[slot],
    size: () => clusters.length,
    find: (sketch) => {
      let count = 0;
      for (let pair = 0; pair < sketch.pairCount; pair += 1) {
        const bucket = ((sketch.pairs[pair] ?? 0) % BUCKETS) * BUCKET;
        for (let way = 0; way < BUCKET; way += 1) {
          const entry = index[bucket + way] ?? 0;
          const slot = entry & (SLOTS - 1);
          if (entry === 0 || ((generations[slot] ?? 0) & GENERATIONS) !== entry >>> SLOT_BITS) continue;
          if (tally[slot] === 0) {
            touched[count] = slot;
            count += 1;
          }
          tally[slot] = (tally[slot] ?? 0) + 1;
        }
      }
      let best = -1;
      let bestLikeness = 0;
      for (let at = 0; at < count; at += 1) {
        const slot = touched[at] ?? 0;
        const pairs = tally[slot] ?? 0;
        tally[slot] = 0;
        if (bestLikeness === 1 || pairs * 4 < sketch.pairCount) continue;
        const likeness = likenessOf(shingles, slot * MAX_SHINGLES, lengths[slot] ?? 0, sketch);
        if (likeness > bestLikeness) {
          best = slot;
          bestLikeness = likeness;
        }
      }
      return best < 0 ? undefined : clusters[best];
    },
    isShared: (slot, generation) => generations[slot] === generation && shared[slot] === 1,
    addPerson: (cluster) => {
      cluster.people += 1;
      if (cluster.people >= 2) shared[cluster.slot] = 1;
    },
    open: (sketch, at) => {
      const cluster = nextSlot();
      if (cluster.messages > 0) onForget?.(cluster);
      serial += 1;
      cluster.generation += 1;
      generations[cluster.slot] = cluster.generation;
      cluster.serial = serial;
      const base = cluster.slot * MAX_SHINGLES;
      for (let at = 0; at < sketch.length; at += 1) shingles[base + at] = sketch.values[at] ?? 0;
      lengths[cluster.slot] = sketch.length;
      shared[cluster.slot] = 0;
      cluster.symbols = sketch.symbols;
      cluster.canon = sketch.canon;
      cluster.firstAt = at;
      cluster.lastAt = at;
      cluster.messages = 0;
      cluster.people = 0;
      cluster.first = [];
      cluster.tally = undefined;
      cluster.talliedAt = 0;
      cluster.incident = '';
      cluster.raisedAt = 0;
      cluster.isKnown = false;
      cluster.isElsewhere = false;
      cluster.earlier = 0;
      cluster.isHype = false;
      for (let pair = 0; pair < sketch.pairCount; pair += 1) {
        const bucket = (sketch.pairs[pair] ?? 0) % BUCKETS;
        const place = bucket * BUCKET + ((cursor[bucket] ?? 0) % BUCKET);
        index[place] = ((cluster.generation & GENERATIONS) << SLOT_BITS) | cluster.slot;
        cursor[bucket] = ((cursor[bucket] ?? 0) + 1) % BUCKET;
      }
      return cluster;
    },
  };
}

/** 0 if the texts differ, else how alike they are. */
function likenessOf(shingles: Uint32Array, from: number, length: number, sketch: Sketch): number {
  const shared = sharedCount(shingles, from, length, sketch.values, sketch.length);
  const jaccard = shared / (length + sketch.length - shared);
  if (jaccard >= MIN_JACCARD) return jaccard;
  const contained = shared / Math.min(length, sketch.length);
  return contained >= MIN_CONTAINED && shared >= MIN_SHARED ? jaccard : 0;
}

/** Room for some clusters' arrays at once: thousands of small arrays are dear to make and to collect. */
interface Arena {
  times: Float64Array;
  senders: Int32Array;
}

const ARENA = 128;

function emptyCluster(slot: number, arena: Arena): Cluster {
  const place = slot % ARENA;
  if (place === 0) {
    arena.times = new Float64Array(ARENA * RECENT);
    arena.senders = new Int32Array(ARENA * RECENT);
  }
  return {
    slot,
    generation: 0,
    serial: 0,
    symbols: 0,
    canon: 0,
    firstAt: 0,
    lastAt: 0,
    messages: 0,
    times: arena.times.subarray(place * RECENT, (place + 1) * RECENT),
    senders: arena.senders.subarray(place * RECENT, (place + 1) * RECENT),
    people: 0,
    first: [],
    tally: undefined,
    talliedAt: 0,
    incident: '',
    raisedAt: 0,
    isKnown: false,
    isElsewhere: false,
    earlier: 0,
    isHype: false,
  };
}
