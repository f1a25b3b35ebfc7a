import type { DecodeCounters, Decoded } from './decoder.ts';

/** Counts what passes through a decoder. */
export interface Tally {
  readonly keep: (decoded: readonly Decoded[]) => readonly Decoded[];
  readonly skip: () => void;
  readonly counters: (lines: number) => DecodeCounters;
}

/** At most this many different unknown kinds are told apart; the rest count as `other`. */
const MOST_KINDS = 200;

/** A fresh tally. */
export function createTally(): Tally {
  let events = 0;
  let refused = 0;
  let skipped = 0;
  const unknown = new Map<string, number>();

  const note = (item: Decoded): void => {
    if ('refused' in item) {
      refused++;
      return;
    }
    events++;
    if (item.event.kind !== 'unknown') return;
    const { nativeKind } = item.event.body;
    const name = unknown.has(nativeKind) || unknown.size < MOST_KINDS ? nativeKind : 'other';
    unknown.set(name, (unknown.get(name) ?? 0) + 1);
  };

  return {
    keep: (decoded) => {
      decoded.forEach(note);
      return decoded;
    },
    skip: () => {
      skipped++;
    },
    counters: (lines) => ({ lines, events, refused, skipped, unknown: Object.fromEntries(unknown) }),
  };
}
