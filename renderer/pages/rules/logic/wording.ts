import type { RuleDefinition } from '../../../../shared/rules/rule.ts';
import { matchersOfKind } from '../../../../shared/rules/walk.ts';

/** Cuts a sentence where a change can be seen: between conditions and between steps. Short ones stay whole. */
export function clausesOf(sentence: string): readonly string[] {
  return sentence
    .split(CONDITION.test(sentence) ? JOINTS : STEPS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The sentence that says when a rule matches; "and" joins conditions nowhere else. */
const CONDITION = /^(?:[^：:]*[：:] ?)?(?:当|when )/;
const JOINTS = /(?<=，)(?=并且|或者)|(?<= )(?=and |or )/;
const STEPS = /(?<=；|，)(?=第|\d)|(?<=; )(?=\d|remembered)/;

/** What a sentence only counts and a comparison must show: words, allowed sites and people, one by one. */
export function particularsOf(definition: RuleDefinition): {
  readonly words: readonly string[];
  readonly hosts: readonly string[];
  readonly persons: readonly string[];
} {
  const { when, exempt } = definition;
  return {
    words: matchersOfKind(when, 'words').flatMap((matcher) => matcher.words ?? []),
    hosts: matchersOfKind(when, 'link').flatMap((matcher) => matcher.allowedHosts ?? []),
    persons: exempt.persons,
  };
}
