/** Mixes a value into a 32-bit hash (Murmur3's finaliser steps). */
export function mix(hash: number, value: number): number {
  let h = hash ^ Math.imul(value, 0xcc9e2d51);
  h = (h << 15) | (h >>> 17);
  h = Math.imul(h, 0x1b873593);
  return Math.imul(h ^ (h >>> 13), 0x85ebca6b) | 0;
}

/** Spreads the last bits of a hash; unsigned. */
export function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 13)) >>> 0;
}

/** Hash of some units, unsigned 32 bits; never 0. */
export function hashUnits(units: Uint16Array, from: number, to: number): number {
  let hash = 0x9e3779b9;
  for (let index = from; index < to; index += 1) hash = mix(hash, (units[index] ?? 0) + 1);
  return finish(hash) || 1;
}

/** Hash of a string, unsigned 32 bits; never 0. */
export function hashText(text: string): number {
  let hash = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) hash = mix(hash, text.charCodeAt(index) + 1);
  return finish(hash) || 1;
}

/** A set of hashes that forgets nothing and may, rarely, claim one too many (Bloom, 1970). Fixed size. */
export interface HashSketch {
  readonly add: (hash: number) => void;
  readonly has: (hash: number) => boolean;
  /** All bits, 32 a word. */
  readonly words: Uint32Array;
  readonly bytes: number;
}

/** Bits, as a power of two, of a sketch of what rooms say. */
export const KNOWN_BITS = 21;

/** A sketch of 2^bits bits; with one bit in sixteen set it errs about once in 4,000. */
export function createHashSketch(bits: number): HashSketch {
  const words = new Uint32Array(2 ** (bits - 5));
  const mask = 2 ** bits - 1;
  return {
    words,
    bytes: words.byteLength,
    add: (hash) => {
      for (let probe = 0; probe < PROBES; probe += 1) {
        const bit = probeOf(hash, probe) & mask;
        words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31));
      }
    },
    has: (hash) => {
      for (let probe = 0; probe < PROBES; probe += 1) {
        const bit = probeOf(hash, probe) & mask;
        if ((((words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) return false;
      }
      return true;
    },
  };
}

const PROBES = 3;

function probeOf(hash: number, probe: number): number {
  if (probe === 0) return hash;
  return finish(hash ^ (probe === 1 ? 0x5bd1e995 : 0x1f83d9ab));
}

/** How many places a pair of units has in a table of pairs. */
export const PAIR_PLACES = 3;

/** One of the places of a pair of units in a table of pairs, 0 to 2. */
export function pairHash(first: number, second: number, place: number): number {
  const hash = finish(mix(mix(0x7f4a7c15, first), second));
  if (place === 0) return hash;
  return finish(hash ^ (place === 1 ? 0x5bd1e995 : 0x1f83d9ab));
}
