import { exhaustive } from '../../../../shared/domain/result.ts';
import type { Matcher, MatcherKind } from '../../../../shared/rules/condition.ts';
import { DEFAULT_VARIANTS } from '../../../../shared/rules/words.ts';

/** The closed set of matchers as the menu offers them. */
export const MATCHER_GROUPS = {
  text: ['words', 'pattern', 'link', 'length'],
  habit: ['rate', 'first_message'],
  person: ['person', 'role', 'guard'],
  money: ['gift'],
  room: ['room', 'phase', 'viewers', 'time'],
  detector: ['score'],
} as const satisfies Readonly<Record<string, readonly MatcherKind[]>>;

/** A matcher to begin with; its empty fields are for the person to fill. */
export function blankMatcher(kind: MatcherKind, utcOffsetMin: number): Matcher {
  switch (kind) {
    case 'words':
      return { kind, lists: [], words: [], variants: DEFAULT_VARIANTS };
    case 'pattern':
      return { kind, source: '', on: 'folded' };
    case 'length':
      return { kind, atLeast: 50 };
    case 'link':
      return { kind };
    case 'rate':
      return { kind, what: 'person_repeats', windowSec: 30, atLeast: 4 };
    case 'person':
      return { kind, attribute: 'level', is: 'below', value: 5 };
    case 'role':
      return { kind, anyOf: ['member'] };
    case 'guard':
      return { kind, tier: 3 };
    case 'first_message':
      return { kind };
    case 'room':
      return { kind, state: 'live' };
    case 'viewers':
      return { kind, is: 'at_least', value: 1_000 };
    case 'phase':
      return { kind, is: 'below', minutes: 10 };
    case 'time':
      return { kind, from: '22:00', to: '06:00', utcOffsetMin };
    case 'gift':
      return { kind, unit: 'fen', atLeast: 100_000 };
    case 'score':
      return { kind, category: 'abuse', atLeast: 0.8 };
    default:
      return exhaustive(kind);
  }
}
