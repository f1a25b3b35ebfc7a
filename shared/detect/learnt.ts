import { BUCKETS } from './features.ts';
import { finish, KNOWN_BITS, mix } from './hash.ts';
import { shippedModel } from './model.ts';
import { SCALE_STEPS } from './room-scale.ts';

/** What a room taught its detector, as plain data: made by training, kept, and taken over by a running detector. */
export interface LearntRoom {
  /** How often each bucket stood in the room's ordinary chat, and how many features that were in all. */
  readonly counts: Uint16Array;
  readonly total: number;
  /** The same of what people confirmed as abuse here; empty where nobody did. */
  readonly confirmed: Uint16Array;
  /** Pairs of Han characters that are usual here: the first times 65,536 and the second. */
  readonly pairs: Uint32Array;
  /** Sounds said here before, and those that several other rooms or days know, as the bits of hash sketches. */
  readonly known: Uint32Array;
  readonly elsewhere: Uint32Array;
  /** How the newest ordinary messages scored, before they were learnt: a histogram of abuse log-odds. */
  readonly scores: Float64Array;
  /** Hashes of the dismissed and confirmed texts that are part of it, ascending. */
  readonly lessons: Uint32Array;
}

/** Nothing learnt: the shipped model speaks alone. */
export function emptyLearnt(): LearntRoom {
  const words = 2 ** (KNOWN_BITS - 5);
  return {
    counts: new Uint16Array(BUCKETS),
    total: 0,
    confirmed: new Uint16Array(0),
    pairs: new Uint32Array(0),
    known: new Uint32Array(words),
    elsewhere: new Uint32Array(words),
    scores: new Float64Array(SCALE_STEPS),
    lessons: new Uint32Array(0),
  };
}

/** Tells these bytes, and their version, from any other. */
const MARK = 0x434b4c01;
const WORDS = 10;
const STAMP_STEP = 61;

/**
 * The bytes of a learnt room, to be kept: a head of ten 32-bit words (mark, total, seven lengths, stamp of the
 * shipped weights), then the tables, each begun at a multiple of eight. Byte order is the machine's; the mark shows
 * another's.
 */
export function encodeLearnt(learnt: LearntRoom): Uint8Array {
  const parts = partsOf(learnt);
  const size = parts.reduce((sum, part) => sum + padded(part.byteLength), padded(WORDS * 4));
  const bytes = new Uint8Array(size);
  const head = new Uint32Array(bytes.buffer, 0, WORDS);
  head[0] = MARK;
  head[1] = learnt.total;
  head[WORDS - 1] = weightsStamp();
  let at = padded(WORDS * 4);
  parts.forEach((part, index) => {
    head[2 + index] = part.length;
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += padded(part.byteLength);
  });
  return bytes;
}

/** The learnt room of such bytes; null where they are none, or were made beside other weights or table sizes. */
export function decodeLearnt(bytes: Uint8Array): LearntRoom | null {
  const own = bytes.slice();
  if (own.byteLength < padded(WORDS * 4)) return null;
  const head = new Uint32Array(own.buffer, 0, WORDS);
  const [mark, total = 0, ...lengths] = head;
  const [counts = 0, confirmed = 0, pairs = 0, known = 0, elsewhere = 0, scores = 0, lessons = 0] = lengths;
  const empty = emptyLearnt();
  const fits =
    mark === MARK &&
    head[WORDS - 1] === weightsStamp() &&
    counts === empty.counts.length &&
    (confirmed === 0 || confirmed === counts) &&
    known === empty.known.length &&
    elsewhere === known &&
    scores === empty.scores.length;
  const sizes = [counts * 2, confirmed * 2, pairs * 4, known * 4, elsewhere * 4, scores * 8, lessons * 4];
  const whole = sizes.reduce((sum, size) => sum + padded(size), padded(WORDS * 4));
  if (!fits || whole !== own.byteLength) return null;
  let next = padded(WORDS * 4);
  const place = (size: number): number => {
    const at = next;
    next += padded(size);
    return at;
  };
  return {
    total,
    counts: new Uint16Array(own.buffer, place(counts * 2), counts),
    confirmed: new Uint16Array(own.buffer, place(confirmed * 2), confirmed),
    pairs: new Uint32Array(own.buffer, place(pairs * 4), pairs),
    known: new Uint32Array(own.buffer, place(known * 4), known),
    elsewhere: new Uint32Array(own.buffer, place(elsewhere * 4), elsewhere),
    scores: new Float64Array(own.buffer, place(scores * 8), scores),
    lessons: new Uint32Array(own.buffer, place(lessons * 4), lessons),
  };
}

let stamp: number | undefined;

/** Tells one set of shipped weights from another: scores learnt beside others mean something else. */
function weightsStamp(): number {
  if (stamp !== undefined) return stamp;
  const { bytes } = shippedModel();
  let hash = bytes.length;
  for (let at = 0; at < bytes.length; at += STAMP_STEP) hash = mix(hash, (bytes[at] ?? 0) + 1);
  stamp = finish(hash);
  return stamp;
}

type Table = Uint16Array | Uint32Array | Float64Array;

function partsOf(learnt: LearntRoom): readonly Table[] {
  const { counts, confirmed, pairs, known, elsewhere, scores, lessons } = learnt;
  return [counts, confirmed, pairs, known, elsewhere, scores, lessons];
}

function padded(size: number): number {
  return Math.ceil(size / 8) * 8;
}
