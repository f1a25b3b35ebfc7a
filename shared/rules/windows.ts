import type { Streams } from '../detect/streams.ts';
import { type ClockMap, createClockMap, type Used } from './clock-map.ts';
import type { RATES } from './condition.ts';
import { RULE_LIMITS } from './limits.ts';

export type Rate = (typeof RATES)[number];

/** One event as the windows count it. */
export interface Counted {
  /** Key of the person; undefined where there is none. */
  readonly personId: string | undefined;
  /** Epoch ms. */
  readonly at: number;
  /** {@link sayingOf} what was said; undefined where it is no message. */
  readonly said: Saying | undefined;
  readonly isGift: boolean;
}

/** A text as it is compared with others: equal ones have the same key. */
export interface Saying {
  readonly key: number;
  /** Letters, digits and Han in it, repeats once. */
  readonly length: number;
}

/** Counts of one room; bounded: about 25 MB where thousands of people are as busy as can be. */
export interface Windows {
  /** Takes the event in, as far as the rates named need it; only the last one can be asked about. */
  readonly advance: (event: Counted, needs: ReadonlySet<Rate>) => void;
  /**
   * Whether of what the rate counts there were `atLeast` within the window, the event at hand included.
   * False where the event is nothing of that kind.
   */
  readonly reaches: (rate: Rate, windowMs: number, atLeast: number) => boolean;
  readonly stats: () => { readonly persons: number; readonly texts: number };
}

/** People and texts remembered; who was quiet longest is forgotten first. */
const MOST_PERSONS = 8_192;
const MOST_TEXTS = 4_096;
/** Texts shorter than this say nothing about who copies whom: `666`, `哈哈`. */
export const SHORTEST_SAME_TEXT = 4;

interface Times {
  times: Float64Array;
  keys: Float64Array;
  count: number;
}

interface PersonWindow extends Used {
  readonly serial: number;
  readonly messages: Times;
  gifts: Times | null;
}

/** Who said a text, each account once: the newest of them. */
interface TextWindow extends Used {
  /** The first account; most texts have no second one. */
  readonly serial: number;
  at: number;
  serials: Float64Array;
  times: Float64Array;
  count: number;
}

/** What the streams have read, folded, without signs, repeats once; a text of signs alone is compared as it stands. */
export function sayingOf(streams: Pick<Streams, 'squeezed' | 'text'>): Saying {
  const { units, length } = streams.squeezed;
  const { text } = streams;
  let low = 0x811c9dc5;
  let high = length > 0 ? 0x9e3779b9 : 0x7f4a7c15;
  const size = length > 0 ? length : text.length;
  for (let at = 0; at < size; at += 1) {
    const unit = length > 0 ? (units[at] ?? 0) : text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 13);
  }
  // Thirty bits stay a small integer, which maps find fast; two texts of a window meet once in some millions.
  return { key: (low ^ high) >>> 2, length };
}

/** Makes empty windows. */
export function createWindows(): Windows {
  const persons: ClockMap<string, PersonWindow> = createClockMap(MOST_PERSONS);
  const texts: ClockMap<number, TextWindow> = createClockMap(MOST_TEXTS);
  const room = { messages: noTimes(), gifts: noTimes() };
  let serials = 0;
  let last: Counted = { personId: undefined, at: 0, said: undefined, isGift: false };
  let person: PersonWindow | undefined;
  let text: TextWindow | undefined;

  const personOf = (id: string): PersonWindow => {
    const held = persons.get(id);
    if (held !== undefined) return held;
    serials += 1;
    const made = { used: false, serial: serials, messages: noTimes(), gifts: null };
    persons.put(id, made);
    return made;
  };
  const takeText = (said: Saying, serial: number, at: number): TextWindow => {
    const held = texts.get(said.key);
    if (held !== undefined) {
      addAccount(held, serial, at);
      return held;
    }
    const made = { used: false, serial, at, serials: EMPTY, times: EMPTY, count: 0 };
    texts.put(said.key, made);
    return made;
  };

  return {
    advance(event, needs) {
      last = event;
      const { personId, said, at, isGift } = event;
      person = undefined;
      text = undefined;
      if (isGift) addTime(room.gifts, at, RULE_LIMITS.roomCount);
      if (said !== undefined) addTime(room.messages, at, RULE_LIMITS.roomCount);
      if (personId === undefined || (said === undefined && !isGift)) return;
      person = personOf(personId);
      if (isGift) {
        person.gifts ??= noTimes();
        addTime(person.gifts, at, RULE_LIMITS.personCount);
      }
      if (said === undefined) return;
      const place = addTime(person.messages, at, RULE_LIMITS.personCount);
      if (needs.has('person_repeats')) addKey(person.messages, place, said.key);
      if (needs.has('same_text_accounts') && said.length >= SHORTEST_SAME_TEXT)
        text = takeText(said, person.serial, at);
    },
    reaches(rate, windowMs, atLeast) {
      const since = last.at - windowMs;
      const { said, isGift } = last;
      switch (rate) {
        case 'person_messages':
          return said !== undefined && person !== undefined && nthNewest(person.messages, atLeast) > since;
        case 'person_gifts':
          return isGift && person?.gifts != null && nthNewest(person.gifts, atLeast) > since;
        case 'person_repeats':
          return (
            said !== undefined && person !== undefined && countOf(person.messages, said.key, since) >= atLeast
          );
        case 'same_text_accounts':
          return text !== undefined && text.count + 1 >= atLeast && accountsSince(text, since) >= atLeast;
        case 'room_messages':
          return said !== undefined && nthNewest(room.messages, atLeast) > since;
        case 'room_gifts':
          return isGift && nthNewest(room.gifts, atLeast) > since;
      }
    },
    stats: () => ({ persons: persons.size(), texts: texts.size() }),
  };
}

function noTimes(): Times {
  return { times: EMPTY, keys: EMPTY, count: 0 };
}
const EMPTY = new Float64Array(0);

/** A ring that grows as needed up to its capacity; until then nothing is overwritten, so places are the order. */
function addTime(ring: Times, at: number, capacity: number): number {
  const size = ring.times.length;
  if (ring.count >= size && size < capacity)
    ring.times = resized(ring.times, Math.min(capacity, Math.max(4, size * 4)));
  const place = ring.count % ring.times.length;
  ring.times[place] = at;
  ring.count += 1;
  return place;
}

/** Keys are kept only where somebody asks for repeats. */
function addKey(ring: Times, place: number, key: number): void {
  if (ring.keys.length < ring.times.length) ring.keys = resized(ring.keys, ring.times.length);
  ring.keys[place] = key;
}

/** The time of the n-th newest (1: the newest); -∞ where there are fewer. */
function nthNewest({ times, count }: Times, n: number): number {
  if (n > count || n > times.length) return Number.NEGATIVE_INFINITY;
  return times[(count - n) % times.length] ?? Number.NEGATIVE_INFINITY;
}

function countOf({ times, keys, count }: Times, key: number, since: number): number {
  let found = 0;
  const held = Math.min(count, times.length);
  for (let at = 0; at < held; at += 1) if (keys[at] === key && (times[at] ?? 0) > since) found += 1;
  return found;
}

/** Renews the account's time, or takes it in; with too many accounts the one with the oldest time leaves. */
function addAccount(held: TextWindow, serial: number, at: number): void {
  if (held.serial === serial) {
    held.at = at;
    return;
  }
  const { serials, times, count } = held;
  let oldest = 0;
  for (let place = 0; place < count; place += 1) {
    if (serials[place] === serial) {
      times[place] = at;
      return;
    }
    if ((times[place] ?? 0) < (times[oldest] ?? 0)) oldest = place;
  }
  const most = RULE_LIMITS.personCount;
  if (count >= times.length && count < most) {
    const size = Math.min(most, Math.max(4, count * 4));
    held.serials = resized(serials, size);
    held.times = resized(times, size);
  }
  const place = count < most ? count : oldest;
  held.serials[place] = serial;
  held.times[place] = at;
  held.count = Math.max(count, place + 1);
}

function accountsSince({ at, times, count }: TextWindow, since: number): number {
  let found = at > since ? 1 : 0;
  for (let place = 0; place < count; place += 1) if ((times[place] ?? 0) > since) found += 1;
  return found;
}

function resized(from: Float64Array, size: number): Float64Array {
  const to = new Float64Array(size);
  to.set(from);
  return to;
}
