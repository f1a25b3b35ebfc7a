/** What a rule, a list and an evaluation may be at most. What is larger is refused with a word that says so. */
export const RULE_LIMITS = {
  /** Nested `all`, `any`, `not`, `at_least` above a matcher. */
  depth: 6,
  /** Conditions of one rule, combinations included. */
  nodes: 64,
  /** Conditions inside one combination. */
  children: 16,
  /** Patterns of one rule. */
  patterns: 8,
  /** Characters of one pattern. */
  patternSource: 500,
  /** Compiled size of one pattern, in instructions. */
  patternProgram: 1_000,
  /** Words written into the rule itself. */
  inlineWords: 200,
  /** Characters of one word. */
  word: 64,
  /** Words of one list. */
  listWords: 20_000,
  /** Words and exceptions of all lists of a hub: what is compiled at once stays under a second. */
  hubWords: 100_000,
  /** Lists one condition may name. */
  listsOfOne: 16,
  /** Steps of a penalty ladder. */
  steps: 8,
  /** Rules of a hub that are not archived. */
  rules: 200,
  /** Lists of a hub. */
  lists: 100,
  /** The longest window of a count, seconds. */
  windowSec: 3_600,
  /** The most a count about one person, or accounts with one text, may ask for. */
  personCount: 60,
  /** The most a count about the room may ask for. */
  roomCount: 1_000,
} as const;
