import { foldText } from '../detect/fold.ts';
import { type PatternEngine, type PatternGroup, patternCost } from './patterns.ts';
import type { Program, ProgramPattern } from './program-types.ts';

/** Milliseconds of computing that looking for one pattern may take; beyond it the rule that asked is said to be slow. */
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
  /**
   * The answer, and how long it took if that was too long. A machine that is busy makes everything seem slow: what
   * seems so is looked for once more, by the clock that only counts computing.
   */
  const timed = <T>(look: () => T): { readonly answer: T; readonly tooLong: number } => {
    const before = engine.elapsed();
    const answer = look();
    if (engine.elapsed() - before <= SLOW_MS) return { answer, tooLong: 0 };
    const start = engine.computed();
    look();
    const spent = engine.computed() - start;
    return { answer, tooLong: spent > SLOW_MS ? spent : 0 };
  };
  const askGroup = (group: PatternGroup, isFolded: boolean): ReadonlySet<number> => {
    const { answer, tooLong } = timed(() => group.match(textFor(isFolded)));
    if (tooLong > 0) apart.add(group);
    return answer.length === 0 ? NONE : new Set(answer);
  };
  const askOne = ({ pattern, isFolded }: ProgramPattern): boolean => {
    const { answer, tooLong } = timed(() => pattern.test(textFor(isFolded)));
    if (tooLong > 0) slow = `${pattern.source.slice(0, 60)}: ${tooLong.toFixed(1)} ms`;
    return answer;
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
