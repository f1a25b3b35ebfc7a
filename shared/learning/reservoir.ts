/** Old talk fades: a newcomer is taken as if at most so many times the capacity had been offered. */
const FADES_AFTER = 4;
/** Longest text that is kept, UTF-16 units. */
const LONGEST = 200;

/** One message that is kept to learn from. */
export interface Sample {
  readonly text: string;
  /** Place in the room's own count of events, by which they are put in order. */
  readonly offset: number;
  /** Day of receipt, counted from 1970 in UTC. */
  readonly day: number;
}

/** A reservoir as it is kept. */
export interface ReservoirState {
  readonly samples: readonly Sample[];
  readonly offered: number;
  readonly lastOffset: number;
  /** State of its own seeded chance. */
  readonly chance: number;
}

/** A bounded, fair choice of everything offered (Vitter 1985, algorithm R, with fading). */
export interface Reservoir {
  /** True if it was taken; never twice the same offset, and nothing older than the newest. */
  readonly offer: (text: string, offset: number, day: number) => boolean;
  /** Forgets what is older than a day, and texts that turned out to be trouble; returns how many. */
  readonly forget: (rule: { readonly beforeDay?: number; readonly texts?: ReadonlySet<string> }) => number;
  /** Oldest first. */
  readonly samples: () => readonly Sample[];
  readonly size: () => number;
  readonly offered: () => number;
  readonly lastOffset: () => number;
  readonly state: () => ReservoirState;
}

/** Makes a reservoir of at most `capacity` messages; the same seed and the same offers give the same choice. */
export function createReservoir(
  capacity: number,
  from: ReservoirState | { readonly seed: number },
): Reservoir {
  const kept = 'samples' in from ? from : undefined;
  let samples: Sample[] = kept === undefined ? [] : kept.samples.slice(0, capacity);
  let offered = kept?.offered ?? 0;
  let lastOffset = kept?.lastOffset ?? 0;
  let chance = 'seed' in from ? from.seed >>> 0 : from.chance;

  const next = (): number => {
    // Mulberry32, by Tommy Ettinger (public domain).
    chance = (chance + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(chance ^ (chance >>> 15), chance | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const inOrder = (): readonly Sample[] => samples.toSorted((left, right) => left.offset - right.offset);

  return {
    offer: (raw, offset, day) => {
      if (offset <= lastOffset) return false;
      lastOffset = offset;
      const text = plainText(raw);
      if (text === '') return false;
      offered += 1;
      if (samples.length < capacity) {
        samples.push({ text, offset, day });
        return true;
      }
      const place = Math.floor(next() * Math.min(offered, FADES_AFTER * capacity));
      if (place >= capacity) return false;
      samples[place] = { text, offset, day };
      return true;
    },
    forget: ({ beforeDay = 0, texts }) => {
      const left = samples.filter((sample) => sample.day >= beforeDay && texts?.has(sample.text) !== true);
      const gone = samples.length - left.length;
      if (gone > 0) samples = left;
      return gone;
    },
    samples: inOrder,
    size: () => samples.length,
    offered: () => offered,
    lastOffset: () => lastOffset,
    state: () => ({ samples: inOrder(), offered, lastOffset, chance }),
  };
}

/** The text on one line, and not too long. */
export function plainText(raw: string): string {
  return raw.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}
