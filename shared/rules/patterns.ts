import type { Result } from '../domain/result.ts';

/** A compiled pattern; looking for it takes time linear in the text. */
export interface Pattern {
  readonly source: string;
  /** Instructions of the compiled program. */
  readonly size: number;
  readonly test: (text: string) => boolean;
  /** Where it is first found, UTF-16 offsets [start, end). */
  readonly find: (text: string) => readonly [number, number] | null;
}

/** Many patterns looked for at once. */
export interface PatternGroup {
  /** Places, in the order they were handed over, of those found anywhere in the text. */
  readonly match: (text: string) => readonly number[];
}

/** The engine for user-written patterns; handed in, because `shared` has no libraries. */
export interface PatternEngine {
  /** `invalid` says which sign at which place is wrong and what to write instead. */
  readonly compile: (source: string, ignoreCase: boolean) => Result<Pattern>;
  readonly group: (patterns: readonly Pattern[]) => PatternGroup;
  /** Milliseconds of a clock that only runs forward; what seems to take too long is noticed by it. */
  readonly elapsed: () => number;
  /** Milliseconds this thread was computing: not what it waited on a busy machine. Dearer to ask. */
  readonly computed: () => number;
}

/** Patterns larger than this are looked for one by one, when a rule asks: in a group they could slow the others. */
export const GROUPED_SIZE = 60;
/** Patterns in one group. */
export const GROUP_MOST = 64;

/** Work units of looking for a pattern of that size in a text of that length. */
export function patternCost(size: number, length: number): number {
  return 1 + Math.ceil((size * length) / 256);
}
