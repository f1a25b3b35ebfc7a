import type { Money } from '../domain/money.ts';
import type { PersonRef, User } from '../domain/person.ts';

/** Last messages remembered per person. */
export const LAST = 16;
/** Who spoke within this time keeps their place, ms. */
const RECENTLY = 120_000;
const CHUNK = 256;
/** People a detector remembers at most. */
export const MAX_PERSONS = 32_768;

/** Last messages of some people: when, hash of the sound, cluster slot and its generation (0: none). */
export interface MessageRing {
  readonly times: Float64Array;
  readonly sounds: Uint32Array;
  readonly clusters: Int32Array;
  readonly generations: Int32Array;
}

/** What the windows know of somebody. */
export interface PersonRecord {
  readonly key: string;
  readonly slot: number;
  user: User;
  /** Made of `user` when it is asked for. */
  ref: PersonRef | undefined;
  messages: number;
  firstAt: number;
  lastAt: number;
  /** Ring of the last messages, from `base` on. */
  readonly ring: MessageRing;
  readonly base: number;
  /** Counted money seen, by unit; at most 8 units. */
  spent: readonly Money[];
  lastGiftAt: number;
  /** The last mute or ban seen of them, epoch ms; 0 for none. */
  sanctionedAt: number;
  /** When something of theirs was last flagged, epoch ms; 0 for never. */
  flaggedAt: number;
}

/** The people of a room; who came first and was quiet since leaves first. */
export interface PersonBook {
  readonly touch: (key: string, user: User, at: number) => PersonRecord;
  readonly get: (key: string) => PersonRecord | undefined;
  readonly bySlot: (slot: number) => PersonRecord | undefined;
  readonly size: () => number;
}

/** Makes a book of at most `capacity` people. */
export function createPersonBook(capacity: number): PersonBook {
  const records = new Map<string, PersonRecord>();
  const slots: PersonRecord[] = [];
  const rings: MessageRing[] = [];
  /** Rings are made for many people at once: small arrays cost more than what they hold. */
  const ringOf = (slot: number): MessageRing => {
    const chunk = Math.floor(slot / CHUNK);
    const held = rings[chunk];
    if (held !== undefined) return held;
    const size = CHUNK * LAST;
    const made = {
      times: new Float64Array(size),
      sounds: new Uint32Array(size),
      clusters: new Int32Array(size),
      generations: new Int32Array(size),
    };
    rings[chunk] = made;
    return made;
  };
  /** A clock hand: asking a `Map` for its first entry walks over all that were deleted before it. */
  let hand = 0;
  const free = (now: number): number => {
    for (let tries = 0; ; tries += 1) {
      const oldest = slots[hand];
      hand = (hand + 1) % capacity;
      if (oldest === undefined) return 0;
      // A second chance for who spoke lately; not for all of a crowd.
      if (tries < 2 && now - oldest.lastAt <= RECENTLY) continue;
      records.delete(oldest.key);
      return oldest.slot;
    }
  };
  return {
    size: () => records.size,
    get: (key) => records.get(key),
    bySlot: (slot) => slots[slot],
    touch: (key, user, at) => {
      const held = records.get(key);
      if (held !== undefined) {
        held.user = user;
        held.ref = undefined;
        return held;
      }
      const slot = slots.length < capacity ? slots.length : free(at);
      const made: PersonRecord = {
        key,
        slot,
        user,
        ref: undefined,
        messages: 0,
        firstAt: at,
        lastAt: at,
        ring: ringOf(slot),
        base: (slot % CHUNK) * LAST,
        spent: [],
        lastGiftAt: 0,
        sanctionedAt: 0,
        flaggedAt: 0,
      };
      slots[slot] = made;
      records.set(key, made);
      return made;
    },
  };
}
