import { foldText } from '../detect/fold.ts';
import { type PatternEngine, type PatternGroup, patternCost } from './patterns.ts';
import type { Program, ProgramPattern } from './program-types.ts';

/** Milliseconds that looking for one pattern may take; beyond it the rule that asked is said to be slow. */
export const SLOW_MS = 8;

/** Looks for the patterns of a program in one text at a time, each at most once, and only when asked. */
export interface PatternDesk {
  readonly open: (program: Program, text: string) => void;
  /** `spend` takes work units; where they are used up the pattern counts as not found. */
  readonly has: (place: number, spend: (units: number) => boolean) => boolean;
  /** Which pattern took too long since this was last asked; empty for none. */
  readonly takeSlow: () => string;
}

/** Makes one. Patterns that are slow together are from then on looked for one by one, which shows which it is. */
export function createPatternDesk(engine: PatternEngine): PatternDesk {
  const apart = new WeakSet<PatternGroup>();
  let program: Program | undefined;
  let text = '';
  let folded: string | undefined;
  let together: (ReadonlySet<number> | undefined)[] = [];
  let alone: (boolean | undefined)[] = [];
  let slow = '';

  const textFor = (isFolded: boolean): string => {
    if (!isFolded) return text;
    folded ??= foldText(text);
    return folded;
  };
  const askGroup = (group: PatternGroup, isFolded: boolean): ReadonlySet<number> => {
    const before = engine.elapsed();
    const places = group.match(textFor(isFolded));
    if (engine.elapsed() - before > SLOW_MS) apart.add(group);
    return places.length === 0 ? NONE : new Set(places);
  };
  const askOne = ({ pattern, isFolded }: ProgramPattern): boolean => {
    const before = engine.elapsed();
    const is = pattern.test(textFor(isFolded));
    const spent = engine.elapsed() - before;
    if (spent > SLOW_MS) slow = `${pattern.source.slice(0, 60)}: ${spent.toFixed(1)} ms`;
    return is;
  };

  return {
    open(given, words) {
      program = given;
      text = words;
      folded = undefined;
      if (together.length > 0) together = [];
      if (alone.length > 0) alone = [];
    },
    has(place, spend) {
      const entry = program?.patterns[place];
      if (entry === undefined || text === '') return false;
      const group = program?.groups[entry.group];
      if (group !== undefined && !apart.has(group.group)) {
        const places = together[entry.group] ?? askGroup(group.group, group.isFolded);
        together[entry.group] = places;
        return spend(1) && places.has(entry.placeInGroup);
      }
      if (!spend(patternCost(entry.pattern.size, text.length))) return false;
      const is = alone[place] ?? askOne(entry);
      alone[place] = is;
      return is;
    },
    takeSlow() {
      const was = slow;
      slow = '';
      return was;
    },
  };
}

const NONE: ReadonlySet<number> = new Set();
