import type { LiveEvent } from '../domain/event.ts';
import { type Cluster, createClusterBook, FIRST, RECENT, type Tally } from './clusters.ts';
import { createHashSketch, KNOWN_BITS } from './hash.ts';
import { createIncidents } from './incidents.ts';
import { createPairWatch } from './pairs.ts';
import { LAST, type PersonBook, type PersonRecord } from './persons.ts';
import { evidenceOf, isAfterRaise, viewOf } from './raid-view.ts';
import type { Sketch } from './shingles.ts';
import { createSlotMarks } from './slot-marks.ts';
import { createSlowMemory } from './slow-memory.ts';
import { type Standing, standingOf } from './standing.ts';
import type { ClusterView } from './types.ts';

const WINDOW = 60_000;
const SLOW = 600_000;
const HOUR = 3_600_000;
/** Shorter lines are said again by somebody new all the time: over minutes they prove nothing. */
const LONG_ENOUGH = 8;
/** The same where nothing is left but the sound and how many said it. */
const SLOW_ENOUGH = 10;
/** How often a raider's account is a fresh one. */
const FRESH_IN_RAIDS = 0.9;

/** What one message adds to the message many send. */
export interface RaidFinding {
  readonly logOdds: number;
  readonly cluster: Cluster;
  readonly standing: Standing;
  /** The sender first said it after it was raised. */
  readonly isLate: boolean;
  /** Different people within a minute, ten minutes and an hour (those still remembered). */
  readonly people: number;
  readonly slowPeople: number;
  readonly hourPeople: number;
  /** Of them, new faces. */
  readonly fresh: number;
  readonly slowFresh: number;
  readonly hourFresh: number;
  /** Other messages that new accounts repeat at the same time, this one included. */
  readonly companions: number;
  /** Messages of this one person in the cluster within a minute. */
  readonly own: number;
}

/** The raids of a room. */
export interface RaidWatch {
  /** Takes a message in; undefined if it says too little to compare. */
  readonly take: (
    sketch: Sketch,
    record: PersonRecord,
    at: number,
    event: LiveEvent,
  ) => RaidFinding | undefined;
  /** Who and what an incident holds. */
  readonly view: (id: string, at: number) => ClusterView | undefined;
  /** The incident a flagged cluster belongs to; opens one, or joins the one its people already made. */
  readonly incidentOf: (cluster: Cluster, at: number) => string;
  /** Takes over sounds that are known here and elsewhere; with `forget` nothing else stays known. */
  readonly loadKnown: (known: Uint32Array, elsewhere: Uint32Array, forget: boolean) => void;
  readonly learnHype: (sketches: readonly Sketch[]) => void;
  readonly clusters: () => number;
  readonly bytes: number;
}

/** Watches a room for messages that many accounts send. */
export function createRaidWatch(roomId: string, people: PersonBook): RaidWatch {
  const known = createHashSketch(KNOWN_BITS);
  const elsewhere = createHashSketch(KNOWN_BITS);
  const slowly = createSlowMemory();
  let freshRate = 0.5;
  let hype = createClusterBook(64);
  const book = createClusterBook(3072, (cluster) => {
    // What people of the room said again and nobody raised is its own language; new people alone may be a drip.
    const isOfNew = cluster.tally !== undefined && cluster.tally.hourFresh >= cluster.tally.hourPeople;
    if (cluster.incident === '' && cluster.people >= 2 && !isOfNew) known.add(cluster.canon);
  });
  const incidents = createIncidents(roomId);
  const pairs = createPairWatch();
  const remember = (record: PersonRecord, sketch: Sketch, at: number, cluster: Cluster | undefined): void => {
    const place = record.messages % LAST;
    record.ring.times[record.base + place] = at;
    record.ring.sounds[record.base + place] = sketch.canon;
    record.ring.clusters[record.base + place] = cluster?.slot ?? 0;
    record.ring.generations[record.base + place] = cluster?.generation ?? 0;
    record.messages += 1;
    record.lastAt = at;
  };

  return {
    loadKnown: (here, others, forget) => {
      for (let word = 0; word < known.words.length; word += 1)
        known.words[word] = (here[word] ?? 0) | (forget ? 0 : (known.words[word] ?? 0));
      elsewhere.words.set(others);
    },
    clusters: book.size,
    bytes: book.bytes + known.bytes + elsewhere.bytes + slowly.bytes,
    incidentOf: (cluster, at) => incidents.of(cluster, pairs.around(cluster, at), at),
    learnHype: (sketches) => {
      hype = createClusterBook(Math.max(64, sketches.length));
      for (const sketch of sketches) {
        known.add(sketch.canon);
        if (!sketch.isInformative) continue;
        hype.open(sketch, 0).messages = 2;
        const living = book.find(sketch);
        if (living !== undefined) living.isHype = true;
      }
    },
    view: (id, at) => {
      const clusters = incidents.clustersOf(id);
      return clusters === undefined ? undefined : viewOf(clusters, people, at, book.isShared);
    },
    take: (sketch, record, at, event) => {
      if (!sketch.isInformative) {
        remember(record, sketch, at, undefined);
        return undefined;
      }
      let cluster = book.find(sketch);
      if (cluster === undefined || at - cluster.lastAt > HOUR) {
        cluster = book.open(sketch, at);
        cluster.isKnown = known.has(sketch.canon);
        cluster.isElsewhere = elsewhere.has(sketch.canon);
        cluster.isHype = hype.find(sketch) !== undefined;
        // One stranger who said it before may be chance.
        cluster.earlier = Math.max(0, slowly.people(sketch.canon, at) - 1);
      } else if (!cluster.isKnown && known.has(sketch.canon)) cluster.isKnown = true;
      const standing = standingOf(record, record.messages, at, book.isShared);
      if (join(cluster, record, at)) book.addPerson(cluster);
      if (standing === 'fresh' && sketch.symbols >= SLOW_ENOUGH) slowly.note(sketch.canon, record.slot, at);
      if (cluster.first.length < FIRST) cluster.first.push(evidenceOf(event));
      if (cluster.people <= 1) freshRate += ((standing === 'fresh' ? 1 : 0) - freshRate) / 200;
      remember(record, sketch, at, cluster);
      return judge(cluster, record, standing, at, Math.min(0.75, Math.max(0.05, freshRate)));
    },
  };

  /**
   * Counting everybody anew tells little more where somebody known joins people who are known, and in a long
   * wave: there every fourth message will do.
   */
  function freshTally(cluster: Cluster, record: PersonRecord, standing: Standing, at: number): Tally {
    const held = cluster.tally;
    const isKnownCrowd = standing !== 'fresh' && held !== undefined && held.hourFresh < 2;
    const isStale = held === undefined || cluster.messages <= 12 || cluster.messages % 4 === 0;
    if (!isKnownCrowd && (isStale || at - cluster.talliedAt > 10_000)) {
      cluster.tally = tallyOf(cluster, record, at, people, book.isShared);
      cluster.talliedAt = at;
      return cluster.tally;
    }
    if (held === undefined) return NOBODY;
    held.own = ownIn(cluster, record, at);
    return held;
  }

  function judge(
    cluster: Cluster,
    record: PersonRecord,
    standing: Standing,
    at: number,
    rate: number,
  ): RaidFinding {
    const tally = freshTally(cluster, record, standing, at);
    const gain = Math.log(FRESH_IN_RAIDS / rate);
    const loss = Math.log((1 - FRESH_IN_RAIDS) / (1 - rate));
    const evidence = (fresh: number, count: number): number => fresh * gain + (count - fresh) * loss;
    const fast = -3.2 + 0.55 * Math.min(tally.people, 12) + clamp(evidence(tally.fresh, tally.people), 8);
    const slow =
      -4.6 + 0.45 * Math.min(tally.slowPeople, 12) + clamp(evidence(tally.slowFresh, tally.slowPeople), 8);
    const hourPeople = tally.hourPeople + cluster.earlier;
    const hour =
      -5.6 +
      0.4 * Math.min(hourPeople, 14) +
      clamp(evidence(tally.hourFresh + cluster.earlier, hourPeople), 8);
    let logOdds =
      (cluster.symbols < LONG_ENOUGH ? fast : Math.max(fast, slow, hour)) +
      0.22 * (Math.min(cluster.symbols, 16) - 9);
    const companions = pairs.take(cluster, tally, at);
    if (companions >= 2) logOdds += 1.3 * Math.min(companions - 1, 3);
    // Two people may say the same; three, or several pairs at once, hardly do.
    if (hourPeople < 3 && (hourPeople < 2 || companions < 3)) logOdds = Math.min(logOdds, -2 + hourPeople);
    if (cluster.isKnown) logOdds -= 8;
    else if (cluster.isElsewhere) logOdds -= 5;
    if (cluster.isHype) logOdds -= 16;
    return {
      logOdds,
      companions,
      cluster,
      standing,
      isLate: cluster.incident !== '' && isAfterRaise(cluster, firstBy(cluster, record, at)),
      people: tally.people,
      slowPeople: tally.slowPeople,
      hourPeople,
      fresh: tally.fresh,
      slowFresh: tally.slowFresh,
      hourFresh: tally.hourFresh + cluster.earlier,
      own: tally.own,
    };
  }
}

/** Puts a message into its cluster; true where its sender is new there. */
function join(cluster: Cluster, record: PersonRecord, at: number): boolean {
  const held = Math.min(cluster.messages, RECENT);
  let isNew = true;
  for (let place = 0; place < held; place += 1) if (cluster.senders[place] === record.slot) isNew = false;
  const place = cluster.messages % RECENT;
  cluster.times[place] = at;
  cluster.senders[place] = record.slot;
  cluster.messages += 1;
  cluster.lastAt = Math.max(at, cluster.lastAt);
  return isNew;
}

/** Counts each person once, at the newest message of theirs. */
function tallyOf(
  cluster: Cluster,
  record: PersonRecord,
  at: number,
  people: PersonBook,
  isShared: (slot: number, generation: number) => boolean,
): Tally {
  const tally: Tally = {
    people: 0,
    fresh: 0,
    slowPeople: 0,
    slowFresh: 0,
    hourPeople: 0,
    hourFresh: 0,
    own: 0,
  };
  const held = Math.min(cluster.messages, RECENT);
  met.begin();
  for (let back = 1; back <= held; back += 1) {
    const place = (cluster.messages - back) % RECENT;
    const slot = cluster.senders[place] ?? 0;
    const age = at - (cluster.times[place] ?? 0);
    if (slot === record.slot && age <= WINDOW) tally.own += 1;
    const isFirst = met.isFirst(slot);
    if (age > HOUR || !isFirst) continue;
    const other = people.bySlot(slot);
    if (other === undefined) continue;
    const isFresh = standingOf(other, other.messages, at, isShared) === 'fresh' ? 1 : 0;
    tally.hourPeople += 1;
    tally.hourFresh += isFresh;
    if (age > SLOW) continue;
    tally.slowPeople += 1;
    tally.slowFresh += isFresh;
    if (age > WINDOW) continue;
    tally.people += 1;
    tally.fresh += isFresh;
  }
  return tally;
}

const met = createSlotMarks();

const NOBODY: Tally = {
  people: 0,
  fresh: 0,
  slowPeople: 0,
  slowFresh: 0,
  hourPeople: 0,
  hourFresh: 0,
  own: 0,
};

function ownIn(cluster: Cluster, record: PersonRecord, at: number): number {
  const held = Math.min(cluster.messages, RECENT);
  let own = 0;
  for (let place = 0; place < held; place += 1) {
    if (cluster.senders[place] === record.slot && at - (cluster.times[place] ?? 0) <= WINDOW) own += 1;
  }
  return own;
}

/** When somebody first said it, as far as it is held. */
function firstBy(cluster: Cluster, record: PersonRecord, at: number): number {
  const held = Math.min(cluster.messages, RECENT);
  for (let back = held; back >= 1; back -= 1) {
    const place = (cluster.messages - back) % RECENT;
    if (cluster.senders[place] === record.slot) return cluster.times[place] ?? at;
  }
  return at;
}

function clamp(value: number, limit: number): number {
  return Math.min(limit, Math.max(-limit, value));
}
